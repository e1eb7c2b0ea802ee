#pragma once

#include "core/error.h"
#include "library/community_rows.h"
#include "library/ids.h"
#include "library/listen.h"
#include "library/playlist.h"
#include "store/audio_rows.h"
#include "store/community_rows.h"
#include "store/playlist_rows.h"
#include "store/rows.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::store {

/// Another program is writing to the library, and has been for longer than this one waits: see Store::set_patience().
class Busy final : public Error {
  public:
    Busy()
        : Error(ErrorCode::unavailable,
                "another program is writing to the library; try again when it is done") {}
};

/// How long a change waits for another program, unless somebody says otherwise.
inline constexpr std::chrono::milliseconds default_patience{5000};

/// A group of changes that happens as a whole or not at all. Without commit() the destructor takes everything
/// back. One at a time.
class Transaction {
  public:
    virtual ~Transaction() = default;
    virtual void commit() = 0;

  protected:
    Transaction() = default;
    Transaction(const Transaction&) = default;
    Transaction& operator=(const Transaction&) = default;
};

/// One state of the library for every read until it goes; what others commit meanwhile is not seen. Inside of a
/// Transaction, or of another Reading, it does nothing of its own. While it lives nothing is changed by this Store.
class Reading {
  public:
    virtual ~Reading() = default;

  protected:
    Reading() = default;
    Reading(const Reading&) = default;
    Reading& operator=(const Reading&) = default;
};

/// Counts of committed changes, by what they concern; equal counts of one library mean equal content. They are part of
/// the state that a Reading sees, survive restarts, and any program sees any other's.
struct Revisions {
    std::int64_t music =
        0;  ///< tracks, artists, genres, features, tags, external ids, files of sound, corrections
    std::int64_t community = 0;  ///< what other people listen to
    std::int64_t people =
        0;  ///< people, listens, playlists, marks, labels, imports, runs, cycles, candidates

    bool operator==(const Revisions&) const = default;
};

/// Everything a library remembers, behind one interface; SQLite is the default behind it. Functions that
/// change something outside of a Transaction are a transaction of their own.
///
/// Every function throws Error{unavailable} if the storage fails (disk full, read only; Busy if another program is
/// writing) and Error{corrupt_data} if what is stored breaks its own rules. A Store belongs to one thread.
///
/// What never gets in: IP addresses, user agents, names of accounts, e-mails, countries. (Of the accounts of
/// a community a salted hash does.)
class Store {
  public:
    virtual ~Store() = default;

    /// @throws Busy
    virtual std::unique_ptr<Transaction> begin() = 0;

    /// How long a change waits for another program that is writing before it throws Busy.
    virtual void set_patience(std::chrono::milliseconds longest) = 0;

    /// From now on all reads see the library as it is now.
    virtual std::unique_ptr<Reading> read() = 0;

    virtual Revisions revisions() = 0;

    /// Says that something which belongs to the music but lies outside of the store (the owner's genres.txt) has
    /// changed.
    virtual void note_music_changed() = 0;

    /// What was worked out from the library and would take long again: bytes under a name, valid for one key, which
    /// says what they were worked out from (revisions, versions, options). Nothing if another key is kept.
    virtual std::optional<std::string> derived(std::string_view name, std::string_view key) = 0;

    /// Keeps such bytes in the place of what the name had. No revision moves. Where another program is writing just
    /// now, or the disk is full, nothing happens: what is lost is worked out again. Inside of a Reading it is done
    /// when that goes.
    virtual void keep_derived(std::string_view name, std::string_view key, std::string_view bytes) = 0;

    /// Checks the storage itself (pages, indices, references). Empty if all is well, else what is wrong.
    virtual std::vector<FaultRow> check_integrity() = 0;

    /// Deletes the plays that FaultRow calls lost, and gives how many there were.
    virtual std::int64_t delete_lost_plays() = 0;

    // --- people ------------------------------------------------------------------------------------------

    /// The person of this label, made if there is none.
    virtual library::PersonId ensure_person(std::string_view name) = 0;
    virtual std::optional<library::PersonId> find_person(std::string_view name) = 0;
    virtual std::vector<PersonRow> people() = 0;  ///< counts all their listens
    virtual bool has_people() = 0;
    /// @throws Error{not_found}, Error{conflict} if the new name is taken
    virtual void rename_person(std::string_view from, std::string_view to) = 0;
    /// Deletes the person with everything that is theirs, and all that was worked out from the library.
    /// @throws Error{not_found}
    virtual void delete_person(std::string_view name) = 0;

    // --- identity ----------------------------------------------------------------------------------------

