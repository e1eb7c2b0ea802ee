#include "core/error.h"
#include "store/backends.h"

#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>

namespace attune::store {
namespace {

using library::ListenSource;
using library::TrackDescription;

constexpr std::int64_t noon = 1'700'000'040;
constexpr auto account = ListenSource::spotify_account;
constexpr auto extended = ListenSource::spotify_extended;
const library::PersonId me{1};

TrackDescription named(std::string artist, std::string title, std::string spotify_id = {}) {
    TrackDescription track;
    track.artist_name = std::move(artist);
    track.track_name = std::move(title);
    track.spotify_id = std::move(spotify_id);
    return track;
}

library::Listen play(TrackDescription track, std::int64_t end) {
    library::Listen listen;
    listen.track = std::move(track);
    listen.ended_at = timestamp_of(end);
    listen.listened_at = timestamp_of(end - 180);
    listen.ms_played = 180'000;
    return listen;
}

library::CatalogueTrack catalogue_row(TrackDescription track, float energy,
                                      std::vector<std::string> tags = {}) {
    library::CatalogueTrack row;
    row.track = std::move(track);
    row.features[library::AudioFeature::energy] = energy;
    row.popularity = 100 * energy;
    row.tags = std::move(tags);
    return row;
}

std::string title_of(Store& store, library::TrackId id) {
    const auto track = store.track(id);
    return track ? fmt::format("{} - {}", track->artist_name, track->track_name) : "nothing";
}

/// All that a reader sees of a library, by names rather than numbers.
std::vector<std::string> content_of(Store& store) {
    std::vector<std::string> all;
    const auto add = [&]<class... Args>(fmt::format_string<Args...> text, Args&&... args) {
        all.push_back(fmt::format(text, std::forward<Args>(args)...));
    };
    const auto reading = store.read();
    for (const auto& row : store.tracks()) {
        add("track {} - {} [{}] {} {} {} {}", row.artist_name, row.track_name, row.release_name,
            row.spotify_id, row.duration_ms.value_or(-1), row.popularity.value_or(-1), row.in_catalogue);
    }
    for (const auto& row : store.artists()) add("artist {} {}", row.name, fmt::join(row.genres, ","));
    for (const auto& row : store.matches(1000, 0))
        add("id {}:{} {} {}", row.scheme, row.value, title_of(store, row.track), row.method);
    for (const auto& row : store.tags()) add("tag {} {}", title_of(store, row.track), row.tag);
    for (const auto& provider : store.providers()) {
        add("provider {} {} {}", provider.provider, provider.n_tracks, provider.n_with_features);
        for (const auto& row : store.features(provider.provider))
            add("features {} {} {}", provider.provider, title_of(store, row.track),
                row.features[library::AudioFeature::energy]);
    }
    for (const auto& person : store.people()) {
        for (const auto& row : store.listens(person.id)) {
            add("listen {} {} {} {}", unix_seconds(row.ended_at), title_of(store, row.track),
                row.ms_played.value_or(-1), static_cast<int>(row.source));
        }
        for (const auto& row : store.listen_matches(person.id))
            add("match {} {} {}", static_cast<int>(row.source), unix_seconds(row.ended_at),
                unix_seconds(row.kept.ended_at));
        for (const auto& list : store.playlists(person.id)) {
            add("playlist {} {}", list.name, list.kind);
            for (const auto& item : list.items)
                add("entry {} {} {} {}", list.name, title_of(store, item.track),
                    item.added_at ? unix_seconds(*item.added_at) : 0, item.added_by);
        }
        for (const auto& row : store.marks(person.id))
            add("mark {} {}", static_cast<int>(row.kind),
                row.track ? title_of(store, row.track) : store.artist(row.artist)->name);
        for (const auto& row : store.labels(person.id)) add("label {}", title_of(store, row.track));
        const auto counts = store.counts(person.id);
        add("counts {} {} {} {} {} {} {} {} {}", counts.listens, counts.tracks, counts.artists,
            counts.library_tracks, counts.library_artists, counts.catalogue_tracks, counts.playlists,
            counts.plays_with_features, counts.tracks_with_genres);
    }
    std::ranges::sort(all);
    return all;
}

/// What one file tells: each function adds one row.
using File = std::vector<std::function<void(Store&)>>;

File history(ListenSource source, int first, int n) {
    File file;
    for (int i = first; i < first + n; ++i) {
        file.push_back([=](Store& store) {
            auto track = named(fmt::format("Artist {}", i % 5), fmt::format("Song {}", i % 13));
            if (source == extended) track.spotify_id = fmt::format("{:022}", i % 13 + 100 * (i % 5));
            if (source == extended && i % 4 == 0) track.duration_ms = 200'000;
            // The account's ends are cut off to the minute.
            const auto end = noon + 240LL * i + (source == extended ? 17 : 0);
            store.add_listen(me, play(track, end), source);
        });
    }
    return file;
}

File catalogue(std::string provider, int first, int n, float energy) {
    File file;
    for (int i = first; i < first + n; ++i) {
        file.push_back([=](Store& store) {
            auto track = named(fmt::format("Artist {}", i % 5), fmt::format("Song {}", i % 13),
                               fmt::format("{:022}", 5000 + i));
            track.duration_ms = 200'000 + i % 3;
            store.add_catalogue_track(provider,
                                      catalogue_row(track, energy, {"pop", fmt::format("tag {}", i % 3)}));
        });
    }
    return file;
}

File lists(int first, int n) {
    File file;
    for (int i = first; i < first + n; ++i) {
        file.push_back([=](Store& store) {
            const auto track = named("Artist 1", fmt::format("Song {}", i), fmt::format("{:022}", 9000 + i));
            store.add_playlist_entry(me, "x",
                                     {"List", 0, track, timestamp_of(noon + i), i % 2 == 0 ? "ann" : ""});
            store.add_mark(me, {library::MarkKind::saved_track, track});
            store.add_mark(me, {library::MarkKind::followed_artist, named(fmt::format("Artist {}", i), "")});
        });
    }
    return file;
}

File genres(int first, int n) {
    File file;
    for (int i = first; i < first + n; ++i) {
        file.push_back([=](Store& store) {
            store.add_artist_genres("artists:g",
                                    {fmt::format("Artist {}", i), {"rock", fmt::format("genre {}", i % 4)}});
        });
    }
    return file;
}

/// Pairs of files that have something in common, as two exports of one person do.
struct Pair {
    const char* name;
    File first;
    File second;
};

std::vector<Pair> pairs() {
    return {
        {"overlapping histories", history(extended, 0, 30), history(extended, 20, 30)},
        {"the same history", history(extended, 0, 30), history(extended, 0, 30)},
        {"poorer, then richer", history(account, 0, 30), history(extended, 10, 30)},
        {"richer, then poorer", history(extended, 0, 30), history(account, 10, 30)},
        {"catalogue of known tracks", history(extended, 0, 30), catalogue("catalogue:c", 0, 30, 0.5F)},
        {"changed catalogue", catalogue("catalogue:c", 0, 30, 0.25F), catalogue("catalogue:c", 10, 30, 0.5F)},
        {"the same catalogue", catalogue("catalogue:c", 0, 30, 0.25F),
         catalogue("catalogue:c", 0, 30, 0.25F)},
        {"two catalogues", catalogue("catalogue:c", 0, 30, 0.25F), catalogue("catalogue:d", 10, 30, 0.5F)},
        {"playlists and marks", lists(0, 20), lists(10, 20)},
        {"genres", genres(0, 20), genres(10, 20)}};
}

constexpr Slices one_slice{1'000'000, std::chrono::hours(1)};
constexpr Slices tiny_slices{7, std::chrono::hours(1)};

std::int64_t import_file(Store& store, const File& file, const Slices& slices = one_slice) {
    const auto import = store.begin_import(slices, {});
    for (const auto& add : file) {
        add(store);
        import->rest();
    }
    import->commit(ImportRow{0, me, "file", "x", timestamp_of(noon), "{}"});
    return store.imports().back().id;
}

class ImportContract : public testing::TestWithParam<Backend> {
  protected:
    void SetUp() override {
        store = open(folder);
        other = open(folder);
    }

