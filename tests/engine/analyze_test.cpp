#include "engine/sound/analyze.h"

#include "audio/files.h"
#include "engine/library/collect.h"
#include "engine/library/providers.h"
#include "engine/library/scales.h"
#include "engine/small_library.h"
#include "engine/sound/analysis_cache.h"
#include "engine/sound/sound_library.h"
#include "shapes/to_json.h"

#include <sys/stat.h>

#include <chrono>

namespace attune::engine {
namespace {

using Fate = AnalyzedFile::Fate;

/// Fifteen seconds of a melody.
std::string song(std::uint64_t seed, float gain = 1) {
    auto values = melody(seed, 60, 0);
    for (float& value : values) value *= gain;
    return wav({.sample_rate = 11025}, float_bytes(values));
}

class Analyze : public SmallLibrary {
  protected:
    void put(const std::string& name, const std::string& bytes) {
        std::filesystem::create_directories((music() / name).parent_path());
        std::ofstream(music() / name, std::ios::binary) << bytes;
    }
    std::filesystem::path music() const { return folder / "music"; }
    AnalyzeReport analyze(std::size_t threads = 1) {
        return analyze_paths({{music()}, false, threads}, &store(), workspace->task);
    }
};

TEST_F(Analyze, HearsAFileOnceWhereverItGoes) {
    put("Hafen/Ina Tolvane - Low Tide.wav", song(1));
    auto report = analyze();
    ASSERT_EQ(report.n_analyzed, 1U);
    EXPECT_NEAR(report.audio_seconds, 15, 0.01);
    const auto id = report.files[0].track_id;
    EXPECT_EQ(store().tracks().at(0).artist_name, "Ina Tolvane");
    EXPECT_TRUE(store().tracks().at(0).in_catalogue);
    EXPECT_EQ(store().features(own_provider).size(), 1U);

    report = analyze();
    EXPECT_EQ(report.n_skipped, 1U);
    EXPECT_EQ(report.audio_seconds, 0);
    EXPECT_EQ(report.files[0].track_id, id);
    EXPECT_EQ(report.files[0].analysis["features"]["duration_ms"], report.files[0].duration_ms);

    std::filesystem::rename(music() / "Hafen", music() / "Kai");
    std::filesystem::last_write_time(music() / "Kai/Ina Tolvane - Low Tide.wav",
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(5));
    report = analyze();
    EXPECT_EQ(report.n_skipped, 1U);
    EXPECT_EQ(report.files[0].track_id, id);
    ASSERT_EQ(store().audio_files().size(), 1U) << "the old place is forgotten";
    EXPECT_TRUE(store().audio_files()[0].path.ends_with("Kai/Ina Tolvane - Low Tide.wav"));
}

TEST_F(Analyze, GoesOnPastABadFileAndSaysWhatIsWrong) {
    put("a.mp3", "this is no music");
    put("b.wav", song(1));
    put("notes.txt", "not looked at");
    put(".hidden/c.wav", song(2));
    for (int round = 0; round < 2; ++round) {
        const auto report = analyze(2);
        ASSERT_EQ(report.files.size(), 2U);
        EXPECT_EQ(report.n_failed, 1U);
        EXPECT_TRUE(report.files[0].problem.starts_with("no audio format is recognised"))
            << report.files[0].problem;
    }
    put("a.mp3", song(3));  // it gets better
    EXPECT_EQ(analyze().n_analyzed, 1U);
}

TEST_F(Analyze, TriesAgainWhatFailedForAReasonThatMayPass) {
    put("a.wav", song(1));
    put("b.wav", "this is no music");
    const auto found = find_sound_files({music()}).files;
    Hearing failed;
    failed.problem = "it cannot be opened; may you read it?";
    Hearing damaged;
    damaged.file = 1;
    damaged.content = 7;
    damaged.problem = "no audio format is recognised in it";
    damaged.is_of_content = true;
    Hearing copy;
    copy.kind = Hearing::Kind::known;
    copy.content = 8;  // that of a file that could not be read
    SoundLibrary library(store(), workspace->task);
    EXPECT_EQ(library.take(found[0], failed).problem, failed.problem);
    EXPECT_FALSE(SoundLibrary(store(), workspace->task).unchanged(found[0]));
    EXPECT_EQ(library.take(found[0], copy).fate, Fate::failed);
    EXPECT_FALSE(SoundLibrary(store(), workspace->task).unchanged(found[0]));
    library.take(found[1], damaged);
    EXPECT_TRUE(SoundLibrary(store(), workspace->task).unchanged(found[1]));
    copy.content = damaged.content;
    library.take(found[0], copy);
    EXPECT_TRUE(SoundLibrary(store(), workspace->task).unchanged(found[0]));
    EXPECT_EQ(store().audio_files().size(), 2U);
}

TEST_F(Analyze, KeepsThePlacesOfADiskThatIsAway) {
    put("disk/albums/a.wav", song(1));
    put("kept.wav", song(2));
    analyze();
    std::filesystem::rename(music() / "disk", folder / "away");
    std::filesystem::create_directory(music() / "disk");  // where it is mounted
    put("copy.wav", song(1));
    EXPECT_EQ(analyze().n_skipped, 2U);
    EXPECT_EQ(store().audio_files().size(), 3U);
}

TEST_F(Analyze, SaysThatItIsNoFileInsteadOfWaitingForAPipe) {
    put("a.wav", song(1));
    const auto pipe = folder / "pipe.wav";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const auto report = analyze_paths({{music(), pipe}, false, 1}, &store(), workspace->task);
    EXPECT_EQ(report.n_analyzed, 1U);
    ASSERT_EQ(report.n_failed, 1U);
    EXPECT_EQ(report.files[1].problem, "it is not a file");
}

TEST_F(Analyze, HearsCopiesOnce) {
    put("a.wav", song(1));
    put("b.wav", song(1));
    put("c.wav", song(2));
    const auto report = analyze(2);
    EXPECT_EQ(report.n_analyzed, 2U);
    EXPECT_EQ(report.n_skipped, 1U);
    const auto unkept = analyze_paths({{music()}, false, 2}, nullptr, workspace->task);
    EXPECT_EQ(unkept.n_analyzed, 2U);
    EXPECT_EQ(unkept.n_skipped, 1U);
    EXPECT_EQ(unkept.files[1].analysis, report.files[1].analysis);
    EXPECT_TRUE(unkept.files[0].track_id.empty());
}

TEST_F(Analyze, KnowsARecordingByItsFingerprint) {
    put("Hafen/Ina Tolvane - Low Tide.wav", song(1));
    analyze();
    put("ripped/track.wav", song(1, 0.7F));
    put("ripped/other.wav", song(2));
    const auto report = analyze();
    ASSERT_EQ(report.files.size(), 3U);
    EXPECT_EQ(report.files[2].track_id, report.files[0].track_id);
    EXPECT_NE(report.files[1].track_id, report.files[0].track_id);
    EXPECT_EQ(store().tracks().size(), 2U);
}

TEST_F(Analyze, TakesOverWhatSomebodyElseHasHeard) {
    put("a.wav", song(1));
    put("b.wav", song(2));
    analyze();
    const auto file = folder / "cache.jsonl";
    EXPECT_EQ(export_cache(*workspace, file).n_analyses, 2U);

    auto other = open_workspace(folder / "other", true);
    EXPECT_EQ(import_cache(*other, file).n_analyses, 2U);
    EXPECT_EQ(import_cache(*other, file).n_known, 2U);
    std::filesystem::create_directories(folder / "theirs");
    std::ofstream(folder / "theirs/x.wav", std::ios::binary) << song(1, 0.7F);
    std::ofstream(folder / "theirs/y.wav", std::ios::binary) << song(2);
    std::ofstream(folder / "theirs/z.wav", std::ios::binary) << song(3);
    const auto report = analyze_paths({{folder / "theirs"}, false, 1}, other->store.get(), other->task);
    EXPECT_EQ(report.n_analyzed, 2U);
    EXPECT_EQ(report.n_adopted, 1U) << "x is another encoding";
    EXPECT_EQ(report.n_skipped, 1U) << "y is the same file";
    EXPECT_NEAR(report.audio_seconds, 15, 0.01) << "z alone was listened to";
    EXPECT_EQ(other->store->features(own_provider).size(), 3U);
}

TEST_F(Analyze, RefusesACacheThatHoldsNone) {
    EXPECT_THROW(export_cache(*workspace, folder / "cache.jsonl"), Error);
    try {
        import_cache(*workspace, write("bad.jsonl", "{}\nnonsense\n"));
        FAIL() << "it was taken";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::corrupt_data);
        EXPECT_NE(std::string(error.what()).find("line 1: an analysis has fingerprint"), std::string::npos);
    }
}

TEST_F(Analyze, KeepsItsScaleApartUnlessItIsToldToJoin) {
    using library::AudioFeature;
    library::CatalogueTrack row;
    row.track.artist_name = "Ina Tolvane";
    const auto add = [&](int i, bool is_in_catalogue) {
        row.track.track_name = fmt::format("Number {}", i);
        library::AudioFeatures own;
        own[AudioFeature::energy] = static_cast<float>(i) / 100;
        own[AudioFeature::tempo] = 120;
        row.features = {};
        if (is_in_catalogue) row.features[AudioFeature::energy] = own[AudioFeature::energy] / 2;
        const auto track = store().ensure_track(row.track);
        if (is_in_catalogue) store().add_catalogue_track("catalogue:a", row);
        store().set_features(own_provider, track, 1, own);
    };
    for (int i = 0; i < 20; ++i) add(i, false);
    EXPECT_EQ(collect(*workspace).collection.feature_scale, "attune");
    add(0, true);
    EXPECT_THROW(join_scales(*workspace, true), Error);
    for (int i = 20; i < 100; ++i) add(i, true);
    const auto energy = [&] {
        const auto collected = collect(*workspace);
        return collected.collection.features(10, static_cast<std::size_t>(AudioFeature::energy));
    };
    EXPECT_TRUE(is_missing(energy()));
    const auto scales = measure_scales(*workspace);
    ASSERT_EQ(scales.features.size(), 1U);
    EXPECT_LT(scales.features[0].errors.mapped, 0.02);
    EXPECT_GT(scales.features[0].errors.as_is, 0.2);
    join_scales(*workspace, true);
    EXPECT_NEAR(energy(), 0.05, 0.06);
    join_scales(*workspace, false);
    EXPECT_TRUE(is_missing(energy()));
}

TEST_F(Analyze, StopsWhenAskedAndKeepsWhatItHas) {
    put("a.wav", song(1));
    put("b.wav", song(2));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(analyze_paths({{music()}, false, 1}, &store(), Task(nullptr, stop.get_token())), Error);
    EXPECT_EQ(analyze().n_analyzed, 2U);
    EXPECT_EQ(analyze().n_skipped, 2U);
}

TEST_F(Analyze, WaitsWhileAnotherProgramWrites) {
    put("a.wav", song(1));
    const auto other = store::open_store(workspace->directory, false);
    const auto transaction = other->begin();
    other->ensure_artist("Somebody");
    EndsWriting sink(*transaction);
    store().set_patience(std::chrono::milliseconds(1));
    EXPECT_EQ(analyze_paths({{music()}, false, 1}, &store(), Task(&sink, {})).n_analyzed, 1U);
    EXPECT_TRUE(sink.was_waited_for());
}

TEST_F(Analyze, SaysTheSameOnAnyNumberOfThreads) {
    for (std::uint64_t i = 0; i < 4; ++i) put(fmt::format("{}.wav", i), song(i));
    const auto one =
        shapes::to_json(shape_of(analyze_paths({{music()}, false, 1}, nullptr, workspace->task)));
    const auto three =
        shapes::to_json(shape_of(analyze_paths({{music()}, false, 3}, nullptr, workspace->task)));
    EXPECT_EQ(one["files"], three["files"]);
}

}  // namespace
}  // namespace attune::engine
