#include "core/error.h"
#include "store/backends.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>

namespace attune::store {
namespace {

using library::CommunityName;
using library::CommunityPlay;
using library::ItemNaming;

constexpr auto imported = Fate::imported;
constexpr auto duplicate = Fate::duplicate;

CommunityPlay plays(std::string person, std::string artist, std::string track, double count) {
    CommunityPlay play;
    play.person = std::move(person);
    play.artist_name = std::move(artist);
    play.track_name = std::move(track);
    play.count = count;
    return play;
}

CommunityPlay listen(std::string person, std::string artist, std::string track, std::int64_t at) {
    auto play = plays(std::move(person), std::move(artist), std::move(track), 1);
    play.listened_at = timestamp_of(at);
    return play;
}

CommunityPlay numbered(std::string person, std::string number, double count, ItemNaming naming) {
    auto play = plays(std::move(person), std::move(number), "", count);
    play.naming = naming;
    return play;
}

class CommunityContract : public testing::TestWithParam<Backend> {
  protected:
    void SetUp() override { store = GetParam().open(folder.path()); }

    void reopen() {
        store.reset();
        store = GetParam().open(folder.path());
    }

    std::optional<Fate> add(const CommunityPlay& play) {
        return store->add_community_play("somewhere", play);
    }

    /// How often anybody played each artist, by name.
    std::map<std::string, float> artist_plays() {
        const auto content = store->community();
        std::map<std::string, float> sums;
        for (const auto& play : content.artist_plays) sums[content.artists[play.item].name] += play.count;
        return sums;
    }

