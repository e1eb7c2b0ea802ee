#pragma once

#include "store/rules/listen_place.h"
#include "store/rules/listen_ranges.h"
#include "store/sqlite/community_tables.h"
#include "store/sqlite/database.h"
#include "store/sqlite/name_cache.h"
#include "store/sqlite/turn.h"
#include "store/store.h"

#include <array>
#include <functional>
#include <optional>

namespace attune::store {

class RowLog;

/// All rows of a query that begins with `select_matches`.
std::vector<MatchRow> read_matches(Rows rows);
inline constexpr std::string_view select_matches =
    "SELECT track_id, scheme, value, method, artist_name, track_name FROM external_ids";

/// How the plays that came with an external id are named (listens.ref): by the id where it is one of Spotify, and by
/// the names that it came with.
std::array<std::uint64_t, 2> refs_of(const MatchRow& match);

/// A library in one SQLite file. Its functions are spread over files by topic: people.cpp, identity.cpp,
/// listens.cpp, ...
class SqliteStore final : public Store {
  public:
    explicit SqliteStore(const std::filesystem::path& file, bool create);

    std::unique_ptr<Transaction> begin() override;
    std::unique_ptr<Transaction> begin_beside_imports() override;
    void set_patience(std::chrono::milliseconds longest) override { database_.set_patience(longest); }
    void wait_for_others(std::function<void()> meanwhile) override {
        database_.set_meanwhile(std::move(meanwhile));
    }
    std::unique_ptr<Reading> read() override;
    Revisions revisions() override;
    void note_music_changed() override;
    std::optional<std::string> derived(std::string_view name, std::string_view key) override;
    void keep_derived(std::string_view name, std::string_view key, std::string_view bytes) override;
    std::vector<FaultRow> check_integrity() override;
    std::int64_t delete_lost_plays() override;

    library::PersonId ensure_person(std::string_view name) override;
    std::optional<library::PersonId> find_person(std::string_view name) override;
    std::vector<PersonRow> people() override;
    bool has_people() override;
    void rename_person(std::string_view from, std::string_view to) override;
    void delete_person(std::string_view name) override;

    library::TrackId ensure_track(const library::TrackDescription& description) override;
    std::optional<TrackMatch> find_track(const library::TrackDescription& description) override;
    library::ArtistId ensure_artist(std::string_view artist_name) override;
    std::optional<library::ArtistId> find_artist(std::string_view artist_name) override;
    std::vector<MatchRow> matches(std::size_t limit, std::size_t offset) override;
    std::vector<DoubtfulMatchRow> doubtful_matches(library::PersonId person) override;

    std::int64_t merge_tracks(library::TrackId from, library::TrackId into, Timestamp at) override;
    std::int64_t separate_match(std::string_view scheme, std::string_view value, Timestamp at) override;
    std::int64_t keep_track(library::TrackId track, Timestamp at) override;
    std::int64_t keep_match(std::string_view scheme, std::string_view value, Timestamp at) override;
    void undo_correction(std::int64_t correction) override;
    std::vector<CorrectionRow> corrections() override;

    Fate add_listen(library::PersonId person, const library::Listen& listen,
                    library::ListenSource source) override;
    Fate add_playlist_entry(library::PersonId person, std::string_view kind,
                            const library::PlaylistEntry& entry, std::string_view adder) override;
    Fate add_mark(library::PersonId person, const library::Mark& mark) override;
    Fate add_catalogue_track(std::string_view provider, const library::CatalogueTrack& track) override;
    void set_features(std::string_view provider, library::TrackId track, int version,
                      const library::AudioFeatures& features) override;
    Fate add_artist_genres(std::string_view provider, const library::ArtistGenres& genres) override;
    bool add_dropped_digest(library::PersonId person, std::uint64_t digest) override;
    std::unique_ptr<Import> begin_import(const Slices& slices,
                                         const std::function<void()>& meanwhile) override;
    void add_import(const ImportRow& row) override;
    std::vector<ImportRow> imports() override;
    void remove_import(std::int64_t import) override;

