#include "genres/genre_embedding.h"

#include "core/error.h"
#include "core/json.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace attune::genres {
namespace {

using Artists = std::vector<std::vector<std::string>>;

const std::vector<std::string> guitars = {"grunge", "indie rock", "post punk", "shoegaze"};
const std::vector<std::string> beats = {"deep house", "minimal techno", "techno", "trance"};

/// 200 artists, each with two or three genres of one scene; "live" stands beside anything.
Artists two_scenes() {
    Random random(1);
    Artists artists;
    for (int i = 0; i < 200; ++i) {
        const auto& scene = i % 2 == 0 ? guitars : beats;
        std::vector<std::string> genres = {scene[random.below(4)], scene[random.below(4)],
                                           scene[random.below(4)]};
        if (i % 3 == 0) genres.emplace_back("live");
        artists.push_back(genres);
    }
    return artists;
}

GenreEmbedding fitted(int dim = 8) {
    GenreEmbeddingOptions options;
    options.dim = dim;
    return GenreEmbedding::fit(two_scenes(), options);
}

double dot(std::span<const float> a, std::span<const float> b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

TEST(GenreEmbedding, PutsGenresOfOneSceneTogether) {
    const auto embedding = fitted();
    for (const auto& [scene, other] : {std::pair(guitars, beats), std::pair(beats, guitars)}) {
        for (const auto& genre : scene) {
            EXPECT_EQ(std::ranges::count(scene, embedding.nearest(genre, 1)[0].genre), 1) << genre;
            for (const auto& near : embedding.nearest(genre, 4)) {
                EXPECT_EQ(std::ranges::count(other, near.genre), 0) << genre << " is near " << near.genre;
            }
        }
    }
}

TEST(GenreEmbedding, PutsGenresThatAreOnlyFoundTogetherInOnePlace) {
    auto artists = two_scenes();
    for (int i = 0; i < 5; ++i) artists.push_back({"polka", "schlager"});
    const auto embedding = GenreEmbedding::fit(artists);
    EXPECT_GT(dot(*embedding.vector_of("polka"), *embedding.vector_of("schlager")), 0.95);
    EXPECT_LT(dot(*embedding.vector_of("polka"), *embedding.vector_of("techno")), 0.3);
}

TEST(GenreEmbedding, HasUnitVectors) {
    const auto embedding = fitted();
    EXPECT_EQ(embedding.dim(), 8U);
    EXPECT_EQ(embedding.genres().size(), 9U);
    for (const auto& genre : embedding.genres()) {
        const auto vector = embedding.vector_of(genre).value();
        EXPECT_NEAR(dot(vector, vector), 1, 1e-5);
    }
}

TEST(GenreEmbedding, EmbedsAListAsTheDirectionOfItsMean) {
    const auto embedding = fitted();
    const auto both = embedding.embed(std::vector<std::string>{"techno", "unheard of", "trance"}).value();
    EXPECT_NEAR(dot(both, both), 1, 1e-5);
    EXPECT_NEAR(dot(both, *embedding.vector_of("techno")), dot(both, *embedding.vector_of("trance")), 1e-5);
    const auto alone = embedding.embed(std::vector<std::string>{"grunge"}).value();
    EXPECT_NEAR(dot(alone, *embedding.vector_of("grunge")), 1, 1e-5);
    EXPECT_LT(dot(alone, both), dot(alone, *embedding.vector_of("shoegaze")));
}

TEST(GenreEmbedding, DoesNotKnowWhatItHasNotSeen) {
    const auto embedding = fitted();
    EXPECT_FALSE(embedding.vector_of("polka"));
    EXPECT_FALSE(embedding.embed(std::vector<std::string>{"polka"}));
    EXPECT_FALSE(embedding.embed({}));
    EXPECT_TRUE(embedding.nearest("polka", 3).empty());
    EXPECT_FALSE(GenreEmbedding().vector_of("techno"));
}

TEST(GenreEmbedding, HasNoVectorForAGenreThatStandsAlone) {
    auto artists = two_scenes();
    artists.push_back({"polka"});
    artists.push_back({"polka", "polka"});
    EXPECT_FALSE(GenreEmbedding::fit(artists).vector_of("polka"));
}

TEST(GenreEmbedding, LeavesOutGenresOfTooFewArtists) {
    auto artists = two_scenes();
    artists.push_back({"polka", "techno"});
    EXPECT_TRUE(GenreEmbedding::fit(artists).vector_of("polka"));
    GenreEmbeddingOptions options;
    options.min_artists = 2;
    EXPECT_FALSE(GenreEmbedding::fit(artists, options).vector_of("polka"));
}

TEST(GenreEmbedding, ListsTheNearestFirstAndNotItself) {
    const auto near = fitted().nearest("techno", 100);
    EXPECT_EQ(near.size(), 8U);
    EXPECT_TRUE(std::ranges::is_sorted(near, std::ranges::greater{}, &NearGenre::likeness));
    for (const auto& other : near) EXPECT_NE(other.genre, "techno");
}

TEST(GenreEmbedding, HasTheLengthAskedForEvenOfFewGenresOrNone) {
    EXPECT_EQ(fitted(32).dim(), 32U);
    const auto none = GenreEmbedding::fit({});
    EXPECT_EQ(none.dim(), 32U);
    EXPECT_TRUE(none.genres().empty());
}

TEST(GenreEmbedding, DoesNotDependOnTheOrderOfAnArtistsGenres) {
    auto artists = two_scenes();
    const auto before = GenreEmbedding::fit(artists).save();
    for (auto& genres : artists) std::ranges::reverse(genres);
    EXPECT_EQ(GenreEmbedding::fit(artists).save(), before);
}

TEST(GenreEmbedding, IsTheSameAfterSaveAndLoad) {
    const auto embedding = fitted();
    const auto saved = embedding.save();
    EXPECT_EQ(GenreEmbedding::load(Json::parse(saved.dump())).save(), saved);
    EXPECT_EQ(GenreEmbedding::load(saved).nearest("techno", 1)[0].genre,
              embedding.nearest("techno", 1)[0].genre);
}

TEST(GenreEmbedding, RefusesToLoadJunk) {
    EXPECT_THROW(GenreEmbedding::load(Json()), Error);
    for (const auto* field : {"model", "dim", "genres", "vectors"}) {
        auto saved = fitted().save();
        saved.erase(field);
        EXPECT_THROW(GenreEmbedding::load(saved), Error) << field;
    }
    auto saved = fitted().save();
    saved["genres"][0] = "zzz";
    EXPECT_THROW(GenreEmbedding::load(saved), Error);
    saved = fitted().save();
    saved["vectors"].erase(0);
    EXPECT_THROW(GenreEmbedding::load(saved), Error);
}

}  // namespace
}  // namespace attune::genres
