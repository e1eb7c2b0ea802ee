#include "lab/models/study_model.h"

#include "core/error.h"
#include "core/random.h"
#include "lab/classes/kept_model.h"
#include "lab/numbers/popularity_study.h"
#include "lab/rows/sound_derivations.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace attune::lab {
namespace {

using learning::Numbers;
using learning::Table;
using learning::Texts;
using library::AudioFeature;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

TEST(SoundDerivations, TellWhatStandsAfterThePoint) {
    const SoundDerivations derived({"BPM", "length", "mood"},
                                   {{"BPM", AudioFeature::tempo}, {"length", AudioFeature::duration_ms}});
    Matrix X(3, 3);
    const auto set = [&](std::size_t row, float tempo, float ms) {
        X(row, 0) = tempo;
        X(row, 1) = ms;
    };
    set(0, 120, 180000);         // 360 beats, 90 whole bars; 13,500 frames
    set(1, 120.25F, 180006.5F);  // half a frame more
    set(2, missing, 180000);
    const auto both = derived.append_to(X);
    const auto value = [&](std::size_t row, const std::string& name) {
        const auto place = std::ranges::find(derived.names(), name) - derived.names().begin();
        return both(row, 3 + static_cast<std::size_t>(place));
    };
    EXPECT_EQ(both.n_columns(), 3 + derived.names().size());
    EXPECT_EQ(derived.sources().front(), "BPM");
    EXPECT_EQ(std::ranges::count(derived.names(), "key and mode"), 0);  // there is no key
    EXPECT_FLOAT_EQ(value(0, "tempo off a whole number"), 0);
    EXPECT_FLOAT_EQ(value(1, "tempo off a whole number"), 0.25F);
    EXPECT_FLOAT_EQ(value(0, "beats"), 360);
    EXPECT_NEAR(value(0, "beats after the last whole bar"), 0, 1e-3);
    EXPECT_NEAR(value(0, "duration off whole disc frames"), 0, 1e-3);
    EXPECT_NEAR(value(1, "duration off whole disc frames"), 0.4875, 2e-3);
    EXPECT_TRUE(is_missing(value(2, "beats")));
    EXPECT_FALSE(is_missing(value(2, "duration off whole disc frames")));
}

/// Two genres 4 deviations apart in energy, of 12 artists.
Table planted(std::size_t n) {
    Random random(7);
    Texts genre;
    Texts artist;
    Texts mood;
    Numbers energy;
    Numbers popularity;
    for (std::size_t row = 0; row < n; ++row) {
        genre.push_back(row % 2 == 0 ? "folk" : "punk");
        artist.push_back("artist " + std::to_string(row % 12));
        mood.push_back(row % 3 == 0 ? "calm" : "wild");
        energy.push_back(random.normal() + (row % 2 == 0 ? 0 : 4));
        popularity.push_back(30 + 10 * energy.back() + random.normal());
    }
    Table table;
    table.add({"genre", genre});
    table.add({"artist", artist});
    table.add({"mood", mood});
    table.add({"energy", energy});
    table.add({"popularity", popularity});
    return table;
}

GenreStudyOptions small_options() {
    GenreStudyOptions options;
    options.trees = 6;
    options.rounds = 5;
    return options;
}

StudyModel genre_model(const Table& table) {
    const StudyColumns columns{"genre", "artist", "", {"energy", "mood"}};
    return train_on_all(study_genres(table, columns, small_options()), table, columns, small_options(), {});
}

/// A row that the model knows nothing of, one that is folk, one that is punk.
Table others() {
    Table table;
    table.add({"mood", Texts{"", "calm", "unheard of"}});
    table.add({"energy", Numbers{unknown, -0.5, 4.5}});
    return table;
}

TEST(StudyModel, TellsGenresAndWhereItCannot) {
    const auto model = genre_model(planted(96));
    EXPECT_EQ(model.classes, (std::vector<std::string>{"folk", "punk"}));
    EXPECT_LT(model.least_confidence, 1);
    const auto said = model.classes_of(others());
    EXPECT_FALSE(said[0].can_tell);
    EXPECT_TRUE(said[1].can_tell);
    EXPECT_EQ(model.classes[said[1].said], "folk");
    EXPECT_EQ(model.classes[said[2].said], "punk");
    Table without;
    without.add({"energy", Numbers{1}});
    EXPECT_THROW(model.classes_of(without), Error);
}

TEST(StudyModel, SavesAndLoadsToTheLastBit) {
    const auto model = genre_model(planted(96));
    auto parts = model.save();
    const auto loaded = StudyModel::load(parts);
    EXPECT_EQ(loaded.answer, "genre");
    const auto a = model.classes_of(others());
    const auto b = loaded.classes_of(others());
    for (std::size_t row = 0; row < a.size(); ++row) {
        EXPECT_EQ(a[row].probabilities, b[row].probabilities);
        EXPECT_EQ(a[row].can_tell, b[row].can_tell);
    }
    for (const auto& [name, bytes] : model.save()) {
        auto without = parts;
        without.erase(name);
        EXPECT_THROW(StudyModel::load(without), Error) << name;
        auto damaged = parts;
        damaged[name] = damaged[name].substr(0, damaged[name].size() / 2);
        EXPECT_THROW(StudyModel::load(damaged), Error) << name;
    }
}

GenreStudyOptions only(std::vector<Learner> models) {
    auto options = small_options();
    options.models = std::move(models);
    return options;
}

TEST(StudyModel, IsThatOfAnyLearnerAndLoadsToTheLastBit) {
    const auto table = planted(96);
    const StudyColumns columns{"genre", "artist", "", {"energy", "mood"}};
    for (const auto learner : learners) {
        const auto options = only({learner});
        const auto study = study_genres(table, columns, options);
        EXPECT_EQ(study.kept, learner);
        EXPECT_EQ(study.models.size(), learner == Learner::blend ? 1U : 3U);
        EXPECT_EQ(study.models[0].model, to_string(learner));
        EXPECT_GT(study.models[0].accuracy.by_group->value, 0.85) << to_string(learner);
        const auto model = train_on_all(study, table, columns, options, {});
        const auto parts = model.save();
        const auto loaded = StudyModel::load(parts);
        EXPECT_EQ(loaded.of_classes->learner(), learner);
        const auto a = model.classes_of(others());
        const auto b = loaded.classes_of(others());
        for (std::size_t row = 0; row < a.size(); ++row)
            EXPECT_EQ(a[row].probabilities, b[row].probabilities);
        EXPECT_EQ(model.classes[a[1].said], "folk") << to_string(learner);
        EXPECT_EQ(model.classes[a[2].said], "punk") << to_string(learner);
        for (const auto& [name, bytes] : parts) {
            auto without = parts;
            without.erase(name);
            EXPECT_THROW(StudyModel::load(without), Error) << name;
        }
    }
}

TEST(StudyModel, OfSeveralLearnersWithoutABlendIsTheMostAccurate) {
    const auto table = planted(96);
    const StudyColumns columns{"genre", "artist", "", {"energy", "mood"}};
    const auto study = study_genres(table, columns, only({Learner::forest, Learner::neural_net}));
    ASSERT_EQ(study.models.size(), 6U);
    const auto accuracy = [&](std::size_t m) { return study.models[m].accuracy.strictest().value; };
    EXPECT_EQ(study.kept, accuracy(3) > accuracy(0) ? Learner::neural_net : Learner::forest);
    EXPECT_THROW(study_genres(table, columns, only({})), Error);
}

TEST(StudyModel, OfBeforeThereWasAChoiceIsABlend) {
    auto parts = genre_model(planted(96)).save();
    auto& head = parts.at("model.json");
    const std::string_view named = "\"learner\": \"blend\",";
    ASSERT_NE(head.find(named), std::string::npos);
    head.erase(head.find(named), named.size());
    EXPECT_EQ(StudyModel::load(parts).of_classes->learner(), Learner::blend);
    head.insert(1, "\"learner\": \"oracle\",");
    EXPECT_THROW(StudyModel::load(parts), Error);
}

TEST(Learners, AreFoundByNameOnceEachInTheirOrder) {
    EXPECT_EQ(learners_called(std::vector<std::string>{"blend", "neural_net", "forest", "blend"}),
              (std::vector<Learner>{Learner::forest, Learner::neural_net, Learner::blend}));
    EXPECT_THROW(learners_called(std::vector<std::string>{"forest", "oracle"}), Error);
    EXPECT_EQ(usual_learners().size(), learners.size() - 1);
}

TEST(StudyModel, TellsANumberWithItsInterval) {
    StudyColumns columns;
    columns.target = "popularity";
    columns.features = {"energy"};
    PopularityStudyOptions options;
    options.trees = 20;
    options.rounds = 60;
    const auto study = study_popularity(planted(120), columns, options);
    const auto loaded = StudyModel::load(study.trained->save());
    const auto said = loaded.numbers_of(others());
    EXPECT_FALSE(said[0].can_tell);
    EXPECT_LT(said[1].high, said[2].low);
    EXPECT_NEAR(said[1].value, 25, 12);
    EXPECT_NEAR(said[2].value, 75, 12);
    EXPECT_EQ(said[2].value, study.trained->numbers_of(others())[2].value);
}

}  // namespace
}  // namespace attune::lab
