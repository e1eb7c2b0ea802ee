#pragma once

#include "library/audio_features.h"
#include "library/ids.h"
#include "library/listen.h"
#include "library/playlist.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attune::store {

/// What became of a row that was handed to the store.
enum class Fate { imported, duplicate };

struct PersonRow {
    library::PersonId id;
    std::string name;
    std::int64_t n_listens = 0;
};

/// How a description was matched to a track.
struct TrackMatch {
    library::TrackId track;
    std::string
        method;  ///< "spotify", "isrc", "mbid", "name", "name and duration", "alternative artist", "manual"
};

struct MatchRow {
    library::TrackId track;
    std::string scheme;  ///< "spotify", "isrc", "mbid"
    std::string value;
    std::string method;       ///< as in TrackMatch; "new" for the id that made the track
    std::string artist_name;  ///< as the source with this id wrote it
    std::string track_name;
};

/// A match that a person may want to look at.
struct DoubtfulMatchRow {
    MatchRow match;
    std::int64_t n_listens = 0;  ///< of the person, that came by this id or under this name
};

/// What a person has said of a match.
enum class CorrectionKind {
    joined = 0,     ///< two tracks are one
    separated = 1,  ///< an external id is not of the track that it was taken for
    kept = 2,       ///< it is right as it is
};

struct CorrectionRow {
    std::int64_t id = 0;
    CorrectionKind kind = CorrectionKind::kept;
    std::string subject;      ///< "track:5", or an external id as "spotify:<id>"
    std::string artist_name;  ///< of the subject
    std::string track_name;
    library::TrackId track_before;  ///< what the subject was taken for
    library::TrackId track_after;   ///< what it has been since
    Timestamp at;
    bool is_undone = false;
};

struct ImportRow {
    std::int64_t id = 0;
    library::PersonId person;
    std::string name;  ///< base name of the file
    std::string kind;
    Timestamp at;
    std::string report;  ///< JSON, as `attune import --json` has it for one file
};

struct Counts {
    std::int64_t listens = 0;         ///< of the person
    std::int64_t tracks = 0;          ///< that the person has played
    std::int64_t artists = 0;         ///< that the person has played
    std::int64_t library_tracks = 0;  ///< in the whole library, catalogues included
    std::int64_t library_artists = 0;
    std::int64_t catalogue_tracks = 0;
    std::int64_t playlists = 0;  ///< of the person
    std::int64_t plays_with_features = 0;
    std::int64_t tracks_with_features = 0;
    std::int64_t plays_with_genres = 0;
    std::int64_t tracks_with_genres = 0;
    std::int64_t artists_with_genres = 0;
};

struct ListenRow {
    Timestamp listened_at;
    Timestamp ended_at;
    library::TrackId track;
    std::optional<int> ms_played;
    library::PlayReason reason_start = library::PlayReason::unknown;
    library::PlayReason reason_end = library::PlayReason::unknown;
    std::optional<bool> skipped;
    std::optional<bool> shuffle;
    library::Platform platform = library::Platform::unknown;
    library::ListenSource source = library::ListenSource::csv;
};

/// How often a person has played a track.
struct PlayCountRow {
    library::TrackId track;
    std::int64_t n_plays = 0;
};

/// A record of a play that is not kept, because the library has a richer record of the same play.
struct ListenMatchRow {
    library::ListenSource source = library::ListenSource::csv;
    Timestamp ended_at;
    std::optional<int> ms_played;
    ListenRow kept;
};

struct TrackRow {
    library::TrackId id;
    library::ArtistId artist;
    std::vector<library::ArtistId> other_artists;
    std::string artist_name;
    std::string track_name;
    std::string release_name;
    std::string title_key;  ///< tracks of one artist with the same title_key are versions of one song
    std::string version_key;
    std::string spotify_id;  ///< one of them, the catalogue's own where there is one; may be empty
    std::optional<int> duration_ms;
    std::optional<int> release_year;
    std::optional<float> popularity;  ///< 0-100, from a catalogue
    std::optional<bool> is_explicit;
    bool in_catalogue = false;  ///< may be offered
};

struct ArtistRow {
    library::ArtistId id;
    std::string name;
    std::string key;
    std::vector<std::string> genres;
};

struct FeatureRow {
    library::TrackId track;
    library::AudioFeatures features;
};

struct ProviderRow {
    std::string provider;
    std::int64_t n_tracks = 0;
    std::int64_t n_with_features = 0;
};

struct TagRow {
    library::TrackId track;
    std::string tag;
};

struct PlaylistItemRow {
    library::TrackId track;
    std::optional<Timestamp> added_at;
    std::string added_by = {};  ///< what whoever added it is called here; empty where nobody says
};

struct PlaylistRow {
    library::PlaylistId id;
    std::string name;
    std::string kind;
    std::vector<PlaylistItemRow> items;  ///< in order
    std::size_t number = 0;              ///< of those with its kind and name
};

struct MarkRow {
    library::MarkKind kind = library::MarkKind::saved_track;
    library::TrackId track;    ///< for tracks
    library::ArtistId artist;  ///< for artists
};

struct LabelRow {
    library::TrackId track;
    std::optional<library::LabelValue> value;
    std::string origin;  ///< "command", "playlist", ...
    Timestamp at;
};

struct RunRow {
    library::RunId id;
    library::PersonId person;
    Timestamp at;
    std::uint64_t seed = 0;
    std::string version;      ///< of attune
    std::string fingerprint;  ///< of the data it was trained on
    std::string summary;      ///< JSON: models, their scores, what they were trained on
    bool is_current = false;
};

/// One round of offer, label, learn.
struct CycleRow {
    int number = 0;  ///< from 1
    library::RunId run;
    Timestamp at;
    std::int64_t n_offered = 0;
    std::int64_t n_liked = 0;
    std::int64_t n_disliked = 0;
    std::int64_t n_skipped = 0;
};

struct CandidateRow {
    int cycle = 0;
    int rank = 0;  ///< from 1
    library::TrackId track;
    double score = 0;
    std::optional<double> probability;  ///< none where nothing could be told
    std::string told =
        {};  ///< what was said of it when it was offered, as bytes; empty: it is not known any more
};

/// Something in the storage that breaks its own rules.
struct FaultRow {
    enum class Kind {
        damaged,               ///< the file itself
        missing_row,           ///< a row refers to one that is not there
        lost_listens,          ///< plays without a person or a track
        lost_community_plays,  ///< plays of the community without a person or what was played
    };
    Kind kind = Kind::damaged;
    std::string text;
};

}  // namespace attune::store
