#include "learning/inference/ols.h"

#include "core/error.h"
#include "core/json.h"
#include "learning/numerics/distributions.h"
#include "source_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <numbers>

namespace attune::learning {
namespace {

constexpr std::string_view golden_path = "tests/data/learning/ols.json";

Design design_of(const Json& X) {
    Design design;
    for (std::size_t c = 0; c < X[0].size(); ++c) design.names.push_back(fmt::format("x{}", c));
    for (std::size_t row = 0; row < X.size(); ++row) {
        design.rows.push_back(row);
        for (const auto& x : X[row]) design.values.push_back(x.get<double>());
    }
    return design;
}

Design one_column(const std::vector<double>& values) {
    Design design;
    design.names = {"x"};
    design.values = values;
    design.rows.resize(values.size());
    return design;
}

OlsOptions options_of(const Json& wanted) {
    const std::vector<std::string> kinds{"classical", "hc0", "hc1", "hc2", "hc3"};
    const auto kind = std::ranges::find(kinds, wanted["covariance"].get<std::string>()) - kinds.begin();
    return {wanted["intercept"].get<bool>(), static_cast<Covariance>(kind), wanted["student"].get<bool>()};
}

void expect_close(double got, const Json& wanted, const std::string& what) {
    const auto value = wanted.get<double>();
    EXPECT_NEAR(got, value, 1e-8 * std::abs(value) + 1e-280) << what;
}

void expect_fit(const OlsFit& fit, const Json& wanted, const std::string& where) {
    for (std::size_t i = 0; i < fit.coefficients.size(); ++i) {
        const auto& line = fit.coefficients[i];
        expect_close(line.estimate, wanted["estimate"][i], where + line.name);
        expect_close(line.std_error, wanted["std_error"][i], where + line.name + " std_error");
        expect_close(line.t, wanted["t"][i], where + line.name + " t");
        expect_close(line.p, wanted["p"][i], where + line.name + " p");
        expect_close(line.low, wanted["low"][i], where + line.name + " low");
        expect_close(line.high, wanted["high"][i], where + line.name + " high");
        const std::size_t first = fit.intercept ? 1 : 0;
        if (i >= first && !wanted["vif"].empty())
            expect_close(line.vif, wanted["vif"][i - first], where + line.name + " vif");
    }
    const std::vector<std::pair<const char*, double>> figures{{"r2", fit.r2},
                                                              {"r2_adjusted", fit.r2_adjusted},
                                                              {"f", fit.f},
                                                              {"f_p", fit.f_p},
                                                              {"log_likelihood", fit.log_likelihood},
                                                              {"aic", fit.aic},
                                                              {"bic", fit.bic},
                                                              {"df_model", fit.df_model},
                                                              {"df_residual", fit.df_residual},
                                                              {"residual_variance", fit.residual_variance},
                                                              {"condition_number", fit.condition_number}};
    for (const auto& [name, value] : figures) expect_close(value, wanted[name], where + name);
}

TEST(Ols, GivesEveryFigureOfStatsmodels) {
    std::ifstream in(source_folder() / golden_path);
    const auto golden = Json::parse(in);
    ASSERT_EQ(golden.size(), 4);
    for (const auto& table : golden) {
        const auto design = design_of(table["X"]);
        const auto y = table["y"].get<std::vector<double>>();
        const auto weights = table["weights"].get<std::vector<double>>();
        for (const auto& wanted : table["fits"]) {
            const auto fit = fit_ols(design, y, weights, options_of(wanted));
            expect_fit(fit, wanted,
                       fmt::format("{} {}: ", table["table"].get<std::string>(),
                                   wanted["covariance"].get<std::string>()));
        }
    }
}

TEST(Ols, FitsExactlyCollinearColumnsAndSaysSo) {
    Design design;
    design.names = {"a", "twice a"};
    std::vector<double> y;
    for (int i = 0; i < 10; ++i) {
        design.rows.push_back(static_cast<std::size_t>(i));
        design.values.insert(design.values.end(), {static_cast<double>(i), 2.0 * i});
        y.push_back(3 + 5 * i + (i % 2 == 0 ? 0.1 : -0.1));
    }
    const auto fit = fit_ols(design, y);
    EXPECT_EQ(fit.rank, 2);
    EXPECT_EQ(fit.df_residual, 8);
    // Of all a + 2 b = 5 (about), the shortest: b = 2 a.
    EXPECT_NEAR(fit.coefficients[2].estimate, 2 * fit.coefficients[1].estimate, 1e-10);
    EXPECT_TRUE(std::isinf(fit.coefficients[1].vif));
    const auto alone = fit_ols(one_column({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}), y);
    EXPECT_NEAR(fit.r2, alone.r2, 1e-12);
}

TEST(Ols, DoesNotLoseDigitsFarFromZero) {
    // Of 1e8 + {0, 1, 2, 3} the normal equations keep none.
    const auto fit = fit_ols(one_column({1e8, 1e8 + 1, 1e8 + 2, 1e8 + 3}), std::vector<double>{0, 2, 4, 6.5});
    EXPECT_NEAR(fit.coefficients[1].estimate, 2.15, 1e-6);
}

TEST(Ols, RefusesWhatMakesNoSense) {
    const auto design = one_column({1, 2, 3});
    const std::vector<double> y{1, 2, 4};
    EXPECT_THROW(fit_ols(one_column({1, 2}), std::vector<double>{1, 2}),
                 Error);  // as many coefficients as rows
    EXPECT_THROW(fit_ols(design, std::vector<double>{1, 2}), Error);
    EXPECT_THROW(fit_ols(design, y, std::vector<double>{1, 0, 1}), Error);
    EXPECT_THROW(fit_ols(one_column({1, 2, std::numeric_limits<double>::quiet_NaN()}), y), Error);
    EXPECT_THROW(fit_ols(design, std::vector<double>{1, 2, std::numeric_limits<double>::infinity()}), Error);
}

// Reference values: mpmath, with 30 digits.
TEST(Distributions, AgreeWithTablesIntoTheTails) {
    EXPECT_NEAR(student_two_sided(2.228138851986275, 10), 0.05, 1e-14);
    EXPECT_NEAR(student_quantile(0.975, 10), 2.228138851986275, 1e-13);
    EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-14);
    EXPECT_NEAR(normal_quantile(0.025), -1.959963984540054, 1e-14);
    EXPECT_NEAR(f_tail(4.964602743730711, 1, 10), 0.05, 1e-14);  // the square of the t above
    EXPECT_NEAR(chi_squared_tail(3.841458820694124, 1), 0.05, 1e-14);
    // Two degrees of freedom: closed forms.
    EXPECT_NEAR(student_two_sided(1e6, 2) * 1e12, 1, 1e-11);
    EXPECT_NEAR(f_tail(50, 2, 2000) / std::pow(1 + 2 * 50.0 / 2000, -1000), 1, 1e-11);
    EXPECT_NEAR(chi_squared_tail(1400, 2) / std::exp(-700), 1, 1e-11);
}

TEST(Distributions, ComeNearTheNormalOneWithAMillionRows) {
    // The first term of Student's expansion in 1 / df.
    const double z = 1.959963984540054;
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
    EXPECT_NEAR(student_two_sided(z, 1e6), 0.05 + density * (z * z * z + z) / 2e6, 1e-12);
}

}  // namespace
}  // namespace attune::learning