    /// The track that this description means, made if the library has none. Matches in this order: external
    /// id (Spotify, ISRC, MBID); folded artist, title and version, with a duration within 3 s where both are
    /// known; the same with an alternative artist key (library/identity.h). Ids that the description brings
    /// are remembered for the track, with how they were matched.
    /// @throws Error{invalid_argument} if the description names no track
    virtual library::TrackId ensure_track(const library::TrackDescription& description) = 0;

    /// The same without making or remembering anything.
    virtual std::optional<TrackMatch> find_track(const library::TrackDescription& description) = 0;

    virtual library::ArtistId ensure_artist(std::string_view artist_name) = 0;
    virtual std::optional<library::ArtistId> find_artist(std::string_view artist_name) = 0;

    /// External ids and how each came to its track.
    virtual std::vector<MatchRow> matches(std::size_t limit, std::size_t offset) = 0;

    /// Those of them that were made by another artist's name than the track has, in the order of ids.
    virtual std::vector<DoubtfulMatchRow> doubtful_matches(library::PersonId person) = 0;

    // --- corrections of matches --------------------------------------------------------------------------

    /// Joins `from` into `into`, by hand: all listens, marks, labels, ids and features of `from` become those
    /// of `into`, and so does what comes later under its name. Gives the number of the correction.
    /// @throws Error{not_found}, Error{invalid_argument} if they are one already
    virtual std::int64_t merge_tracks(library::TrackId from, library::TrackId into, Timestamp at) = 0;

    /// Makes a track of its own of an external id that was taken for another. Listens that came by it or under
    /// the name that it came with go along; what does not say how it came (entries of playlists, marks) stays.
    /// What catalogues know of the new track comes with their next import. Gives the number of the correction.
    /// @throws Error{not_found}; Error{conflict} if the id is what the track was made of
    virtual std::int64_t separate_match(std::string_view scheme, std::string_view value, Timestamp at) = 0;

    /// Remembers that a track is like no other, or that a match is right, so that nobody asks again. Gives the
    /// number of the correction. @throws Error{not_found}
    virtual std::int64_t keep_track(library::TrackId track, Timestamp at) = 0;
    virtual std::int64_t keep_match(std::string_view scheme, std::string_view value, Timestamp at) = 0;

    /// Takes a correction back, with the listens that came under the name since.
    /// @throws Error{not_found}; Error{conflict} if it is undone already, or a later one is of the same tracks
    virtual void undo_correction(std::int64_t correction) = 0;

    /// All corrections, oldest first.
    virtual std::vector<CorrectionRow> corrections() = 0;

    // --- import ------------------------------------------------------------------------------------------

    /// Adds a play unless the library has it: within one source the same (end, track as named, ms_played);
    /// across sources the same folded artist and title, ends at most 60 s apart (starts, where one does not
    /// state ms_played), ms_played within 1 s, matched one to one; the richer record wins and the match is
    /// stored.
    virtual Fate add_listen(library::PersonId person, const library::Listen& listen,
                            library::ListenSource source) = 0;

    /// Adds an entry to the playlist (person, kind, name, number), unless it has one with the same track and
    /// date already, or had one that was taken off here (change_playlists()). Whoever added it is known from then on by a
    /// letter, "A", "B", …, or by the name `adder`; of what the entry says only a salted hash is kept. An
    /// entry that is there and does not say who added it learns that.
    /// @param adder  what the person calls whoever added it, before what the entry says; empty for nothing
    virtual Fate add_playlist_entry(library::PersonId person, std::string_view kind,
                                    const library::PlaylistEntry& entry, std::string_view adder) = 0;
    Fate add_playlist_entry(library::PersonId person, std::string_view kind,
                            const library::PlaylistEntry& entry) {
        return add_playlist_entry(person, kind, entry, {});
    }

    virtual Fate add_mark(library::PersonId person, const library::Mark& mark) = 0;

    /// Adds or updates a track of the catalogue `provider` ("catalogue:<name>"). Duplicate if nothing
    /// changed. Where a provider states different values for one track in several rows, the first row of an
    /// import wins.
    virtual Fate add_catalogue_track(std::string_view provider, const library::CatalogueTrack& track) = 0;

    /// Sets what a provider says of the sound of a track; `version` is that of its way to compute it.
    virtual void set_features(std::string_view provider, library::TrackId track, int version,
                              const library::AudioFeatures& features) = 0;

    virtual Fate add_artist_genres(std::string_view provider, const library::ArtistGenres& genres) = 0;

    /// Remembers that rows were dropped, by their digest, so that a row that comes again is known as a
    /// duplicate. True if the digest was new.
    virtual bool add_dropped_digest(library::PersonId person, std::uint64_t digest) = 0;

    virtual void add_import(const ImportRow& row) = 0;
    virtual std::vector<ImportRow> imports() = 0;

    // --- what the library knows --------------------------------------------------------------------------

