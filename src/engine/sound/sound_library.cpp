#include "engine/sound/sound_library.h"

#include "audio/fingerprint.h"
#include "audio/shared_analysis.h"
#include "core/error.h"
#include "core/json.h"
#include "core/json_text.h"
#include "engine/library/providers.h"
#include "features/analysis/analysis.h"
#include "library/track_number.h"
#include "shapes/analysis.h"
#include "shapes/to_json.h"

#include <algorithm>
#include <memory>

namespace attune::engine {
namespace {

constexpr int version = features::feature_version;
// As far as two durations of one recording differ for the store.
constexpr int same_duration_ms = 3000;

std::string id_text(library::TrackId track) { return track ? library::track_number(track) : std::string(); }

AnalyzedFile with_analysis(AnalyzedFile file, const store::AnalysisRow& analysis) {
    file.duration_ms = analysis.duration_ms;
    file.version = analysis.version;
    file.analysis = shapes::stored_json(analysis.details);
    return file;
}

}  // namespace

SoundLibrary::SoundLibrary(store::Store& store, const Task& task) : store_(store), task_(task) {
    const auto contents = store.analysed_contents(version);
    known_.by_others = store.analyses_without_file(version);
    known_.contents.insert(contents.begin(), contents.end());
    std::ranges::stable_sort(known_.by_others, {}, &store::AnalysisRow::duration_ms);
    for (auto& row : store.audio_files()) set_file(std::move(row));
}

void SoundLibrary::set_file(store::AudioFileRow row) {
    paths_.emplace(row.content, row.path);
    files_.insert_or_assign(row.path, std::move(row));
}

std::optional<AnalyzedFile> SoundLibrary::unchanged(const SoundFile& file) {
    const auto found = files_.find(file.path);
    if (found == files_.end()) return std::nullopt;
    const auto& row = found->second;
    if (row.n_bytes != file.n_bytes || row.modified_ns != file.modified_ns) return std::nullopt;
    AnalyzedFile known{file.path,
                       AnalyzedFile::Fate::failed,
                       id_text(row.track),
                       0,
                       row.version,
                       shapes::stored_json(row.description),
                       {},
                       row.problem};
    if (!row.problem.empty()) return row.version == version ? std::optional(known) : std::nullopt;
    const auto analysis = store_.analysis(row.content, version);
    if (!analysis) return std::nullopt;
    known.fate = AnalyzedFile::Fate::skipped;
    return with_analysis(std::move(known), *analysis);
}

AnalyzedFile SoundLibrary::take(const SoundFile& file, const Hearing& hearing) {
    AnalyzedFile outcome{file.path, AnalyzedFile::Fate::failed,
                         {},        0,
                         version,   shapes::to_json(shapes::tags_of(hearing.tags)),
                         {},        hearing.problem};
    store::AudioFileRow row{file.path, hearing.content,         file.n_bytes, file.modified_ns,
                            {},        json_text(outcome.tags), {},           version};
    // What was heard took long: it waits for an import to end.
    const auto transaction = begin_when_free(store_, task_);
    std::optional<store::AnalysisRow> analysis;
    if (hearing.kind == Hearing::Kind::known) {
        analysis = store_.analysis(hearing.content, version);
        outcome.fate = AnalyzedFile::Fate::skipped;
        // Its like failed in this very run.
        if (!analysis) outcome.problem = "another file with the same content could not be analysed";
    } else if (hearing.kind != Hearing::Kind::failed) {
        analysis = hearing.analysis;
        store_.add_analysis(*analysis);
        outcome.fate = AnalyzedFile::Fate::analyzed;
    }
    if (analysis) {
        row.track = keep_track(hearing, *analysis);
        outcome.track_id = id_text(row.track);
        outcome = with_analysis(std::move(outcome), *analysis);
    } else {
        outcome.fate = AnalyzedFile::Fate::failed;
        if (!fails_again(hearing)) return outcome;
        unreadable_.insert(hearing.content);
        row.problem = outcome.problem;
    }
    forget_places_left(file, hearing.content);
    store_.set_audio_file(row);
    transaction->commit();
    set_file(std::move(row));
    return outcome;
}

bool SoundLibrary::fails_again(const Hearing& hearing) const {
    return hearing.kind == Hearing::Kind::known ? unreadable_.contains(hearing.content)
                                                : hearing.is_of_content;
}

/// A file that was moved leaves no trace where it lay.
void SoundLibrary::forget_places_left(const SoundFile& file, std::uint64_t content) {
    const auto [begin, end] = paths_.equal_range(content);
    for (auto entry = begin; entry != end; ++entry) {
        if (entry->second != file.path && is_place_left(entry->second))
            store_.forget_audio_file(entry->second);
    }
}

/// The track of a file that holds the same recording; nameless if there is none.
library::TrackDescription SoundLibrary::same_recording(const Hearing& hearing,
                                                       const store::AnalysisRow& analysis) {
    if (analysis.fingerprint.empty()) return {};
    const auto near = store_.analyses_lasting(version, analysis.duration_ms - same_duration_ms,
                                              analysis.duration_ms + same_duration_ms);
    for (const auto& other : near) {
        if (other.content == hearing.content ||
            audio::difference(analysis.fingerprint, other.fingerprint) >= audio::same_recording)
            continue;
        const auto [begin, end] = paths_.equal_range(other.content);
        for (auto entry = begin; entry != end; ++entry) {
            const auto file = files_.find(entry->second);
            if (file == files_.end() || !file->second.track) continue;
            const auto track = store_.track(file->second.track);
            if (!track) continue;
            library::TrackDescription description;
            description.artist_name = track->artist_name;
            description.track_name = track->track_name;
            description.release_name = track->release_name;
            description.duration_ms = track->duration_ms;
            return description;
        }
    }
    return {};
}

library::TrackId SoundLibrary::keep_track(const Hearing& hearing, const store::AnalysisRow& analysis) {
    library::CatalogueTrack row;
    row.track = hearing.track;
    row.track.duration_ms = analysis.duration_ms;
    row.release_year = hearing.tags.year;
    row.tags = hearing.tags.genres;
    if (!store_.find_track(row.track)) {
        const auto same = same_recording(hearing, analysis);
        if (same.names_a_track()) row.track = same;
    }
    store_.add_catalogue_track(own_provider, row);
    const auto track = store_.find_track(row.track);
    if (!track) fail(ErrorCode::corrupt_data, "the track of a file cannot be found again");
    store_.set_features(own_provider, track->track, version,
                        audio::features_of(shapes::stored_json(analysis.details)));
    return track->track;
}

}  // namespace attune::engine