    Counts counts(library::PersonId person) override;
    std::vector<ListenRow> listens(library::PersonId person) override;
    std::vector<ListenMatchRow> listen_matches(library::PersonId person) override;
    std::vector<TrackRow> tracks() override;
    std::optional<TrackRow> track(library::TrackId id) override;
    std::vector<TrackRow> tracks_titled(std::string_view title) override;
    std::vector<ArtistRow> artists() override;
    std::optional<ArtistRow> artist(library::ArtistId id) override;
    std::vector<PlayCountRow> plays_by_track(library::PersonId person) override;
    std::vector<library::TrackId> tracks_with_sound() override;
    std::vector<FeatureRow> features(std::string_view provider) override;
    std::vector<ProviderRow> providers() override;
    std::vector<TagRow> tags() override;
    std::vector<PlaylistRow> playlists(library::PersonId person) override;
    std::vector<std::string> contributors(library::PersonId person) override;
    void rename_contributor(library::PersonId person, std::string_view from, std::string_view to) override;
    std::vector<MarkRow> marks(library::PersonId person) override;

    library::PlaylistId ensure_own_playlist(library::PersonId person, std::string_view name) override;
    std::int64_t change_playlists(library::PersonId person, std::span<const PlaylistContent> contents,
                                  std::string_view text, Timestamp at) override;
    std::int64_t undo_playlist_change(library::PersonId person, std::int64_t change, Timestamp at) override;
    std::vector<PlaylistChangeRow> playlist_changes(library::PersonId person) override;
    std::vector<PlaylistVersionRow> playlist_versions(library::PlaylistId playlist) override;
    std::vector<PlaylistItemRow> playlist_version(library::PlaylistId playlist, int number) override;
    void decide_on_playlist(const PlaylistDecisionRow& decision) override;
    std::vector<PlaylistDecisionRow> playlist_decisions(library::PersonId person) override;

    void set_label(library::PersonId person, library::TrackId track, std::optional<library::LabelValue> value,
                   std::string_view origin, Timestamp at) override;
    void set_artist_blocked(library::PersonId person, library::ArtistId artist, bool blocked,
                            Timestamp at) override;
    std::vector<LabelRow> labels(library::PersonId person) override;
    void add_analysis(const AnalysisRow& row) override;
    std::optional<AnalysisRow> analysis(std::uint64_t content, int version) override;
    std::vector<AnalysisRow> analyses(int version) override;
    std::vector<AnalysisRow> analyses_lasting(int version, int least_ms, int most_ms) override;
    std::vector<AnalysisRow> analyses_without_file(int version) override;
    std::vector<std::uint64_t> analysed_contents(int version) override;
    void set_audio_file(const AudioFileRow& row) override;
    void forget_audio_file(std::string_view path) override;
    std::vector<AudioFileRow> audio_files() override;
    std::optional<AudioFileRow> audio_file(std::string_view path) override;
    std::vector<LabelRow> label_history(library::PersonId person) override;
    std::vector<library::ArtistId> blocked_artists(library::PersonId person) override;

    library::RunId add_run(const RunRow& run) override;
    std::vector<RunRow> runs(library::PersonId person) override;
    std::optional<RunRow> current_run(library::PersonId person) override;
    void restore_run(library::PersonId person, library::RunId run) override;
    void delete_run(library::PersonId person, library::RunId run) override;
    void set_candidates(library::PersonId person, const CycleRow& cycle,
                        std::span<const CandidateRow> candidates) override;
    std::vector<CycleRow> cycles(library::PersonId person) override;
    std::vector<CandidateRow> candidates(library::PersonId person, int cycle) override;
    std::vector<library::TrackId> offered_before(library::PersonId person, int cycle) override;

    std::optional<Fate> add_community_play(std::string_view source,
                                           const library::CommunityPlay& play) override;
    std::optional<Fate> add_community_tagging(std::string_view source,
                                              const library::CommunityTagging& tagging) override;
    Fate add_community_name(std::string_view source, const library::CommunityName& name) override;
    bool add_community_dropped(std::string_view source, std::uint64_t digest) override;
    std::vector<CommunitySourceRow> community_sources() override;
    void forget_community(std::string_view source) override;
    CommunityCounts community_counts() override;
    CommunityContent community() override;

