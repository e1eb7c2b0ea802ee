#include "core/error.h"
#include "core/random.h"
#include "genres/branching.h"
#include "genres/taxonomy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace attune::genres {
namespace {

Taxonomy two_branches() {
    Taxonomy taxonomy;
    taxonomy.read("root loud: metal\nroot quiet: folk, choir\nbranch metal: metal\nbranch folk: folk\n",
                  Author::attune);
    return taxonomy;
}

TEST(Taxonomy, OfThePersonComesBeforeThatOfTheProgram) {
    auto taxonomy = two_branches();
    taxonomy.read("# mine\nroot loud: choir\ntag Folk-Metal: folk 1, metal 3 # hybrid\nbranch metal: folk\n",
                  Author::person);
    EXPECT_EQ(taxonomy.branches()[2].root, 0U);
    const auto& hybrid = taxonomy.settled().at("folk metal");
    EXPECT_EQ(hybrid.weights, (std::vector<double>{0.75, 0.25, 0}));
    EXPECT_EQ(hybrid.author, Author::person);
    EXPECT_EQ(hybrid.line, 3U);
    EXPECT_EQ(taxonomy.settled().at("folk").weights[0], 1);
    EXPECT_EQ(taxonomy.settled().at("metal").author, Author::attune);
    EXPECT_EQ(taxonomy.root_weights(hybrid.weights), (std::vector<double>{0.75, 0.25}));
}

TEST(Taxonomy, SaysWhichLineIsWrongAndAddsNothingThen) {
    const std::pair<const char*, const char*> cases[] = {
        {"tag a: metal\ntag b: polka", "line 2: there is no branch 'polka'; there are metal, folk, choir"},
        {"twig a: b", "line 1: a line must be"},
        {"branch metal:", "line 1: nothing stands behind"},
        {"tag a: metal -1", "line 1: a share must be in"},
        {"tag ??: metal", "line 1: "},
        {"branch metal", "line 1: a line must be"},
    };
    for (const auto& [text, says] : cases) {
        auto taxonomy = two_branches();
        try {
            taxonomy.read(text, Author::person);
            ADD_FAILURE() << text;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::corrupt_data);
            EXPECT_NE(std::string(error.what()).find(says), std::string::npos) << error.what();
        }
        EXPECT_EQ(taxonomy.settled().size(), 2U);
    }
}

TEST(Taxonomy, ThatIsShippedHasSixteenBranchesUnderFourRoots) {
    Taxonomy taxonomy;
    taxonomy.read(default_taxonomy(), Author::attune);
    EXPECT_EQ(taxonomy.roots().size(), 4U);
    EXPECT_EQ(taxonomy.branches().size(), 16U);
    for (const auto& branch : taxonomy.branches())
        EXPECT_TRUE(taxonomy.settled().contains(branch.name)) << branch.name;
}

KnownTag known(std::string tag, std::size_t branch, std::size_t n_branches = 3) {
    KnownTag result{std::move(tag), std::vector<double>(n_branches, 0.0)};
    result.weights[branch] = 1;
    return result;
}

std::size_t best(const std::vector<double>& p) {
    return static_cast<std::size_t>(std::ranges::max_element(p) - p.begin());
}

TEST(NameWords, ListenToTheLastWordMost) {
    const NameWords words(
        {known("ambient", 0), known("ambient house", 0), known("folk", 1), known("irish folk", 1),
         known("hip hop", 2), known("irish hip hop", 2), known("irish house", 0)},
        3);
    EXPECT_EQ(best(words.probabilities("ambient folk")), 1U);
    EXPECT_EQ(best(words.probabilities("folk ambient")), 0U);
    EXPECT_EQ(best(words.probabilities("folk hip hop")), 2U);
    // A place that stands in all branches moves nothing: less than a tenth of what the head does.
    const auto pieces = words.words("irish ambient");
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_TRUE(pieces[0].is_head);
    EXPECT_LT(pieces[1].says, pieces[0].says / 10);
    // A known tag does not know itself.
    EXPECT_FALSE(words.probabilities("hip").empty());
    EXPECT_TRUE(NameWords({known("polka", 0)}, 3).probabilities("polka").empty());
    // Of a word never met, its end: a name, else letters that known words end with.
    EXPECT_EQ(best(words.probabilities("deathfolk")), 1U);
    EXPECT_LT(words.words("deathfolk")[0].says, words.words("death folk")[0].says);
    const NameWords parts({known("grindcore", 1), known("metalcore", 1), known("techno", 0)}, 3);
    EXPECT_EQ(best(parts.probabilities("slamcore")), 1U);
}