    static std::unique_ptr<Store> open(const TemporaryFolder& folder) {
        auto opened = GetParam().open(folder.path());
        opened->ensure_person("me");
        return opened;
    }

    TemporaryFolder folder;
    std::unique_ptr<Store> store;
    std::unique_ptr<Store> other;
};

INSTANTIATE_TEST_SUITE_P(All, ImportContract, testing::ValuesIn(backends),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_P(ImportContract, LeavesTheSameLibraryHoweverSmallItsSlicesAre) {
    for (const auto& [name, first, second] : pairs()) {
        SCOPED_TRACE(name);
        const TemporaryFolder whole_folder;
        const TemporaryFolder sliced_folder;
        const TemporaryFolder plain_folder;
        const auto whole = open(whole_folder);
        const auto sliced = open(sliced_folder);
        const auto plain = open(plain_folder);
        for (const auto* file : {&first, &second, &first}) {
            import_file(*whole, *file);
            import_file(*sliced, *file, tiny_slices);
            const auto transaction = plain->begin();  // what is no import gives the same
            for (const auto& add : *file) add(*plain);
            transaction->commit();
            EXPECT_EQ(content_of(*whole), content_of(*sliced));
            EXPECT_EQ(content_of(*whole), content_of(*plain));
        }
        EXPECT_TRUE(sliced->check_integrity().empty());
    }
}

TEST_P(ImportContract, IsSeenByNobodyBeforeItIsWhole) {
    for (const auto& [name, first, second] : pairs()) {
        SCOPED_TRACE(name);
        const TemporaryFolder pair_folder;
        const auto writer = open(pair_folder);
        const auto reader = open(pair_folder);
        import_file(*writer, first);
        const auto before = content_of(*reader);
        const auto revisions = reader->revisions();
        const auto n_imports = reader->imports().size();
        {
            const auto import = writer->begin_import({1, std::chrono::hours(1)}, {});
            for (const auto& add : second) {
                add(*writer);
                import->rest();
                ASSERT_EQ(content_of(*reader), before);
            }
            EXPECT_EQ(reader->revisions(), revisions);
            EXPECT_EQ(reader->imports().size(), n_imports);
            EXPECT_EQ(content_of(*open(pair_folder)), before) << "who opens the library meanwhile";
            import->commit(ImportRow{0, me, "b", "x", timestamp_of(noon), "{}"});
        }
        const auto after = reader->revisions();
        EXPECT_EQ(after.people - revisions.people, 1);
        for (const auto part : {&Revisions::music, &Revisions::listens, &Revisions::playlists})
            EXPECT_LE(after.*part - revisions.*part, 1);
        EXPECT_EQ(content_of(*reader), content_of(*writer));
    }
}

TEST_P(ImportContract, LeavesNothingIfItFails) {
    for (const auto& [name, first, second] : pairs()) {
        SCOPED_TRACE(name);
        const TemporaryFolder pair_folder;
        const auto writer = open(pair_folder);
        import_file(*writer, first);
        const auto before = content_of(*writer);
        const auto revisions = writer->revisions();
        {
            const auto import = writer->begin_import(tiny_slices, {});
            for (const auto& add : second) {
                add(*writer);
                import->rest();
            }
        }
        EXPECT_EQ(content_of(*writer), before);
        EXPECT_EQ(writer->revisions(), revisions);
        EXPECT_TRUE(writer->check_integrity().empty());
        import_file(*writer, second);
        const auto import = writer->imports().back().id;
        writer->remove_import(import);
        EXPECT_EQ(content_of(*writer), before);
    }
}

TEST_P(ImportContract, TakesTheNextOneAfterOneThatFailed) {
    {
        const auto import = store->begin_import(one_slice, {});
        for (const auto& add : history(extended, 0, 10)) add(*store);
    }
    import_file(*other, history(extended, 0, 10));
    EXPECT_EQ(store->listens(me).size(), 10U);
    EXPECT_EQ(store->imports().size(), 1U);
}

TEST_P(ImportContract, LetsOthersWriteBetweenItsSlices) {
    import_file(*store, history(extended, 0, 5));
    const auto track = store->tracks().front().id;
    const auto import = store->begin_import(tiny_slices, {});
    other->set_patience(std::chrono::milliseconds(0));
    std::size_t n_rows = 0;
    std::size_t n_written = 0;
    for (const auto& add : history(extended, 100, 28)) {
        add(*store);
        EXPECT_THROW(other->begin_beside_imports(), Busy);
        import->rest();
        if (++n_rows % tiny_slices.rows != 0) continue;
        other->set_label(me, track, library::LabelValue::like, "command", timestamp_of(noon));
        EXPECT_EQ(other->label_history(me).size(), ++n_written);
    }
    EXPECT_EQ(n_written, 4U);
    EXPECT_EQ(other->listens(me).size(), 5U);
    import->commit(ImportRow{0, me, "b", "x", timestamp_of(noon), "{}"});
    EXPECT_EQ(other->listens(me).size(), 33U);
}

TEST_P(ImportContract, WaitsForAnotherImportToEnd) {
    auto first = store->begin_import(one_slice, {});
    history(extended, 0, 1).front()(*store);
    other->set_patience(std::chrono::milliseconds(1));
    int n_waits = 0;
    {
        const auto second = other->begin_import(one_slice, [&] {
            if (++n_waits < 3) return;
            if (n_waits == 3) first->commit(std::nullopt);
        });
        history(extended, 0, 2).back()(*other);
        second->commit(std::nullopt);
    }
    EXPECT_EQ(n_waits, 3);
    EXPECT_EQ(other->listens(me).size(), 2U);
    first = store->begin_import(one_slice, {});
    EXPECT_EQ(
        [&]() -> std::optional<ErrorCode> {
            try {
                other->begin_import(one_slice, [] { fail(ErrorCode::interrupted, "stopped"); });
            } catch (const Error& error) {
                return error.code();
            }
            return std::nullopt;
        }(),
        ErrorCode::interrupted);
}

TEST_P(ImportContract, LetsNobodyElseAddTracksMeanwhile) {
    other->set_patience(std::chrono::milliseconds(1));
    store->set_patience(std::chrono::milliseconds(1));
    auto transaction = other->begin_beside_imports();
    int n_waits = 0;
    const auto import = store->begin_import(tiny_slices, [&] {
        ++n_waits;
        EXPECT_THROW(other->ensure_track(named("A", "Song")), Busy);
        transaction.reset();
    });
    EXPECT_EQ(n_waits, 1);
    EXPECT_THROW(other->ensure_track(named("A", "Song")), Busy);
    EXPECT_THROW(other->begin(), Busy);
}

TEST_P(ImportContract, RemovedLeavesWhatTheOtherImportTold) {
    for (const auto& [name, first, second] : pairs()) {
        for (const bool removes_second : {true, false}) {
            SCOPED_TRACE(fmt::format("{}, {} removed", name, removes_second ? "second" : "first"));
            const TemporaryFolder both_folder;
            const TemporaryFolder one_folder;
            const auto both = open(both_folder);
            const auto one = open(one_folder);
            const auto a = import_file(*both, first);
            const auto b = import_file(*both, second);
            import_file(*one, removes_second ? first : second);
            both->remove_import(removes_second ? b : a);
            auto left = content_of(*both);
            auto alone = content_of(*one);
            if (!removes_second) {
                // The first import wrote names first, and found tracks by them; ids were matched in another order.
                const auto is_of_identity = [](const std::string& line) {
                    return line.starts_with("track") || line.starts_with("id ");
                };
                std::erase_if(left, is_of_identity);
                std::erase_if(alone, is_of_identity);
            }
            EXPECT_EQ(left, alone);
            EXPECT_TRUE(both->check_integrity().empty());
            both->remove_import(removes_second ? a : b);
            for (const auto& line : content_of(*both))
                EXPECT_TRUE(line.starts_with("counts 0 0 0 0 0 0 0 0 0")) << line;
        }
    }
}

TEST_P(ImportContract, RemovesNoneThatIsNotThere) {
    EXPECT_THROW(store->remove_import(1), Error);
    const auto import = store->begin_import(one_slice, {});
    EXPECT_THROW(store->remove_import(1), Error) << "not one that is under way";
}

TEST_P(ImportContract, RemovedKeepsWhatAPersonSaidOfItsTracks) {
    const auto import = import_file(*store, history(extended, 0, 5));
    const auto track = store->tracks().front().id;
    store->set_label(me, track, library::LabelValue::like, "command", timestamp_of(noon));
    store->remove_import(import);
    EXPECT_EQ(store->tracks().size(), 1U);
    EXPECT_EQ(store->labels(me).size(), 1U);
    EXPECT_TRUE(store->listens(me).empty());
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST_P(ImportContract, RemovedKeepsCorrections) {
    import_file(*store, history(extended, 0, 13));
    const auto second = import_file(*store, history(extended, 5, 20));
    const auto tracks = store->tracks();
    const auto correction = store->merge_tracks(tracks[1].id, tracks[0].id, timestamp_of(noon));
    store->remove_import(second);
    EXPECT_EQ(store->corrections().size(), 1U);
    EXPECT_FALSE(store->track(tracks[1].id).has_value());
    store->undo_correction(correction);
    EXPECT_TRUE(store->track(tracks[1].id).has_value());
    EXPECT_TRUE(store->check_integrity().empty());
    EXPECT_EQ(store->listens(me).size(), 13U);
}

TEST_P(ImportContract, KeepsAnEntryThatSeveralToldThroughChangesOfItsPlaylist) {
    const auto first = import_file(*store, lists(0, 4));
    const auto second = import_file(*store, lists(2, 4));
    const auto list = store->playlists(me).front();
    auto items = list.items;
    std::ranges::reverse(items);
    store->change_playlists(me, std::array{PlaylistContent{list.id, items}}, "turned round",
                            timestamp_of(noon));
    store->remove_import(first);
    EXPECT_EQ(store->playlists(me).front().items.size(), 4U);
    store->remove_import(second);
    EXPECT_TRUE(store->playlists(me).front().items.empty());
}

}  // namespace
}  // namespace attune::store