  private:
    friend class SqliteImport;
    friend class SqliteTransaction;
    friend class SqliteReading;

    /// Several statements that are one change: a transaction of their own, unless one is open already. In an open one
    /// either what they did is taken back alone when they fail (`whole`), or they check whatever may be refused before
    /// they write anything (`row`, of which there are millions): if one of these fails half way all the same, the
    /// transaction cannot be committed.
    class Change {
      public:
        enum class Kind { row, whole };

        explicit Change(SqliteStore& store, Kind kind = Kind::row);
        ~Change();
        Change(const Change&) = delete;
        Change& operator=(const Change&) = delete;
        void commit();

      private:
        enum class Begun { nothing, savepoint, transaction };

        void take_back_savepoint() noexcept;

        SqliteStore& store_;
        Begun begun_ = Begun::nothing;
        bool is_done_ = false;
        bool was_torn_;
        std::int64_t n_changed_before_;
    };

    /// The right to add what imports add, which one has at a time: for the transaction under way, or for the call.
    class IntakeTurn {
      public:
        explicit IntakeTurn(SqliteStore& store);
        IntakeTurn(const IntakeTurn&) = delete;
        IntakeTurn& operator=(const IntakeTurn&) = delete;
        ~IntakeTurn();

      private:
        SqliteStore& store_;
        bool is_mine_ = false;
    };

    void wait_for_intake();
    void end_intake() noexcept;
    void clear_what_died();
    void clear_rests();
    static void patiently(const std::function<void()>& meanwhile, const std::function<void()>& action);
    void begin_slice();
    void end_slice();
    static void let_pass(FileLock& others_wait);
    // Steps of remove_import(), in their order.
    void remove_listens(std::int64_t import);
    void remove_entries(std::int64_t import);
    void remove_marks(std::int64_t import);
    void remove_catalogue(std::int64_t import);
    void remove_ids(std::int64_t import);
    void remove_what_is_left(std::int64_t import);
    void commit_import(const std::optional<ImportRow>& row);
    void end_import();
    void abandon_import() noexcept;

    /// Within an import, notes that it told something that was known: `sql` inserts into a table of tellings and begins
    /// with the number of the import.
    template <class... Args>
    void tell(std::string_view sql, const Args&... args) {
        if (import_ != 0) n_told_ += database_.run(sql, import_, args...);
    }
    /// Keeps how others see a track that the import under way is about to change.
    void note_before(library::TrackId track);

    void begin_writing();
    /// Sleeps a moment if this store has just been writing for long, so that others who wait get their turn.
    void give_way() const;
    void commit();
    void roll_back() noexcept;
    void begin_reading();
    void end_reading() noexcept;

    /// Forgets what was remembered of rows that another program may have changed. After a transaction has begun.
    void forget_if_changed();
    void forget_memory();
    void write_derived(std::string_view name, std::string_view key, std::string_view bytes);
    void keep_derived_at_once(std::string_view name, std::string_view key, std::string_view bytes) noexcept;

    /// What is known of a description: its track and the hashes by which plays are compared.
    KnownName known_name(const library::TrackDescription& description);
    std::optional<TrackMatch> match_by_id(const library::TrackDescription& description);
    std::optional<TrackMatch> match_by_name(const library::TrackDescription& description);
    library::TrackId make_track(const library::TrackDescription& description);
    void complete_track(library::TrackId track, const library::TrackDescription& description);
    void name_track(library::TrackId track, const library::TrackDescription& description);
    void add_names(library::TrackId track, const library::TrackDescription& description,
                   const library::TrackKey& key);
    void remember_ids(const TrackMatch& match, const library::TrackDescription& description);
    void remember_other_artists(library::TrackId track, const library::TrackDescription& description);

    MatchRow match_of_id(std::string_view scheme, std::string_view value);
    std::int64_t add_correction(const CorrectionRow& correction);
    void make_correction(const CorrectionRow& correction);
    void take_back_correction(const CorrectionRow& correction);
    void join_tracks(RowLog& log, library::TrackId from, library::TrackId into);
    /// Finds the name of `to` no longer under the track of `match`. False, and nothing, if both have that name: then what
    /// came without an id may be of either.
    bool give_name(RowLog& log, const MatchRow& match, library::TrackId to);
    library::TrackId separate_id(RowLog& log, const MatchRow& match);
    void give_back_what_came_since(library::TrackId from, library::TrackId into);