    virtual Counts counts(library::PersonId person) = 0;

    /// Listens of a person, in the order of listened_at, then of ended_at.
    virtual std::vector<ListenRow> listens(library::PersonId person) = 0;

    /// The records of plays that were recognised in those of another source, in the order of their ends.
    virtual std::vector<ListenMatchRow> listen_matches(library::PersonId person) = 0;

    /// All tracks, in the order of their ids.
    virtual std::vector<TrackRow> tracks() = 0;
    virtual std::optional<TrackRow> track(library::TrackId id) = 0;

    /// The tracks whose folded title is that of `title`, in the order of their ids.
    virtual std::vector<TrackRow> tracks_titled(std::string_view title) = 0;

    /// All artists, in the order of their ids, with their genres (of all providers, each once).
    virtual std::vector<ArtistRow> artists() = 0;
    virtual std::optional<ArtistRow> artist(library::ArtistId id) = 0;

    /// The tracks that a person has played and how often, in the order of their ids.
    virtual std::vector<PlayCountRow> plays_by_track(library::PersonId person) = 0;

    /// The tracks of whose sound any provider knows more than the duration, in the order of their ids.
    virtual std::vector<library::TrackId> tracks_with_sound() = 0;

    /// Features of all tracks of one provider, in the order of track ids.
    virtual std::vector<FeatureRow> features(std::string_view provider) = 0;
    virtual std::vector<ProviderRow> providers() = 0;

    /// (track, tag) pairs of all catalogues, in the order of track ids.
    virtual std::vector<TagRow> tags() = 0;

    virtual std::vector<PlaylistRow> playlists(library::PersonId person) = 0;
    virtual std::vector<MarkRow> marks(library::PersonId person) = 0;

    // --- changes of playlists ----------------------------------------------------------------------------

    /// A playlist of kind own_playlist_kind with this name, made if there is none.
    virtual library::PlaylistId ensure_own_playlist(library::PersonId person, std::string_view name) = 0;

    /// Gives playlists new content as one change. The states before and after are kept as versions.
    virtual std::int64_t change_playlists(library::PersonId person, std::span<const PlaylistContent> contents,
                                          std::string_view text, Timestamp at) = 0;

    /// Takes a change back: each of its playlists holds again what it held before, and what imports have added
    /// since. The undoing is a change itself.
    /// @throws Error{not_found} if the person has no such change; Error{conflict} if it is undone already, or one
    ///         of its playlists was changed later
    virtual std::int64_t undo_playlist_change(library::PersonId person, std::int64_t change,
                                              Timestamp at) = 0;

    /// All changes of a person's playlists, oldest first.
    virtual std::vector<PlaylistChangeRow> playlist_changes(library::PersonId person) = 0;

    /// The versions of a playlist, oldest first; none if it was never changed here.
    virtual std::vector<PlaylistVersionRow> playlist_versions(library::PlaylistId playlist) = 0;

    /// What a version held. @throws Error{not_found}
    virtual std::vector<PlaylistItemRow> playlist_version(library::PlaylistId playlist, int number) = 0;

    /// Remembers what a person decided of a track on a playlist.
    virtual void decide_on_playlist(const PlaylistDecisionRow& decision) = 0;
    /// The decisions in force, in the order of playlists, then of tracks.
    virtual std::vector<PlaylistDecisionRow> playlist_decisions(library::PersonId person) = 0;

    // --- labels ------------------------------------------------------------------------------------------

    /// Sets the label of a track, or clears it with nullopt. Every change is kept: see label_history().
    virtual void set_label(library::PersonId person, library::TrackId track,
                           std::optional<library::LabelValue> value, std::string_view origin,
                           Timestamp at) = 0;
    virtual void set_artist_blocked(library::PersonId person, library::ArtistId artist, bool blocked,
                                    Timestamp at) = 0;
    /// The labels in force, in the order of track ids.
    virtual std::vector<LabelRow> labels(library::PersonId person) = 0;
    /// Every change of a label, oldest first; cleared ones have no value.
    virtual std::vector<LabelRow> label_history(library::PersonId person) = 0;
    virtual std::vector<library::ArtistId> blocked_artists(library::PersonId person) = 0;

    // --- runs, cycles, candidates ------------------------------------------------------------------------

    virtual library::RunId add_run(const RunRow& run) = 0;
    virtual std::vector<RunRow> runs(library::PersonId person) = 0;
    /// The run in force: the last trained or restored.
    virtual std::optional<RunRow> current_run(library::PersonId person) = 0;
    /// @throws Error{not_found} if the person has no such run
    virtual void restore_run(library::PersonId person, library::RunId run) = 0;

