#include "engine/picks/score.h"

#include "core/error.h"
#include "core/text.h"
#include "engine/library/snapshot.h"
#include "engine/picks/trained.h"
#include "library/track_number.h"
#include "recommend/candidates.h"
#include "recommend/replay_score.h"
#include "recommend/scoring.h"
#include "shapes/reasons.h"
#include "sources/files.h"
#include "sources/source.h"
#include "sources/streams.h"
#include "taste/evidence.h"

#include <numeric>
#include <span>

namespace attune::engine {
namespace {

/// Collects the tracks that a file names, in its order, whatever kind of file it is.
class TrackCollector final : public sources::RecordSink {
  public:
    std::vector<library::TrackDescription> tracks;
    std::vector<std::string> problems;

    void listen(library::Listen&& listen, library::ListenSource, sources::Place) override {
        tracks.push_back(std::move(listen.track));
    }
    void playlist_entry(library::PlaylistEntry&& entry, sources::Place) override {
        tracks.push_back(std::move(entry.track));
    }
    void mark(library::Mark&& mark, sources::Place) override {
        if (mark.kind == library::MarkKind::saved_track) tracks.push_back(std::move(mark.track));
    }
    void catalogue_track(library::CatalogueTrack&& track, sources::Place) override {
        tracks.push_back(std::move(track.track));
    }
    void artist_genres(library::ArtistGenres&&, sources::Place) override {}
    void community_play(library::CommunityPlay&&, sources::Place) override {}
    void community_tagging(library::CommunityTagging&&, sources::Place) override {}
    void community_name(library::CommunityName&&, sources::Place) override {}
    void dropped(sources::DropReason reason, sources::Place place, std::uint64_t) override {
        problems.push_back(fmt::format("line {}: {}", place.line, to_string(reason)));
    }
    void problem(std::string_view message, sources::Place place) override {
        problems.push_back(fmt::format("line {}: {}", place.line, message));
    }
};

TrackCollector read_tracks(Workspace& workspace, const std::filesystem::path& file) {
    sources::FileStream bytes(file);
    sources::TextStream text(bytes, to_utf8(file.filename().string()));
    const auto head = text.head();
    const auto* source = sources::find_source(head);
    if (source == nullptr)
        fail(ErrorCode::corrupt_data, "{} is neither a playlist nor a CSV with the columns artist and title",
             file.string());
    TrackCollector collector;
    source->read(text, head, {true, workspace.now}, collector);
    if (collector.tracks.empty()) {
        std::string why;
        for (const auto& problem : collector.problems) why += "\n  " + problem;
        fail(ErrorCode::corrupt_data, "{} names no track{}", file.string(), why);
    }
    return collector;
}

/// The tracks of the file as indices; those that the library does not know are added to the collection (in
/// memory only), under their artist if that is known.
class Placement {
  public:
    Placement(Workspace& workspace, Collected& collected) : workspace_(workspace), collected_(collected) {}

    library::TrackIndex place(const library::TrackDescription& description, shapes::ScoredTrack& score) {
        if (const auto match = workspace_.store->find_track(description)) {
            score.known = true;
            score.id = library::track_number(match->track);
            return collected_.track_index.at(match->track);
        }
        auto& collection = collected_.collection;
        library::CollectionTrack track;
        track.artist = artist_of(description.artist_name);
        track.artist_name = description.artist_name;
        track.track_name = description.track_name;
        track.release_name = description.release_name;
        track.duration_ms = description.duration_ms;
        track.song = static_cast<library::SongIndex>(collection.n_songs++);
        collection.tracks.push_back(std::move(track));
        const std::vector<float> unknown(library::n_audio_features, missing);
        collection.features.add_row(unknown);
        return static_cast<library::TrackIndex>(collection.tracks.size() - 1);
    }

