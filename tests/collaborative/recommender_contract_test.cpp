#include "collaborative/planted.h"
#include "collaborative/recommender.h"
#include "collaborative/saved_bytes.h"
#include "core/error.h"
#include "core/hash.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <ostream>
#include <stop_token>

namespace attune::collaborative {

void PrintTo(const ModelInfo& model, std::ostream* out) { *out << model.name; }

namespace {

/// Small enough to train in a moment, by what the options of a model are called.
std::string small_options(std::string_view name) {
    if (name == "als") return "factors=12,iterations=8,regularization=1";
    if (name == "bpr") return "factors=12,epochs=40";
    if (name == "ease") return "regularization=20";
    return "";
}

ErrorCode code_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.code();
    }
    ADD_FAILURE() << "nothing was thrown";
    return ErrorCode::unavailable;
}

class Reports : public ProgressSink {
  public:
    void report(std::string_view, std::size_t done, std::size_t total) override {
        ++count;
        finished = done == total;
    }
    int count = 0;
    bool finished = false;
};

class RecommenderContract : public testing::TestWithParam<ModelInfo> {
  protected:
    std::unique_ptr<Recommender> fitted(const FitSettings& settings = {}) const {
        auto model = make_recommender(GetParam().name, small_options(GetParam().name));
        model->fit(data_.plays, settings);
        return model;
    }

    bool is_the_same_for_all() const { return GetParam().name == "popularity"; }

    Planted data_ = planted();
};

TEST_P(RecommenderContract, FindsTheBlockOfAPersonBetterThanPopularity) {
    auto popularity = make_recommender("popularity");
    popularity->fit(data_.plays, {});
    const double least = block_share_of_first_10(*popularity, data_);
    const double found = block_share_of_first_10(*fitted(), data_);
    if (is_the_same_for_all()) {
        EXPECT_EQ(found, least);
    } else {
        EXPECT_GT(found, 2 * least);
        EXPECT_GT(found, 0.5);
    }
}

TEST_P(RecommenderContract, PutsTheItemsOfAPersonsBlockFirst) {
    if (is_the_same_for_all()) GTEST_SKIP() << "says the same of everybody";
    const auto model = fitted();
    // A person who was not there: three items of block 2.
    const std::vector<library::ItemIndex> items{14, 18, 22};
    const auto scores = model->score({items, std::vector<float>{5, 50, 2}});
    double own = 0;
    double others = 0;
    for (std::size_t item = 24; item < Planted::n_items; ++item) {
        if (Planted::block_of(item) == 2) own += static_cast<double>(scores[item]);
        if (Planted::block_of(item) == 0) others += static_cast<double>(scores[item]);
    }
    EXPECT_GT(own, others);
}

TEST_P(RecommenderContract, IsTheSameAfterSavingAndLoading) {
    const auto model = fitted();
    const std::string saved = model->save();
    const auto loaded = load_recommender(saved);
    EXPECT_EQ(loaded->name(), GetParam().name);
    EXPECT_EQ(loaded->options(), model->options());
    EXPECT_EQ(loaded->save(), saved);
    for (const library::UserIndex user : {0U, 5U, 159U}) {
        const auto profile = profile_of(data_.plays, user);
        EXPECT_EQ(loaded->score(profile), model->score(profile));
        EXPECT_EQ(loaded->explain(profile, 3).size(), model->explain(profile, 3).size());
    }
}

TEST_P(RecommenderContract, RefusesDamagedBytes) {
    const std::string saved = fitted()->save();
    for (const double share : {0.0, 0.001, 0.3, 0.9, 0.9999}) {
        const auto size = static_cast<std::size_t>(share * static_cast<double>(saved.size()));
        EXPECT_EQ(code_of([&] { load_recommender(saved.substr(0, size)); }), ErrorCode::corrupt_data) << size;
        std::string changed = saved;
        changed[size] ^= 1;
        EXPECT_EQ(code_of([&] { load_recommender(changed); }), ErrorCode::corrupt_data) << size;
    }
    EXPECT_EQ(code_of([&] { load_recommender(saved + "x"); }), ErrorCode::corrupt_data);
}

TEST_P(RecommenderContract, RefusesContentThatNoModelWritesThoughItsChecksumHolds) {
    const auto model = fitted();
    const std::string saved = model->save();
    const Unsealed parts = unseal(saved);
    const auto sealed_again = [&](std::string_view content) {
        std::string bytes = seal(parts.name, parts.options, ByteWriter());
        bytes.resize(bytes.size() - 8);
        bytes += content;
        const std::uint64_t checksum = stable_hash(bytes);
        bytes.append(reinterpret_cast<const char*>(&checksum), 8);
        return bytes;
    };
    EXPECT_EQ(sealed_again(parts.content), saved);
    for (std::size_t size = 0; size < parts.content.size(); size += 1 + parts.content.size() / 37)
        EXPECT_EQ(code_of([&] { load_recommender(sealed_again(parts.content.substr(0, size))); }),
                  ErrorCode::corrupt_data);
    // A count of 2^64 - 1 in place of any of the first numbers must not be believed.
    for (std::size_t place = 0; place < 4; ++place) {
        std::string content(parts.content);
        if (content.size() < 8 * (place + 1)) break;
        content.replace(8 * place, 8, 8, '\xFF');
        EXPECT_EQ(code_of([&] { load_recommender(sealed_again(content)); }), ErrorCode::corrupt_data)
            << place;
    }
    EXPECT_EQ(code_of([&] { load_recommender(seal("other", "", ByteWriter())); }), ErrorCode::corrupt_data);
    EXPECT_EQ(code_of([&] { load_recommender(seal(parts.name, "no_such=1", ByteWriter())); }),
              ErrorCode::corrupt_data);
}