    /// Replaces the candidates of a cycle, making the cycle if need be.
    virtual void set_candidates(library::PersonId person, const CycleRow& cycle,
                                std::span<const CandidateRow> candidates) = 0;
    /// Oldest first, with the labels that the candidates have now.
    virtual std::vector<CycleRow> cycles(library::PersonId person) = 0;
    virtual std::vector<CandidateRow> candidates(library::PersonId person, int cycle) = 0;

    // --- files of sound ----------------------------------------------------------------------------------

    /// Adds what was heard in a file, or replaces it.
    virtual void add_analysis(const AnalysisRow& row) = 0;
    virtual std::optional<AnalysisRow> analysis(std::uint64_t content, int version) = 0;
    /// All of one version, in the order of `content` as signed numbers.
    virtual std::vector<AnalysisRow> analyses(int version) = 0;

    /// Those of a version that last so long, both ends included.
    virtual std::vector<AnalysisRow> analyses_lasting(int version, int least_ms, int most_ms) = 0;
    /// Those of a version that belong to no file that the library has seen: somebody else made them.
    virtual std::vector<AnalysisRow> analyses_without_file(int version) = 0;
    /// AnalysisRow::content of all of one version, in no particular order.
    virtual std::vector<std::uint64_t> analysed_contents(int version) = 0;

    /// Adds a file, or replaces what is known of the one at its path.
    virtual void set_audio_file(const AudioFileRow& row) = 0;
    /// Forgets that a file lies there; what was heard in it stays.
    virtual void forget_audio_file(std::string_view path) = 0;
    /// All files, in the order of their paths.
    virtual std::vector<AudioFileRow> audio_files() = 0;
    virtual std::optional<AudioFileRow> audio_file(std::string_view path) = 0;

    // --- the community: what many other people listen to -------------------------------------------------

    // Apart from the people and the tracks of the library. Of a person only a salted hash of their account's
    // name is kept. `source` names where the rows come from.

    /// Adds what somebody played. A listen counts once however often it comes: the same person, second,
    /// artist and title. A count takes the place of an older one of the same (source, person, item as named);
    /// within one transaction the first stands. Nothing if no file has said what the artist's number means.
    /// @throws Error{invalid_argument} if the play has no person or no artist
    virtual std::optional<Fate> add_community_play(std::string_view source,
                                                   const library::CommunityPlay& play) = 0;

    /// Adds that somebody tagged an artist, once for each (source, person, artist, tag). Nothing if no file
    /// has said what one of the numbers means.
    virtual std::optional<Fate> add_community_tagging(std::string_view source,
                                                      const library::CommunityTagging& tagging) = 0;

    /// Remembers what a number in the files of a source means; a changed name takes the place of the older
    /// one.
    virtual Fate add_community_name(std::string_view source, const library::CommunityName& name) = 0;

    /// As add_dropped_digest(), for rows of a community.
    virtual bool add_community_dropped(std::string_view source, std::uint64_t digest) = 0;

    virtual std::vector<CommunitySourceRow> community_sources() = 0;

    /// Deletes all that came from a source, and artists, tracks and tags that nothing else of the community
    /// names.
    /// @throws Error{not_found} with the sources there are
    virtual void forget_community(std::string_view source) = 0;

    virtual CommunityCounts community_counts() = 0;

    /// All of the community, in an order that depends on what was imported alone. Its artists are those of
    /// the library by key, else by an alternative key (library/identity.h), one to one; its tracks by the
    /// names of the library's tracks.
    virtual CommunityContent community() = 0;

    // --- who added to playlists ----------------------------------------------------------------------

    /// What those are called who added entries to a person's playlists, in the order in which they came.
    virtual std::vector<std::string> contributors(library::PersonId person) = 0;
    /// @throws Error{not_found}; Error{conflict} if another is called so; Error{invalid_argument} if `to` is empty
    virtual void rename_contributor(library::PersonId person, std::string_view from, std::string_view to) = 0;

  protected:
    Store() = default;
    Store(const Store&) = default;
    Store& operator=(const Store&) = default;
};

/// Opens the library in the folder `directory`, making it if `create` and there is none, and brings an older
/// one up to date (numbered migrations, one transaction each).
/// @throws Error{not_found} if there is none and `create` is false; Error{conflict} if it is from a newer
/// version
///         of attune, or another program is writing to it; Error{corrupt_data} if it is not a library of
///         attune; Error{unavailable} if it cannot be opened
std::unique_ptr<Store> open_store(const std::filesystem::path& directory, bool create);

/// Begins a transaction however long another program writes. After each time that the Store's patience was at its end
/// `meanwhile` is called, which may throw to give up.
std::unique_ptr<Transaction> begin_when_free(Store& store, const std::function<void()>& meanwhile);

/// The number of the newest migration that this program knows.
int newest_schema_version() noexcept;

}  // namespace attune::store
