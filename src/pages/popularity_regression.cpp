#include "pages/popularity_parts.h"
#include "pages/study_report_parts.h"
#include "report/dots.h"
#include "report/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::pages {
namespace {

using report::percent_text;
using report::to_text;

report::Table ols_table(const lab::PopularityStudy& study) {
    report::Table table{
        fmt::format("Linear regression of {} (of numbers, for one standard deviation)", study.target),
        {report::text_column("feature")},
        {}};
    for (const auto* const title : {"coefficient", "std error", "t", "p", "95 % low", "95 % high", "VIF"})
        table.columns.push_back(report::number_column(title));
    for (const auto& one : study.ols.coefficients)
        table.row({one.name, to_text(one.estimate, report::number_format(3)),
                   to_text(one.std_error, report::number_format(3)), to_text(one.t, points()),
                   to_text(one.p, report::p_value_format()), to_text(one.low, report::number_format(3)),
                   to_text(one.high, report::number_format(3)), to_text(one.vif, report::number_format(1))});
    return table;
}

report::Table fit_table(const learning::OlsFit& ols) {
    report::Table table{
        "The regression as a whole", {report::text_column("figure"), report::number_column("value")}, {}};
    const auto whole = report::number_format(0);
    table.row({"tracks", report::count_text(ols.n_rows)});
    table.row({ols.has_constant ? "R²" : "R² (uncentred)", to_text(ols.r2, report::number_format(4))});
    table.row({"adjusted R²", to_text(ols.r2_adjusted, report::number_format(4))});
    table.row({fmt::format("F({:.0f}, {:.0f})", ols.df_model, ols.df_residual), to_text(ols.f, points())});
    table.row({"p of F", to_text(ols.f_p, report::p_value_format())});
    table.row({"log-likelihood", to_text(ols.log_likelihood, whole)});
    table.row({"AIC", to_text(ols.aic, whole)});
    table.row({"BIC", to_text(ols.bic, whole)});
    table.row({"condition number", to_text(ols.condition_number)});
    return table;
}

report::Figure ols_figure(const lab::PopularityStudy& study) {
    report::Dots dots{
        {"feature", {}, {{"coefficient", {}, {}}}}, {"change of " + study.target}, {{"no effect", 0}}};
    std::vector<const learning::OlsCoefficient*> order;
    for (std::size_t i = study.ols.intercept ? 1 : 0; i < study.ols.coefficients.size(); ++i)
        order.push_back(&study.ols.coefficients[i]);
    std::ranges::stable_sort(order, std::greater<>{},
                             [](const auto* one) { return std::abs(one->estimate); });
    std::size_t clear = 0;
    for (const auto* const one : order) clear += one->low > 0 || one->high < 0 ? 1 : 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(order.size(), 25); ++i) {
        dots.rows.names.push_back(order[i]->name);
        dots.rows.series[0].values.push_back(order[i]->estimate);
        dots.rows.series[0].intervals.push_back({order[i]->low, order[i]->high});
    }
    return {"What goes with " + study.target + ", all else equal",
            fmt::format(
                "{} of {} effects are clear of 0; the largest is that of {}, {}. They are for one standard "
                "deviation of a number, and for a category against the one it is compared with. "
                "Together a straight line explains {} of the differences.",
                clear, order.size(), order[0]->name,
                to_text(order[0]->estimate, {report::NumberFormat::Kind::number, 2, true, ""}),
                percent_text(study.ols.r2)),
            dots};
}

}  // namespace

std::optional<report::Section> regression_section(const lab::PopularityStudy& study) {
    if (study.ols.coefficients.size() <= (study.ols.intercept ? 1U : 0U)) return std::nullopt;
    report::Section section{"A straight line through it",
                            {ols_figure(study), ols_table(study), fit_table(study.ols)}};
    if (!study.ols_notes.empty()) section.blocks.emplace_back(report::Remarks{study.ols_notes});
    return section;
}

}  // namespace attune::pages