    TemporaryFolder folder;
    std::unique_ptr<Store> store;
};

INSTANTIATE_TEST_SUITE_P(All, CommunityContract, testing::ValuesIn(backends),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_P(CommunityContract, CountsAListenOnceHoweverOftenItComes) {
    const auto first = listen("ann", "Haddaway", "What Is Love", 1'700'000'000);
    EXPECT_EQ(add(first), imported);
    EXPECT_EQ(add(first), duplicate);
    EXPECT_EQ(add(listen("ann", "HADDAWAY", "what is love", 1'700'000'000)), duplicate);  // another spelling
    EXPECT_EQ(add(listen("ann", "Haddaway", "What Is Love", 1'700'000'001)), imported);
    EXPECT_EQ(add(listen("ann", "Haddaway", "Life", 1'700'000'000)), imported);
    EXPECT_EQ(add(listen("bob", "Haddaway", "What Is Love", 1'700'000'000)), imported);
    reopen();
    EXPECT_EQ(add(first), duplicate);
    const auto content = store->community();
    EXPECT_EQ(content.n_people, 2U);
    EXPECT_EQ(content.tracks.size(), 2U);
    EXPECT_EQ(artist_plays(), (std::map<std::string, float>{{"Haddaway", 4}}));
}

TEST_P(CommunityContract, ReplacesACountThatChanged) {
    EXPECT_EQ(add(plays("ann", "Low", "", 7)), imported);
    EXPECT_EQ(add(plays("ann", "Low", "", 7)), duplicate);
    EXPECT_EQ(add(plays("ann", "Low", "", 3)), imported);
    EXPECT_EQ(artist_plays(), (std::map<std::string, float>{{"Low", 3}}));
}

TEST_P(CommunityContract, LetsTheFirstOfTwoCountsOfOneImportStand) {
    for (const bool is_again : {false, true}) {
        const auto transaction = store->begin();
        EXPECT_EQ(add(plays("ann", "Low", "", 7)), is_again ? duplicate : imported);
        EXPECT_EQ(add(plays("ann", "Low", "", 3)), duplicate);
        transaction->commit();
        EXPECT_EQ(artist_plays().at("Low"), 7);
    }
}

TEST_P(CommunityContract, AddsUpTwoSpellingsOfOneArtist) {
    EXPECT_EQ(add(plays("ann", "Sigur Rós", "", 5)), imported);
    EXPECT_EQ(add(plays("ann", "sigur ros", "", 2)), imported);
    EXPECT_EQ(add(plays("ann", "Sigur Rós", "", 5)), duplicate);
    EXPECT_EQ(artist_plays(), (std::map<std::string, float>{{"Sigur Rós", 7}}));
}

TEST_P(CommunityContract, KnowsNumbersOnlyBySomeFile) {
    const auto play = numbered("2", "51", 13883, ItemNaming::listed_number);
    EXPECT_EQ(add(play), std::nullopt);
    EXPECT_EQ(store->community().n_people, 0U);  // nothing of the row is left
    EXPECT_EQ(store->add_community_tagging("somewhere", {"2", "51", "13"}), std::nullopt);
    EXPECT_EQ(store->add_community_name("somewhere", {CommunityName::Kind::artist, "51", "Duran Duran"}),
              imported);
    EXPECT_EQ(store->add_community_name("somewhere", {CommunityName::Kind::artist, "51", "Duran Duran"}),
              duplicate);
    EXPECT_EQ(store->add_community_name("somewhere", {CommunityName::Kind::tag, "13", "New-Wave"}), imported);
    EXPECT_EQ(add(play), imported);
    EXPECT_EQ(store->add_community_play("elsewhere", play),
              std::nullopt);  // another source, another numbering
    EXPECT_EQ(store->add_community_tagging("somewhere", {"2", "51", "13"}), imported);
    EXPECT_EQ(store->add_community_tagging("somewhere", {"2", "51", "13"}), duplicate);
    EXPECT_EQ(store->add_community_tagging("somewhere", {"3", "51", "13"}), imported);
    const auto content = store->community();
    ASSERT_EQ(content.artist_tags.size(), 1U);
    EXPECT_EQ(content.artist_tags[0].count, 2);
    EXPECT_EQ(content.tags, std::vector<std::string>{"new wave"});
}

TEST_P(CommunityContract, NeverTakesABareNumberForAName) {
    const auto band = store->ensure_artist("311");
    EXPECT_EQ(add(numbered("ann", "311", 4, ItemNaming::bare_number)), imported);
    EXPECT_FALSE(store->community().artists.at(0).artist);
    EXPECT_EQ(add(plays("ann", "311", "", 9)), imported);
    EXPECT_EQ(store->community().artists.at(1).artist, band);
}

TEST_P(CommunityContract, FindsTheArtistsAndTracksOfTheLibraryWheneverTheyCome) {
    add(listen("ann", "The Beatles", "Help! - Remastered 2009", 1'700'000'000));
    add(listen("ann", "Simon & Garfunkel", "The Boxer", 1'700'000'100));
    add(listen("ann", "Simon", "Alone", 1'700'000'200));
    EXPECT_FALSE(store->community().artists.at(0).artist);
    library::TrackDescription help;
    help.artist_name = "Beatles";
    help.track_name = "Help!";
    const auto track = store->ensure_track(help);
    const auto simon = store->ensure_artist("Simon");
    const auto content = store->community();
    EXPECT_EQ(content.artists.at(0).artist, store->find_artist("Beatles"));
    EXPECT_EQ(content.tracks.at(0).track, track);
    EXPECT_FALSE(content.artists.at(1).artist);  // Simon has an artist of his own
    EXPECT_EQ(content.artists.at(2).artist, simon);
    EXPECT_EQ(store->community_counts().known_artists, 2);
    EXPECT_EQ(store->community_counts().known_tracks, 1);
}

TEST_P(CommunityContract, IsApartFromTheLibrary) {
    add(listen("ann", "Haddaway", "What Is Love", 1'700'000'000));
    EXPECT_TRUE(store->people().empty());
    EXPECT_TRUE(store->tracks().empty());
    EXPECT_TRUE(store->artists().empty());
}

TEST_P(CommunityContract, KeepsNoNameOfAnAccount) {
    add(listen("a-name-to-be-found", "Haddaway", "What Is Love", 1'700'000'000));
    add(plays("a-name-to-be-found", "Low", "", 3));
    store.reset();
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
        std::ifstream in(file.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), {});
        EXPECT_EQ(bytes.find("a-name-to-be-found"), std::string::npos) << file.path();
    }
}

TEST_P(CommunityContract, ForgetsASourceAsIfItHadNeverBeen) {
    add(listen("ann", "Haddaway", "What Is Love", 1'700'000'000));
    store->add_community_play("elsewhere", plays("ann", "Low", "", 3));
    const auto before = store->community_counts();
    store->add_community_name("third", {CommunityName::Kind::artist, "1", "Cher"});
    store->add_community_name("third", {CommunityName::Kind::tag, "1", "pop"});
    store->add_community_play("third", numbered("zoe", "1", 3, ItemNaming::listed_number));
    store->add_community_tagging("third", {"zoe", "1", "1"});
    store->add_community_play("third", listen("zoe", "Low", "Sunflower", 1'700'000'000));
    EXPECT_TRUE(store->add_community_dropped("third", 77));
    EXPECT_FALSE(store->add_community_dropped("third", 77));
    store->forget_community("third");
    const auto after = store->community_counts();
    EXPECT_EQ(after.people, before.people);
    EXPECT_EQ(after.artists, before.artists);
    EXPECT_EQ(after.tracks, before.tracks);
    EXPECT_EQ(after.tags, 0);
    EXPECT_EQ(store->community_sources().size(), 2U);
    EXPECT_TRUE(store->check_integrity().empty());
    EXPECT_EQ(store->add_community_play("third", listen("zoe", "Low", "Sunflower", 1'700'000'000)), imported);
    try {
        store->forget_community("nowhere");
        ADD_FAILURE() << "forgot what there is not";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::not_found);
        EXPECT_NE(std::string_view(error.what()).find("somewhere, elsewhere"), std::string_view::npos)
            << error.what();
    }
}

TEST_P(CommunityContract, TakesBackAllOfATransaction) {
    {
        const auto transaction = store->begin();
        for (int i = 0; i < 50; ++i)
            add(listen("ann", "Artist " + std::to_string(i % 5), "Song", 1'700'000'000 + i));
    }
    EXPECT_EQ(store->community_counts().artists, 0);
    EXPECT_EQ(add(listen("ann", "Artist 1", "Song", 1'700'000'001)), imported);
    EXPECT_EQ(artist_plays(), (std::map<std::string, float>{{"Artist 1", 1}}));
}

TEST_P(CommunityContract, RefusesRowsThatNameNobody) {
    EXPECT_THROW(add(plays("", "Low", "", 1)), Error);
    EXPECT_THROW(add(plays("ann", "", "", 1)), Error);
    EXPECT_THROW(add(plays("ann", "Low", "", 0)), Error);
    EXPECT_EQ(store->community_counts().people, 0);
}

}  // namespace
}  // namespace attune::store
