#include "core/error.h"
#include "core/json.h"
#include "learning/judging/calibration.h"
#include "learning/linear/linear.h"
#include "learning/linear/multinomial.h"
#include "learning/neural/neural_net.h"
#include "learning/tables.h"
#include "learning/tables/standardizer.h"
#include "learning/trees/booster.h"
#include "learning/trees/forest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <numeric>

// What every learner promises, whatever it is: a new one has a line in learners().

namespace attune::learning {
namespace {

/// A learner that has learned, without its type.
struct Model {
    std::function<Matrix(const Matrix& X)> predict;
    std::function<std::string()> save;
};

struct Kind {
    std::function<Model(const Matrix& X, const std::vector<ClassIndex>& labels)> fit;
    std::function<Model(const std::string& bytes)> load;
    bool sums_rows = false;  ///< the order of the training rows does not matter but for rounding
    float rounding = 0;      ///< what may change of a prediction with the rows beside it
};

Matrix as_column(const std::vector<float>& values) {
    Matrix column(values.size(), 1);
    std::ranges::copy(values, column.values().begin());
    return column;
}

std::vector<float> first_column(const Matrix& X) {
    std::vector<float> values;
    for (std::size_t row = 0; row < X.n_rows(); ++row) values.push_back(X(row, 0));
    return values;
}

/// Of three classes the first against the others.
std::vector<float> as_targets(const std::vector<ClassIndex>& labels) {
    std::vector<float> y;
    for (const auto label : labels) y.push_back(label == 0 ? 1.0F : 0.0F);
    return y;
}

// How each learner says what it says.
Matrix said(const Booster& model, const Matrix& X) {
    return model.n_classes() > 1 ? model.probabilities(X) : as_column(model.predict(X));
}
Matrix said(const ClassForest& model, const Matrix& X) { return model.predict(X); }
Matrix said(const MultinomialLogistic& model, const Matrix& X) { return model.predict(X); }
Matrix said(const NeuralNet& model, const Matrix& X) { return model.predict(X); }
Matrix said(const LogisticRegression& model, const Matrix& X) { return as_column(model.predict(X)); }
Matrix said(const RidgeRegression& model, const Matrix& X) { return as_column(model.predict(X)); }
Matrix said(const PlattScaling& model, const Matrix& X) {
    return as_column(model.calibrate(first_column(X)));
}
Matrix said(const IsotonicRegression& model, const Matrix& X) {
    return as_column(model.calibrate(first_column(X)));
}
Matrix said(const Standardizer& model, const Matrix& X) { return model.transform(X); }

std::string bytes_of(const Json& saved) { return saved.dump(); }
std::string bytes_of(const std::string& saved) { return saved; }

template <class Learner>
Model model_of(Learner learner) {
    const auto kept = std::make_shared<const Learner>(std::move(learner));
    return {[kept](const Matrix& X) { return said(*kept, X); }, [kept] { return bytes_of(kept->save()); }};
}

template <class Learner>
Model loaded(const std::string& bytes) {
    if constexpr (std::is_same_v<decltype(std::declval<Learner>().save()), std::string>)
        return model_of(Learner::load(bytes));
    else
        return model_of(Learner::load(Json::parse(bytes, nullptr, false)));
}

template <class Learner, class Fit>
Kind kind_of(Fit fit, bool sums_rows = false, float rounding = 0) {
    return {[fit](const Matrix& X, const std::vector<ClassIndex>& labels) {
                return model_of<Learner>(fit(X, labels));
            },
            loaded<Learner>, sums_rows, rounding};
}

Kind booster_of(Objective objective) {
    return kind_of<Booster>([objective](const Matrix& X, const std::vector<ClassIndex>& labels) {
        BoosterOptions options{.objective = objective, .classes = 3, .rounds = 8};
        const auto y = objective == Objective::softmax ? std::vector<float>(labels.begin(), labels.end())
                                                       : as_targets(labels);
        return Booster::fit(X, y, {}, options);
    });
}

const std::map<std::string, Kind>& learners() {
    using Labels = std::vector<ClassIndex>;
    static const std::map<std::string, Kind> all{
        {"booster_softmax", booster_of(Objective::softmax)},
        {"booster_logistic", booster_of(Objective::logistic)},
        {"booster_squared_error", booster_of(Objective::squared_error)},
        {"forest", kind_of<ClassForest>([](const Matrix& X, const Labels& labels) {
             return ClassForest::fit(X, labels, 3, {}, {.trees = 10});
         })},
        {"multinomial",
         kind_of<MultinomialLogistic>(
             [](const Matrix& X, const Labels& labels) { return MultinomialLogistic::fit(X, labels, 3); },
             true)},
        {"neural_net", kind_of<NeuralNet>(
                           [](const Matrix& X, const Labels& labels) {
                               return NeuralNet::fit(X, labels, 3, {},
                                                     {.first_layer = 8, .second_layer = 8, .epochs = 5});
                           },
                           false, 1e-6F)},
        {"logistic", kind_of<LogisticRegression>(
                         [](const Matrix& X, const Labels& labels) {
                             return LogisticRegression::fit(X, as_targets(labels), {});
                         },
                         true)},
        {"ridge", kind_of<RidgeRegression>(
                      [](const Matrix& X, const Labels& labels) {
                          return RidgeRegression::fit(X, as_targets(labels), {});
                      },
                      true)},
        {"platt", kind_of<PlattScaling>(
                      [](const Matrix& X, const Labels& labels) {
                          return PlattScaling::fit(first_column(X), as_targets(labels));
                      },
                      true)},
        {"isotonic", kind_of<IsotonicRegression>(
                         [](const Matrix& X, const Labels& labels) {
                             return IsotonicRegression::fit(first_column(X), as_targets(labels));
                         },
                         true)},
        {"standardizer",
         kind_of<Standardizer>([](const Matrix& X, const Labels&) { return Standardizer::fit(X); }, true)},
    };
    return all;
}

class EveryLearner : public testing::TestWithParam<std::string> {
  protected:
    EveryLearner() {
        for (std::size_t row = 0; row < X.n_rows(); ++row) {
            labels.push_back(X(row, 0) > 0.5F ? 0 : (X(row, 2) > 0 ? 1 : 2));
            if (row % 11 == 3) X(row, 1) = missing;
        }
    }