TEST_P(RecommenderContract, SaysTheSameOfEveryEmptyProfile) {
    const auto model = fitted();
    const auto scores = model->score({});
    EXPECT_EQ(scores.size(), model->n_items());
    for (const float score : scores) EXPECT_TRUE(std::isfinite(score));
    EXPECT_TRUE(model->explain({}, 0).empty());
}

TEST_P(RecommenderContract, RefusesProfilesThatAreNone) {
    const auto model = fitted();
    const auto refuses = [&](std::vector<library::ItemIndex> items, std::vector<float> values) {
        const Profile profile{items, values};
        EXPECT_EQ(code_of([&] { model->score(profile); }), ErrorCode::invalid_argument);
        EXPECT_EQ(code_of([&] { model->explain(profile, 0); }), ErrorCode::invalid_argument);
    };
    refuses({Planted::n_items}, {1});
    refuses({3, 2}, {1, 1});
    refuses({2, 2}, {1, 1});
    refuses({2}, {0});
    refuses({2}, {std::numeric_limits<float>::quiet_NaN()});
    refuses({2}, {std::numeric_limits<float>::infinity()});
    refuses({2, 3}, {1});
    EXPECT_EQ(code_of([&] { model->explain({}, Planted::n_items); }), ErrorCode::invalid_argument);
}

TEST_P(RecommenderContract, IsTheSameToTheBitOnOneThreadAndTwo) {
    EXPECT_EQ(fitted({.seed = 3, .threads = 1})->save(), fitted({.seed = 3, .threads = 2})->save());
}

TEST_P(RecommenderContract, IsTheSameForTheSameSeedAndFittedTwice) {
    const auto model = fitted({.seed = 5, .threads = 1});
    const std::string first = model->save();
    model->fit(planted(40, 1).plays, {});
    model->fit(data_.plays, {.seed = 5, .threads = 1});
    EXPECT_EQ(model->save(), first);
}

TEST_P(RecommenderContract, ExplainsScoresByWhatAddsUpToThem) {
    if (is_the_same_for_all()) GTEST_SKIP() << "does not look at the profile";
    const auto model = fitted();
    for (const library::UserIndex user : {1U, 8U, 100U}) {
        const auto profile = profile_of(data_.plays, user);
        const auto scores = model->score(profile);
        double largest = 0;
        for (const float score : scores) largest = std::max(largest, std::abs(static_cast<double>(score)));
        for (library::ItemIndex item = 0; item < Planted::n_items; item += 7) {
            const auto evidence = model->explain(profile, item);
            ASSERT_EQ(evidence.size(), profile.items.size());
            double sum = 0;
            for (std::size_t k = 0; k < evidence.size(); ++k) {
                EXPECT_EQ(evidence[k].item, profile.items[k]);
                sum += evidence[k].contribution;
            }
            EXPECT_NEAR(sum, scores[item], 2e-5 * largest) << "user " << user << ", item " << item;
        }
    }
}

TEST_P(RecommenderContract, StopsWhenAskedAndStaysAsItWas) {
    const auto model = fitted();
    const std::string before = model->save();
    std::stop_source stop;
    stop.request_stop();
    const Task task(nullptr, stop.get_token());
    EXPECT_EQ(code_of([&] { model->fit(planted(50, 2).plays, {}, task); }), ErrorCode::interrupted);
    EXPECT_EQ(model->save(), before);
}

TEST_P(RecommenderContract, TellsHowFarItIs) {
    Reports reports;
    auto model = make_recommender(GetParam().name, small_options(GetParam().name));
    model->fit(data_.plays, {}, Task(&reports, {}));
    EXPECT_GE(reports.count, 2);
    EXPECT_TRUE(reports.finished);
}

TEST_P(RecommenderContract, RefusesToLearnFromNothing) {
    auto model = make_recommender(GetParam().name);
    EXPECT_EQ(model->n_items(), 0U);
    EXPECT_EQ(code_of([&] { model->fit(library::Interactions(3, 4, {}), {}); }), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of([&] { model->fit(library::Interactions(), {}); }), ErrorCode::invalid_argument);
}

TEST_P(RecommenderContract, BearsPeopleAndItemsWithoutPlays) {
    auto model = make_recommender(GetParam().name, small_options(GetParam().name));
    model->fit(library::Interactions(4, 6, {{1, 2, 3}, {1, 4, 1}, {3, 4, 9}}), {});
    for (const float score : model->score({std::vector<library::ItemIndex>{0, 2}, std::vector<float>{1, 1}}))
        EXPECT_TRUE(std::isfinite(score));
}

INSTANTIATE_TEST_SUITE_P(All, RecommenderContract,
                         testing::ValuesIn(all_recommenders().begin(), all_recommenders().end()),
                         [](const auto& parameter) { return std::string(parameter.param.name); });

}  // namespace
}  // namespace attune::collaborative
