#include "engine/library/snapshot.h"

#include "engine/genres/genre_tree.h"
#include "engine/library/listeners.h"
#include "engine/picks/status.h"
#include "engine/small_library.h"

#include <atomic>
#include <thread>

namespace attune::engine {
namespace {

/// A library that two programs have open.
class SnapshotOfALibrary : public SmallLibrary {
  protected:
    SnapshotOfALibrary() {
        import("tracks.csv", catalogue(0, 20));
        import(history_name, extended_history(3));
        other = open_workspace(folder / "library", false);
        other->now = workspace->now;
    }

    /// Tracks, each by an artist of its own with a genre of its own.
    static std::string catalogue(int begin, int end) {
        std::string text = "id,name,artists,genre,danceability,energy,loudness,valence,tempo,duration_ms\n";
        for (int i = begin; i < end; ++i)
            text += fmt::format("{:022},Title {},Artist {},genre {},0.5,0.{},-7,0.4,120,200000\n", i, i, i, i,
                                10 + i % 80);
        return text;
    }

    void import_elsewhere(const std::string& name, const std::string& content) {
        import_paths(*other, {{write(name, content)}});
    }

    std::unique_ptr<Workspace> other;
};

TEST_F(SnapshotOfALibrary, SeesOneStateWhateverOthersCommit) {
    Snapshot snapshot(*workspace);
    const auto before = snapshot.collected();
    import_elsewhere("more.csv", catalogue(20, 40));
    EXPECT_EQ(snapshot.collected(), before);
    EXPECT_EQ(workspace->store->tracks().size(), before->collection.tracks.size());
    // What was not asked for before is of the same state.
    EXPECT_EQ(snapshot.tags()->track_vectors().n_rows(), before->collection.tracks.size());
    EXPECT_EQ(snapshot.hubness()->size(), before->collection.tracks.size());
    EXPECT_EQ(snapshot.sound_of_tracks()->space.size(), before->collection.tracks.size());
    EXPECT_EQ(snapshot.history(workspace->person_id())->history.plays.size(), 3U);
}

TEST_F(SnapshotOfALibrary, OfANewStateHasNewParts) {
    const auto before = Snapshot(*workspace).collected();
    EXPECT_EQ(Snapshot(*workspace).collected(), before) << "nothing has changed";
    import_elsewhere("more.csv", catalogue(20, 40));
    const auto after = Snapshot(*workspace).collected();
    EXPECT_EQ(after->collection.tracks.size(), before->collection.tracks.size() + 20);
}

TEST_F(SnapshotOfALibrary, KeepsTheMusicWhereOnlyAPersonDidSomething) {
    const auto collected = Snapshot(*workspace).collected();
    const auto known = Snapshot(*workspace).history(workspace->person_id());
    const auto track = known->history.plays.front().track;
    other->store->set_label(other->person_id(), collected->collection.tracks[track].id,
                            library::LabelValue::like, "test", other->now);
    Snapshot snapshot(*workspace);
    EXPECT_EQ(snapshot.collected(), collected);
    const auto labelled = snapshot.history(workspace->person_id());
    ASSERT_EQ(labelled->history.labels.size(), 1U);
    EXPECT_EQ(labelled->key, known->key) << "models of the past do not go by labels";
}

TEST_F(SnapshotOfALibrary, CountsPlaysOnceHoweverOftenSomethingIsSaidOfTracks) {
    const auto before = status(*workspace);
    const auto n_made = workspace->parts->n_made();
    const auto track = Snapshot(*workspace).history(workspace->person_id())->history.plays.front().track;
    const auto id = Snapshot(*workspace).collection().tracks[track].id;
    for (const auto value : {library::LabelValue::like, library::LabelValue::skip}) {
        const auto made_so_far = workspace->parts->n_made();
        other->store->set_label(other->person_id(), id, value, "test", other->now);
        EXPECT_EQ(status(*workspace).listens, before.listens);
        EXPECT_EQ(workspace->parts->n_made(), made_so_far);
    }
    other->store->add_run({{}, other->person_id(), other->now, 1, "1", "f", "{}", false});
    EXPECT_EQ(status(*workspace).runs.size(), 1U);
    EXPECT_EQ(workspace->parts->n_made(), n_made + 3)
        << "the collection, the past and the history, for this test";
    import_elsewhere(history_name, extended_history(4));
    EXPECT_EQ(status(*workspace).listens, before.listens + 1);
}

TEST_F(SnapshotOfALibrary, ReadsThePastOnceHoweverOftenSomethingIsSaidOfTracks) {
    const auto me = workspace->person_id();
    const auto id = Snapshot(*workspace).collection().tracks.front().id;
    Snapshot(*workspace).history(me);
    const auto n_made = workspace->parts->n_made();
    other->store->set_label(me, id, library::LabelValue::like, "test", other->now);
    EXPECT_EQ(Snapshot(*workspace).history(me)->history.labels.size(), 1U);
    EXPECT_EQ(workspace->parts->n_made(), n_made + 1) << "what was said alone";
    other->store->set_artist_blocked(me, *other->store->find_artist("Artist 3"), true, other->now);
    EXPECT_EQ(Snapshot(*workspace).history(me)->history.banned_artists.size(), 1U);
    EXPECT_EQ(workspace->parts->n_made(), n_made + 2);
}

TEST_F(SnapshotOfALibrary, TellsHistoriesApart) {
    const auto before = Snapshot(*workspace).history(workspace->person_id())->key;
    import_elsewhere(history_name, extended_history(4));
    EXPECT_NE(Snapshot(*workspace).history(workspace->person_id())->key, before);
}

TEST_F(SnapshotOfALibrary, KnowsAtOnceWhereTheOwnerPutsAGenre) {
    const auto before = learn_genres(*std::make_unique<Snapshot>(*workspace));
    settle_genre(*other, "genre 3", "jazz");
    Snapshot snapshot(*workspace);
    const auto after = learn_genres(snapshot);
    EXPECT_EQ(before->settled("genre 3"), nullptr);
    EXPECT_NE(after->settled("genre 3"), nullptr);
}

TEST_F(SnapshotOfALibrary, IsWholeWhileAnotherImports) {
    std::atomic<bool> is_over = false;
    std::jthread importer([&] {
        for (int i = 1; i <= 12; ++i)
            import_elsewhere(fmt::format("part{}.csv", i), catalogue(20 * i, 20 * i + 20));
        is_over = true;
    });
    int n_read = 0;
    for (bool last = false; !last; ++n_read) {
        last = is_over;
        Snapshot snapshot(*workspace);
        const auto collected = snapshot.collected();
        // Every artist of these catalogues has a track and a genre, and every catalogue came as a whole.
        EXPECT_EQ(collected->collection.genres.size() % 20, 0U);
        for (const auto& track : collected->collection.tracks)
            ASSERT_LT(track.artist, collected->collection.artists.size());
        EXPECT_EQ(snapshot.tag_table()->of_artists.size(), collected->collection.artists.size());
        EXPECT_EQ(snapshot.history(workspace->person_id())->history.plays.size(), 3U);
    }
    EXPECT_GT(n_read, 0);
    EXPECT_EQ(Snapshot(*workspace).collection().genres.size(), 260U);
}

}  // namespace
}  // namespace attune::engine