    Model fit() const { return kind().fit(X, labels); }
    const Kind& kind() const { return learners().at(GetParam()); }

    Matrix X = normal_matrix(120, 4, 5);
    Matrix others = normal_matrix(60, 4, 6);
    std::vector<ClassIndex> labels;
};

std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const auto& [name, kind] : learners()) all.push_back(name);
    return all;
}

INSTANTIATE_TEST_SUITE_P(Learners, EveryLearner, testing::ValuesIn(names()),
                         [](const auto& info) { return info.param; });

/// The same, to the last bit if `rounding` is 0; what is missing is so in both.
void expect_equal(const Matrix& a, const Matrix& b, float rounding = 0) {
    ASSERT_EQ(a.n_rows(), b.n_rows());
    ASSERT_EQ(a.n_columns(), b.n_columns());
    for (std::size_t i = 0; i < a.values().size(); ++i) {
        if (is_missing(a.values()[i]) && is_missing(b.values()[i])) continue;
        ASSERT_NEAR(a.values()[i], b.values()[i], rounding) << i;
    }
}

TEST_P(EveryLearner, SavedAndLoadedSaysTheSameToTheLastBit) {
    const auto model = fit();
    const auto bytes = model.save();
    const auto again = kind().load(bytes);
    expect_equal(again.predict(others), model.predict(others));
    expect_equal(again.predict(X), model.predict(X));
    EXPECT_EQ(again.save(), bytes);
}

TEST_P(EveryLearner, OfTheSameTableIsTheSameTwice) { EXPECT_EQ(fit().save(), fit().save()); }

TEST_P(EveryLearner, RefusesBytesThatAreNoneOfItsOwn) {
    const auto bytes = fit().save();
    for (const auto& damaged : {std::string(), std::string("{}"), std::string("[1, 2]"),
                                bytes.substr(0, bytes.size() / 2), bytes.substr(1)})
        EXPECT_THROW(kind().load(damaged), Error) << damaged.substr(0, 40);
    for (const auto& [name, other] : learners()) {
        if (name.substr(0, 7) == GetParam().substr(0, 7)) continue;  // boosters are one kind
        EXPECT_THROW(kind().load(other.fit(X, labels).save()), Error) << name;
    }
}

TEST_P(EveryLearner, SaysOfARowWhatItSaysOfItAmongOthers) {
    const auto model = fit();
    const auto of_all = model.predict(others);
    std::vector<std::size_t> backwards(others.n_rows());
    std::iota(backwards.rbegin(), backwards.rend(), std::size_t{0});
    expect_equal(model.predict(others.rows(backwards)), of_all.rows(backwards), kind().rounding);
    for (const std::size_t row : {0UL, 17UL, 59UL}) {
        const std::vector<std::size_t> alone{row};
        expect_equal(model.predict(others.rows(alone)), of_all.rows(alone), kind().rounding);
    }
    EXPECT_EQ(model.predict(Matrix(0, 4)).n_rows(), 0U);
}

TEST_P(EveryLearner, ThatSumsOverRowsDoesNotMindTheirOrder) {
    if (!kind().sums_rows) GTEST_SKIP() << "draws rows by their place";
    std::vector<std::size_t> order(X.n_rows());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Random(9).shuffle(order);
    const auto shuffled = kind().fit(X.rows(order), gather(labels, order)).predict(others);
    const auto straight = fit().predict(others);
    for (std::size_t i = 0; i < straight.values().size(); ++i)
        EXPECT_NEAR(shuffled.values()[i], straight.values()[i], 1e-4);
}

TEST_P(EveryLearner, RefusesATableOfOtherColumns) {
    if (GetParam() == "platt" || GetParam() == "isotonic") GTEST_SKIP() << "learns from scores";
    EXPECT_THROW(fit().predict(Matrix(2, 3)), Error);
}

}  // namespace
}  // namespace attune::learning