    ListenRanges& ranges_of(library::PersonId person);
    /// The number of the play, or nothing if the library has it.
    /// @param replaced_by  the import that told a richer record of the play
    std::optional<std::int64_t> insert_listen(library::PersonId person, const library::Listen& listen,
                                              library::ListenSource source, const KnownName& name,
                                              std::int64_t replaced_by = 0);
    /// The play of this key, also one in whose place another stands.
    std::optional<std::int64_t> find_listen(const ListenKey& key);
    void tell_listen(std::int64_t listen);
    /// The play comes to stand that the library knows best among those in whose place `listen` stood.
    void put_poorer_listen_back(std::int64_t listen);
    std::int64_t replace_listen(std::int64_t poorer, library::PersonId person, const library::Listen& listen,
                                library::ListenSource source, const KnownName& name);
    Fate add_listen_beside_others(library::PersonId person, const library::Listen& listen,
                                  library::ListenSource source, const KnownName& name);

    std::int64_t provider_id(std::string_view provider);
    std::int64_t tag_id(std::string_view tag);
    std::int64_t catalogue_import();
    /// True if the library has read this very row.
    bool tell_catalogue_row(std::int64_t provider, std::uint64_t digest);
    /// What a provider has said of a track is about to be said otherwise.
    void replace_version(std::string_view table, std::int64_t provider, library::TrackId track);
    bool update_entry(std::int64_t provider, library::TrackId track, const library::CatalogueTrack& row);
    void update_features(std::int64_t provider, library::TrackId track, int version,
                         const library::AudioFeatures& features);
    std::optional<std::int64_t> ensure_contributor(library::PersonId person, std::string_view label,
                                                   std::string_view name);
    void tell_entry(library::PlaylistId playlist, library::TrackId track,
                    const std::optional<Timestamp>& added_at, bool was_known);
    library::PlaylistId ensure_playlist(library::PersonId person, std::string_view kind,
                                        const library::PlaylistEntry& entry);
    std::int64_t add_playlist_change(library::PersonId person, std::string_view text, Timestamp at,
                                     std::optional<std::int64_t> undoes);
    std::vector<PlaylistItemRow> playlist_items(library::PlaylistId playlist);
    /// The number of the newest version, made of what the playlist holds if that is not it.
    int found_version(library::PlaylistId playlist, std::int64_t change);
    void replace_playlist(const PlaylistContent& content, std::int64_t change, std::optional<int> parent);

    FileLock intake_;       ///< who imports, or adds what imports add
    FileLock others_wait_;  ///< who waits to write while another imports
    FileLock others_wait_for_intake_;
    FileLock waits_for_intake_;  ///< held while this one does
    bool intake_goes_with_transaction_ = false;
    std::int64_t import_ = 0;  ///< the import under way on this connection; 0: none
    std::int64_t n_changed_before_import_ = 0;
    std::int64_t n_told_ = 0;          ///< rows of tellings
    std::function<void()> meanwhile_;  ///< of the import, while others write
    Database database_;
    CommunityTables community_{database_};
    Statement* insert_listen_ = nullptr;  ///< of database_; looked up once, because it runs a million times
    NameCache names_;
    std::unordered_map<library::PersonId, ListenRanges> ranges_;
    std::int64_t catalogue_import_ = 0;  ///< of the transaction under way; 0 until it adds to a catalogue
    std::optional<std::int64_t>
        data_version_;  ///< SQLite's count of the commits of others, when memory was good
    std::chrono::steady_clock::time_point wrote_from_;   ///< the last transaction that wrote...
    std::chrono::steady_clock::time_point wrote_until_;  ///< ... and when it ended
    bool is_reading_ = false;
    bool is_torn_ = false;  ///< half a row was written in the transaction under way

    struct Derived {
        std::string name;
        std::string key;
        std::string bytes;
    };
    std::vector<Derived> to_keep_;  ///< when the reading under way ends
};

}  // namespace attune::store