/// Artists of three scenes; each has tags of its scene and a sound of its own. "bridge" stands in two.
TaggedArtists scenes() {
    TaggedArtists artists;
    for (const auto* const tag :
         {"a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3", "bridge", "c0", "c1", "c2", "c3", "lone"})
        artists.tags.emplace_back(tag);
    artists.sound = Matrix(150, 2);
    Random random(5);
    for (std::size_t artist = 0; artist < 150; ++artist) {
        const auto scene = artist % 3;
        const auto first = static_cast<std::uint32_t>(scene == 2 ? 9 : 4 * scene);
        learning::Bag bag;
        for (std::uint32_t tag = 0; tag < 4; ++tag) {
            if (random.uniform() < 0.6) bag.push_back({first + tag, 1});
        }
        if (scene < 2 && random.uniform() < 0.5) bag.push_back({8, 1});
        artists.bags.push_back(bag);
        artists.sound(artist, 0) =
            static_cast<float>(scene == 0 ? 2 + 0.3 * random.normal() : random.normal());
        artists.sound(artist, 1) =
            static_cast<float>(scene == 2 ? 3 + 0.3 * random.normal() : random.normal());
    }
    return artists;
}

TEST(Branching, FollowsCompanyAndKeepsHybridsInSeveralBranches) {
    TagProfileOptions options;
    options.dim = 8;
    const auto profiles = profile_tags(scenes(), options);
    BranchingOptions small;
    small.spreading.neighbours = 4;
    const Branching branching(
        profiles, {known("a0", 0), known("b0", 1), known("c0", 2), known("a1", 0), known("c1", 2)}, 3, small);
    for (const auto& [tag, branch] : {std::pair("a3", 0U), {"b2", 1U}, {"c2", 2U}}) {
        const auto& told = branching.of(*profiles.find(tag));
        EXPECT_EQ(best(told.weights), branch) << tag;
        EXPECT_EQ(best(told[Evidence::company]), branch) << tag;
        EXPECT_NEAR(std::accumulate(told.weights.begin(), told.weights.end(), 0.0), 1, 1e-9);
    }
    EXPECT_EQ(best(branching.of(*profiles.find("c3"))[Evidence::sound]), 2U);
    const auto& bridge = branching.of(*profiles.find("bridge"));
    EXPECT_GT(bridge.weights[0], 0.15);
    EXPECT_GT(bridge.weights[1], 0.15);
    EXPECT_LT(bridge.weights[2], 0.15);
    // Nobody is called "lone", and its name says nothing: what is left is the prior.
    const auto& lone = branching.of(*profiles.find("lone"));
    EXPECT_FALSE(lone.has_evidence());
    EXPECT_EQ(lone.weights, branching.words().prior());
}

TEST(Branching, DoesWithoutSoundAndRefusesToLearnFromNothing) {
    auto artists = scenes();
    artists.sound = {};
    const auto profiles = profile_tags(artists);
    const Branching branching(profiles, {known("a0", 0), known("b0", 1), known("c0", 2)}, 3);
    EXPECT_TRUE(branching.of(0)[Evidence::sound].empty());
    EXPECT_EQ(best(branching.of(*profiles.find("a2")).weights), 0U);
    EXPECT_THROW(Branching(profiles, {}, 3), Error);
    EXPECT_THROW(Branching(profiles, {known("a0", 0, 2)}, 3), Error);
    const Branching empty(profile_tags({}), {known("a0", 0)}, 3);
    EXPECT_FALSE(empty.of_name("drone").has_evidence());
}

}  // namespace
}  // namespace attune::genres