  private:
    library::ArtistIndex artist_of(const std::string& name) {
        if (!name.empty()) {
            if (const auto artist = workspace_.store->find_artist(name))
                return collected_.artist_index.at(*artist);
        }
        auto& artists = collected_.collection.artists;
        artists.push_back({{}, name, {}});
        return static_cast<library::ArtistIndex>(artists.size() - 1);
    }

    Workspace& workspace_;
    Collected& collected_;
};

/// What tracks that the person may be offered score: by what the tracks of a file are compared.
recommend::ReplayScore compared_with(Snapshot& snapshot) {
    const auto trained = load_trained(snapshot);
    const auto tracks = recommend::candidates(trained->collection(), trained->history());
    return recommend::ReplayScore(prospects_of(snapshot, trained)->of(tracks).replay);
}

/// The tracks as `discover` would score them with its dials in the middle, had the person not met them.
class FileScorer {
  public:
    FileScorer(Snapshot& snapshot, const Trained& trained, std::span<const library::TrackIndex> tracks)
        : trained_(trained),
          compared_(compared_with(snapshot)),
          weight_(recommend::replay_weight(trained.history().labels.size())),
          // A track that the person knows is judged as if it was new: what they did with it itself is left out.
          rows_(trained.table->rows(tracks, true, snapshot.workspace().threads)),
          evidence_(rows_.columns(evidence_columns())),
          taste_(trained.models->taste.contributions(rows_)),
          replay_(trained.models->replay.replay_contributions(evidence_)) {}

    std::vector<recommend::SectionedScore> scores() const {
        const auto parts = trained_.models->replay.parts(evidence_);
        const auto replay = compared_.of(parts);
        const auto margins = trained_.models->taste.margins(rows_);
        std::vector<recommend::SectionedScore> scores;
        for (std::size_t i = 0; i < replay.size(); ++i)
            scores.push_back({weight_ * replay[i] + margins[i], parts.sections[i]});
        return scores;
    }

    std::vector<recommend::Contribution> parts_of(std::size_t i) const {
        return recommend::contributions_of(trained_.table->columns(), evidence_.row(i), taste_.row(i),
                                           replay_.row(i), compared_, weight_);
    }

  private:
    static std::vector<std::size_t> evidence_columns() {
        std::vector<std::size_t> columns(taste::evidence_columns().size());
        std::iota(columns.begin(), columns.end(), std::size_t{0});
        return columns;
    }

    const Trained& trained_;
    recommend::ReplayScore compared_;
    double weight_;
    Matrix rows_;
    Matrix evidence_;
    Matrix taste_;
    Matrix replay_;
};

}  // namespace

shapes::Scores score_file(Workspace& workspace, const std::filesystem::path& file) {
    const TrackCollector named = read_tracks(workspace, file);
    shapes::Scores report;
    report.problems = named.problems;
    std::vector<library::TrackIndex> indices;
    Snapshot snapshot(workspace);
    auto collected = std::make_shared<Collected>(*snapshot.collected());
    Placement placement(workspace, *collected);
    for (const auto& description : named.tracks) {
        shapes::ScoredTrack score;
        score.artist = description.artist_name;
        score.title = description.track_name;
        score.uri = library::spotify_uri(description.spotify_id);
        indices.push_back(placement.place(description, score));
        report.tracks.push_back(std::move(score));
    }
    collected->collection.known_artist_genres = nullptr;  // there are new tracks and artists
    const auto trained = load_trained(snapshot, collected);
    const FileScorer scorer(snapshot, *trained, indices);
    const auto scores = scorer.scores();
    const recommend::ReasonWriter writer(trained->collection(), trained->history(), trained->space(),
                                         trained->listeners.get());
    for (std::size_t i = 0; i < indices.size(); ++i) {
        workspace.task.report("writing reasons", i, indices.size());
        report.tracks[i].chance = chance_of(trained->models->chances, scores[i]);
        report.tracks[i].score = scores[i].score;
        report.tracks[i].reasons = shapes::reasons_of(writer.write(indices[i], scorer.parts_of(i)));
    }
    return report;
}

}  // namespace attune::engine
