#include "core/error.h"
#include "lab/numbers/number_data.h"
#include "learning/inference/elastic_net.h"
#include "learning/judging/folds.h"

#include <algorithm>
#include <map>
#include <memory>

namespace attune::lab {
namespace {

using learning::Design;
using learning::DesignPlan;

constexpr std::size_t many_rows = 20000;
constexpr std::size_t inner_folds = 3;

std::string most_frequent(const learning::TextLists& lists) {
    std::map<std::string, std::size_t> count_of;
    for (const auto& list : lists) {
        for (const auto& member : list) ++count_of[member];
    }
    if (count_of.empty()) return {};
    return std::ranges::max_element(count_of, {}, [](const auto& entry) { return entry.second; })->first;
}

DesignPlan linear_plan(const NumberData& data, std::span<const std::size_t> rows,
                       std::span<const std::string> features) {
    return DesignPlan::fit(data.rows.table, rows, linear_terms(data, features),
                           {learning::MissingRule::fill, learning::Scaling::standard});
}

std::vector<double> targets(const NumberData& data, std::span<const std::size_t> rows) {
    const auto floats = gather(data.rows.target, rows);
    return {floats.begin(), floats.end()};
}

std::vector<std::size_t> folds_within(const NumberData& data, std::span<const std::size_t> rows,
                                      std::uint64_t seed) {
    if (data.rows.groups.empty()) return learning::k_folds(rows.size(), inner_folds, seed);
    return learning::grouped_k_folds(gather(data.rows.groups, rows), inner_folds, seed);
}

learning::ElasticNetPoint fit_elastic_net(const NumberData& data, const Design& design,
                                          std::span<const std::size_t> train, std::uint64_t seed,
                                          const Task& task) {
    learning::ElasticNetOptions options;
    options.l1_share = 0.5;
    options.n_penalties = 30;
    options.tolerance = 1e-6;  // ten times finer changes no digit that is shown
    return learning::choose_penalty(design, targets(data, train), folds_within(data, train, seed), options,
                                    task)
        .best;
}

}  // namespace

std::vector<learning::Term> linear_terms(const NumberData& data, std::span<const std::string> features) {
    std::vector<learning::Term> terms;
    for (const auto& feature : features) {
        const auto& values = data.rows.table.column(feature).values;
        learning::Term term{feature};
        if (const auto* lists = std::get_if<learning::TextLists>(&values)) {
            term.encoding = learning::Encoding::members;
            term.reference = most_frequent(*lists);
        } else if (std::holds_alternative<learning::Texts>(values)) {
            term.encoding = learning::Encoding::category;
        }
        terms.push_back(std::move(term));
    }
    return terms;
}

learning::Recipe linear_recipe(const NumberData& data, std::uint64_t seed) {
    return [&data, seed](std::span<const std::size_t> train, const Task& task) {
        const auto plan = linear_plan(data, train, data.features);
        const auto design = plan.apply(data.rows.table, train);
        auto ols = learning::fit_ols(design, targets(data, train), {}, {}, task);
        auto net = fit_elastic_net(data, design, train, seed, task);
        const auto predict = [&data, plan, ols = std::move(ols),
                              net = std::move(net)](std::span<const std::size_t> rows) {
            const auto there = plan.apply(data.rows.table, rows);
            const auto by_ols = ols.predict(there);
            const auto by_net = net.predict(there);
            Matrix said(rows.size(), n_linear_columns);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                said(i, 0) = static_cast<float>(by_ols[i]);
                said(i, 1) = static_cast<float>(by_net[i]);
            }
            return said;
        };
        return learning::Fitted{predict,
                                {{"levels, medians and scales", plan.fitted_on()},
                                 {"the linear models", learning::SeenRows(train)}}};
    };
}

learning::OlsFit explain_linearly(const NumberData& data, std::span<const std::size_t> rows,
                                  std::span<const std::string> features, std::vector<std::string>& notes,
                                  const Task& task) {
    const auto design = linear_plan(data, rows, features).apply(data.rows.table, rows);
    learning::OlsOptions options;
    options.covariance = rows.size() > many_rows ? learning::Covariance::hc1 : learning::Covariance::hc3;
    auto fit = learning::fit_ols(design, targets(data, rows), {}, options, task);
    notes = design.notes;
    for (const auto& term : linear_terms(data, features)) {
        if (!term.reference.empty())
            notes.push_back(fmt::format("{}: compared with {}", term.column, term.reference));
    }
    fit.fitted.clear();
    fit.residuals.clear();
    return fit;
}

}  // namespace attune::lab
