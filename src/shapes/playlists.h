#pragma once

#include "core/time.h"
#include "shapes/shape.h"
#include "shapes/sound.h"
#include "shapes/track.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attune::shapes {

/// A playlist by what it is called.
struct PlaylistName {
    std::string id;  ///< "playlist:3"
    std::string name;

    static void describe(Fields<PlaylistName>& fields);
};

struct Playlist {
    PlaylistName name;
    std::string kind;
    std::size_t tracks = 0;
    std::size_t versions = 0;
    std::vector<std::string> people;

    static void describe(Fields<Playlist>& fields);
};

struct Playlists {
    std::vector<Playlist> playlists;

    static void describe(Fields<Playlists>& fields);
};

/// A playlist that was made of chosen tracks.
struct MadePlaylist {
    PlaylistName name;
    std::size_t tracks = 0;
    std::int64_t change = 0;

    static void describe(Fields<MadePlaylist>& fields);
};

struct PlaylistDifference {
    std::string quantity;
    double effect = 0;
    double mean = 0;
    double low = 0;
    double high = 0;
    double elsewhere = 0;
    std::string text;

    static void describe(Fields<PlaylistDifference>& fields);
};

struct PlaylistGenre {
    std::string genre;
    double here = 0;
    double elsewhere = 0;

    static void describe(Fields<PlaylistGenre>& fields);
};

struct PlaylistEntry {
    Track track;
    std::size_t position = 0;
    std::optional<Timestamp> added_at;
    std::optional<std::string> added_by;

    static void describe(Fields<PlaylistEntry>& fields);
};

/// A playlist, what it is like, and what sets it apart from the person's others.
struct PlaylistDetail {
    PlaylistName name;
    std::string kind;
    std::size_t tracks = 0;
    std::size_t with_sound = 0;
    std::size_t with_genres = 0;
    std::vector<PlaylistDifference> differences;
    std::vector<PlaylistGenre> genres;
    std::vector<PlaylistGenre> telling_genres;
    std::vector<PlaylistEntry> entries;

    static void describe(Fields<PlaylistDetail>& fields);
};

/// What one method says that looks at sound alone.
struct OutlierVote {
    double score = 0;
    bool outlier = false;

    static void describe(Fields<OutlierVote>& fields);
};

struct BetterHome {
    PlaylistName name;
    std::string reason;

    static void describe(Fields<BetterHome>& fields);
};

/// What the doctor says of a track that does not fit, or that the person decided on.
struct Verdict {
    Track track;
    std::size_t position = 0;
    std::string standing;
    double probability = 0;
    double margin = 0;
    InOrder<double> parts;  ///< with an intercept they add up to the margin
    InOrder<OutlierVote> methods;
    std::size_t n_methods = 0;
    std::vector<std::string> reasons;
    std::optional<BetterHome> home;

    static void describe(Fields<Verdict>& fields);
};

struct Margin {
    std::size_t position = 0;
    double margin = 0;

    static void describe(Fields<Margin>& fields);
};

struct DuplicateEntry {
    Track track;
    std::size_t position = 0;
    std::size_t of = 0;
    std::string kind;
    std::string text;

    static void describe(Fields<DuplicateEntry>& fields);
};

struct ExaminedPlaylist {
    PlaylistName name;
    std::size_t tracks = 0;
    std::size_t without_sound = 0;
    std::size_t without_genres = 0;
    std::size_t without_both = 0;
    bool has_verdicts = false;
    std::vector<Verdict> verdicts;
    std::vector<Margin> margins;
    std::vector<DuplicateEntry> duplicates;

    static void describe(Fields<ExaminedPlaylist>& fields);
};

/// What the doctor would do with an entry, or did.
struct DoctorChange {
    Track track;
    std::size_t position = 0;
    PlaylistName playlist;
    std::string action;  ///< "remove" or "move"
    std::optional<PlaylistName> to;
    std::string why;

    static void describe(Fields<DoctorChange>& fields);
};

struct Doctor {
    std::vector<ExaminedPlaylist> playlists;
    std::vector<DoctorChange> changes;
    std::optional<std::int64_t> change;

    static void describe(Fields<Doctor>& fields);
};

struct BuiltTrack {
    std::size_t position = 0;
    Track track;
    double score = 0;
    std::string reason;

    static void describe(Fields<BuiltTrack>& fields);
};

struct BuiltPlaylist {
    std::string name;
    std::string from;
    std::vector<BuiltTrack> tracks;
    std::optional<std::int64_t> change;

    static void describe(Fields<BuiltPlaylist>& fields);
};

struct PlaylistPart {
    std::string name;
    std::vector<Track> tracks;

    static void describe(Fields<PlaylistPart>& fields);
};

struct SplitPlaylist {
    PlaylistName name;
    std::vector<PlaylistPart> parts;
    std::size_t left_out = 0;
    std::optional<std::int64_t> change;

    static void describe(Fields<SplitPlaylist>& fields);
};

struct MusicCluster {
    std::size_t cluster = 0;
    std::string name;
    std::size_t tracks = 0;
    std::vector<Track> typical;

    static void describe(Fields<MusicCluster>& fields);
};

struct MusicClusters {
    std::vector<MusicCluster> clusters;

    static void describe(Fields<MusicClusters>& fields);
};

/// That a track stays on a playlist, or is to go.
struct PlaylistDecision {
    PlaylistName playlist;
    Track track;
    std::string decision;  ///< "keep" or "drop"

    static void describe(Fields<PlaylistDecision>& fields);
};

struct PlaylistVersion {
    int version = 0;
    std::optional<int> parent;
    Timestamp at;
    std::string text;
    std::size_t tracks = 0;

    static void describe(Fields<PlaylistVersion>& fields);
};

struct PlaylistVersions {
    PlaylistName name;
    std::vector<PlaylistVersion> versions;

    static void describe(Fields<PlaylistVersions>& fields);
};

struct PlaylistChange {
    std::int64_t change = 0;
    std::string text;
    Timestamp at;

    static void describe(Fields<PlaylistChange>& fields);
};

struct PlaylistLength {
    PlaylistName name;
    std::size_t tracks = 0;

    static void describe(Fields<PlaylistLength>& fields);
};

struct UndonePlaylists {
    std::int64_t change = 0;
    PlaylistChange undone;
    std::vector<PlaylistLength> playlists;

    static void describe(Fields<UndonePlaylists>& fields);
};

struct RestoredPlaylist {
    PlaylistName name;
    std::int64_t change = 0;
    int version = 0;
    std::size_t tracks = 0;

    static void describe(Fields<RestoredPlaylist>& fields);
};

// What the people who added to playlists like.

struct GenreShare {
    std::string genre;
    double share = 0;

    static void describe(Fields<GenreShare>& fields);
};

struct MedianYear {
    std::optional<int> median;

    static void describe(Fields<MedianYear>& fields);
};

struct PersonTaste {
    std::string person;
    std::size_t tracks = 0;
    std::size_t artists = 0;
    std::vector<std::string> playlists;
    std::vector<GenreShare> genres;
    Sound sound;
    MedianYear years;

    static void describe(Fields<PersonTaste>& fields);
};

struct TastePair {
    std::string a;
    std::string b;
    std::size_t shared_tracks = 0;
    std::size_t shared_artists = 0;
    std::optional<double> genres;
    std::optional<double> sound;
    std::string text;

    static void describe(Fields<TastePair>& fields);
};

struct Tastes {
    std::vector<PersonTaste> people;
    std::vector<TastePair> pairs;

    static void describe(Fields<Tastes>& fields);
};

}  // namespace attune::shapes
