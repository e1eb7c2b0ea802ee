#include "engine/picks/train.h"

#include "core/json.h"
#include "engine/small_library.h"
#include "files/blobs.h"
#include "files/file.h"

namespace attune::engine {
namespace {

constexpr int n_artists = 12;

/// Sixty tracks, every third of which is left early.
std::string history_with_skips() {
    Json rows = Json::array();
    for (int i = 0; i < 90; ++i) {
        rows.push_back(extended_row(i % 60, 5 * i, i % 3 == 0 ? 3'000 : 200'000));
        rows.back()["master_metadata_album_artist_name"] = fmt::format("Artist {}", i % n_artists);
        if (i % 3 == 0) rows.back()["reason_end"] = "fwdbtn";
    }
    return rows.dump();
}

class Train : public SmallLibrary {
  protected:
    store::RunRow train_quickly() {
        return train(*workspace, {.playlists = {}, .use_labels = true, .quick = true});
    }

    /// What stage 1 has learnt in a run.
    files::Blobs stages(const store::RunRow& run) {
        auto blobs = files::read_blobs(models_directory(*workspace, run.id));
        std::erase_if(blobs, [](const auto& blob) { return !blob.first.starts_with("taste-likeability."); });
        return blobs;
    }

    /// Forty people who play what the person plays, each some artists more than others.
    void import_community() {
        std::string lines;
        for (int user = 0; user < 40; ++user) {
            for (int i = 0; i < 12 + user % 5; ++i) {
                const int number = (user % 4 * 3 + i % 7) % n_artists;
                lines += Json{{"user_name", fmt::format("user {}", user)},
                              {"listened_at", 1'714'521'600 + 600 * i + user},
                              {"track_metadata",
                               {{"artist_name", fmt::format("Artist {}", number)},
                                {"track_name", fmt::format("Song {}", number + n_artists * (i % 3))}}}}
                             .dump() +
                         "\n";
            }
        }
        ImportOptions options;
        options.paths = {write("others.listens", lines)};
        options.community = true;
        ASSERT_GT(import_paths(*workspace, options).totals.imported, 100);
    }
};

TEST_F(Train, LearnsAnewFromWhatOthersListenToAndNotFromNothing) {
    import(history_name, history_with_skips());
    const auto first = train_quickly();
    const auto learnt = stages(first);
    ASSERT_FALSE(learnt.empty());
    const auto again = train_quickly();
    EXPECT_EQ(again.fingerprint, first.fingerprint);
    EXPECT_TRUE(stages(again) == learnt);
    import_community();
    const auto with_others = train_quickly();
    EXPECT_NE(with_others.fingerprint, first.fingerprint);
    EXPECT_FALSE(stages(with_others) == learnt);
}

TEST_F(Train, WaitsWhileAnotherProgramWrites) {
    import(history_name, history_with_skips());
    const auto other = store::open_store(workspace->directory, false);
    const auto transaction = other->begin();
    other->ensure_artist("Somebody");
    EndsWriting sink(*transaction);
    workspace->task = Task(&sink, {});
    store().set_patience(std::chrono::milliseconds(1));
    const auto run = train_quickly();
    EXPECT_TRUE(sink.was_waited_for());
    EXPECT_TRUE(std::filesystem::exists(models_directory(*workspace, run.id)));
}

TEST_F(Train, RunOfAnotherVersionIsRefusedAndNotReadInPart) {
    import(history_name, history_with_skips());
    EXPECT_FALSE(has_usable_run(*workspace));
    const auto run = train_quickly();
    EXPECT_TRUE(has_usable_run(*workspace));
    const auto head = models_directory(*workspace, run.id) / "taste-taste";
    auto saved = Json::parse(files::read_file(head));
    saved["version"] = saved["version"].get<int>() - 1;
    files::write_file(head, saved.dump());
    workspace->parts = std::make_shared<Parts>();
    EXPECT_FALSE(has_usable_run(*workspace));
    train_quickly();
    EXPECT_TRUE(has_usable_run(*workspace));
}

TEST_F(Train, LeavesNothingBesideItsModels) {
    import(history_name, history_with_skips());
    const auto run = train_quickly();
    std::vector<std::filesystem::path> left;
    for (const auto& entry : std::filesystem::directory_iterator(workspace->directory / "models"))
        left.push_back(entry.path());
    EXPECT_EQ(left, (std::vector{models_directory(*workspace, run.id)}));
}

}  // namespace
}  // namespace attune::engine
