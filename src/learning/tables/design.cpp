#include "learning/tables/design.h"

#include "core/error.h"
#include "core/time.h"
#include "learning/numerics/quantile.h"
#include "learning/saved_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attune::learning {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

bool is_levels(const Term& term) {
    return term.encoding == Encoding::category || term.encoding == Encoding::members;
}

double number_at(const Table& table, const Term& term, std::size_t row) {
    if (term.encoding == Encoding::number) return table.numbers(term.column)[row];
    const auto year = parse_year(table.texts(term.column)[row]);
    return year ? *year : unknown;
}

std::vector<double> numbers_of(const Table& table, const Term& term, std::span<const std::size_t> rows) {
    std::vector<double> numbers;
    numbers.reserve(rows.size());
    for (const auto row : rows) numbers.push_back(number_at(table, term, row));
    return numbers;
}

/// Calls visit(level) for each level that a row has.
template <class Visit>
void for_levels(const Table& table, const Term& term, std::size_t row, Visit visit) {
    if (term.encoding == Encoding::category) {
        const auto& text = table.texts(term.column)[row];
        if (!text.empty()) visit(text);
        return;
    }
    for (const auto& member : table.lists(term.column)[row]) {
        if (!member.empty()) visit(member);
    }
}

std::map<std::string, std::size_t> count_levels(const Table& table, const Term& term,
                                                std::span<const std::size_t> rows) {
    std::map<std::string, std::size_t> count_of;
    for (const auto row : rows) for_levels(table, term, row, [&](const auto& level) { ++count_of[level]; });
    return count_of;
}

/// The level without a column: the one named, or of a category the most frequent one; of equals the first by
/// its name.
std::string reference_of(const Term& term, const std::map<std::string, std::size_t>& count_of) {
    if (term.encoding == Encoding::members) return term.reference;
    if (term.keep_reference || count_of.empty()) return {};
    if (!term.reference.empty()) {
        require(count_of.contains(term.reference),
                "column '{}': no training row has the reference level '{}'", term.column, term.reference);
        return term.reference;
    }
    return std::ranges::max_element(count_of, {}, [](const auto& entry) { return entry.second; })->first;
}

constexpr std::string_view plan_name = "design_plan";
constexpr int plan_version = 1;

}  // namespace

std::size_t DesignPlan::Part::n_columns() const noexcept {
    return is_levels(term) ? column_of_level.size() : (has_flag ? 2 : 1);
}

void DesignPlan::name_columns() {
    names_.clear();
    for (const auto& part : parts_) {
        if (!is_levels(part.term)) names_.push_back(part.term.column);
        if (part.has_flag) names_.push_back(part.term.column + " is missing");
        const auto first = names_.size();
        names_.resize(first + part.column_of_level.size());
        for (const auto& [level, column] : part.column_of_level)
            names_[first + column] = part.term.column + "=" + level;
    }
}

std::vector<std::string> DesignPlan::sources() const {
    std::vector<std::string> sources;
    for (const auto& part : parts_) sources.insert(sources.end(), part.n_columns(), part.term.column);
    return sources;
}

std::vector<Term> DesignPlan::terms() const {
    std::vector<Term> terms;
    for (const auto& part : parts_) terms.push_back(part.term);
    return terms;
}

Json DesignPlan::save() const {
    Json saved = saved_model(plan_name, plan_version);
    saved["missing"] = static_cast<int>(options_.missing);
    saved["parts"] = Json::array();
    for (const auto& part : parts_) {
        std::vector<std::string> levels(part.column_of_level.size());
        for (const auto& [level, column] : part.column_of_level) levels[column] = level;
        saved["parts"].push_back({{"column", part.term.column},
                                  {"encoding", static_cast<int>(part.term.encoding)},
                                  {"levels", levels},
                                  {"reference", part.reference},
                                  {"centre", part.scale.centre},
                                  {"spread", part.scale.spread},
                                  {"fill", part.fill},
                                  {"has_flag", part.has_flag}});
    }
    return saved;
}

DesignPlan DesignPlan::load(const Json& saved) {
    return read_saved_model(saved, plan_name, plan_version, [](const Json& from) {
        DesignPlan plan;
        const int missing = from.at("missing");
        require_intact(missing >= 0 && missing <= 2, plan_name, "an unknown rule for missing values");
        plan.options_.missing = static_cast<MissingRule>(missing);
        for (const auto& one : from.at("parts")) {
            Part part;
            part.term.column = one.at("column").get<std::string>();
            const int encoding = one.at("encoding");
            require_intact(encoding >= 0 && encoding <= 3, plan_name, "an unknown encoding");
            part.term.encoding = static_cast<Encoding>(encoding);
            for (const auto& level : one.at("levels"))
                part.column_of_level.emplace(level.get<std::string>(), part.column_of_level.size());
            require_intact(part.column_of_level.size() == one.at("levels").size() &&
                               part.column_of_level.empty() != is_levels(part.term),
                           plan_name, "the levels do not fit the encoding");
            part.reference = one.at("reference").get<std::string>();
            part.scale = {one.at("centre").get<double>(), one.at("spread").get<double>()};
            part.fill = one.at("fill").get<double>();
            part.has_flag = one.at("has_flag").get<bool>() && !is_levels(part.term);
            plan.parts_.push_back(std::move(part));
        }
        require_intact(!plan.parts_.empty(), plan_name, "no columns");
        plan.name_columns();
        return plan;
    });
}

Matrix Design::to_matrix() const {
    Matrix X(n_rows(), n_columns());
    std::ranges::transform(values, X.values().begin(), [](double x) { return static_cast<float>(x); });
    return X;
}

DesignPlan::Part DesignPlan::fit_number(const Table& table, std::span<const std::size_t> rows,
                                        const Term& term, const DesignOptions& options,
                                        std::vector<std::string>& notes) {
    Part part;
    part.term = term;
    auto known = numbers_of(table, term, rows);
    const auto n_missing = std::erase_if(known, [](double x) { return std::isnan(x); });
    if (known.empty() || std::ranges::min(known) == std::ranges::max(known)) {
        notes.push_back(fmt::format("{} is left out: {} in the training rows", term.column,
                                    known.empty() ? "never known" : "constant"));
        part.term.column.clear();
        return part;
    }
    part.scale = scale_of(known, options.scaling);
    std::ranges::sort(known);
    part.fill = quantile(known, 0.5);
    part.has_flag = options.missing == MissingRule::fill && n_missing > 0;
    return part;
}

DesignPlan::Part DesignPlan::fit_levels(const Table& table, std::span<const std::size_t> rows,
                                        const Term& term, std::vector<std::string>& notes) {
    Part part;
    part.term = term;
    auto count_of = count_levels(table, term, rows);
    const auto n_rare =
        std::erase_if(count_of, [&](const auto& entry) { return entry.second < term.least_rows; });
    if (n_rare > 0) {
        notes.push_back(fmt::format("{}: {} levels in fewer than {} training rows have no column",
                                    term.column, n_rare, term.least_rows));
    }
    require(count_of.size() <= term.most_levels,
            "column '{}' has {} levels, at most {} are taken: leave out rare ones (least_rows) or encode by "
            "target",
            term.column, count_of.size(), term.most_levels);
    part.reference = reference_of(term, count_of);
    for (const auto& [level, count] : count_of) {
        const bool is_everywhere = count == rows.size() && term.encoding == Encoding::members;
        if (level == part.reference || is_everywhere) continue;
        part.column_of_level.emplace(level, part.column_of_level.size());
    }
    if (part.column_of_level.empty()) {
        notes.push_back(fmt::format("{} is left out: it tells no training rows apart", term.column));
        part.term.column.clear();
    }
    return part;
}

DesignPlan DesignPlan::fit(const Table& table, std::span<const std::size_t> rows,
                           const std::vector<Term>& terms, const DesignOptions& options) {
    require(!rows.empty(), "a design needs training rows");
    require(!terms.empty(), "a design needs columns: name at least one");
    DesignPlan plan;
    plan.options_ = options;
    plan.seen_ = SeenRows(rows);
    for (const auto& term : terms) {
        auto part = is_levels(term) ? fit_levels(table, rows, term, plan.notes_)
                                    : fit_number(table, rows, term, options, plan.notes_);
        if (!part.term.column.empty()) plan.parts_.push_back(std::move(part));
    }
    plan.name_columns();
    require(!plan.names_.empty(), "no column tells the training rows apart");
    return plan;
}

std::vector<std::size_t> DesignPlan::complete_rows(const Table& table,
                                                   std::span<const std::size_t> rows) const {
    std::vector<std::size_t> complete;
    for (const auto row : rows) {
        const bool is_complete = std::ranges::all_of(parts_, [&](const Part& part) {
            if (part.term.encoding == Encoding::category) return !table.texts(part.term.column)[row].empty();
            return is_levels(part.term) || !std::isnan(number_at(table, part.term, row));
        });
        if (is_complete) complete.push_back(row);
    }
    return complete;
}

void DesignPlan::write_part(const Part& part, const Table& table, Design& design, std::size_t first) const {
    std::size_t n_missing = 0;
    std::size_t n_unseen = 0;
    for (std::size_t i = 0; i < design.rows.size(); ++i) {
        double* const out = design.values.data() + i * design.n_columns() + first;
        if (!is_levels(part.term)) {
            const double x = number_at(table, part.term, design.rows[i]);
            n_missing += std::isnan(x) ? 1 : 0;
            const bool is_filled = std::isnan(x) && options_.missing == MissingRule::fill;
            out[0] = part.scale(is_filled ? part.fill : x);
            if (part.has_flag) out[1] = std::isnan(x) ? 1 : 0;
            continue;
        }
        bool has_level = false;
        for_levels(table, part.term, design.rows[i], [&](const std::string& level) {
            has_level = true;
            const auto found = part.column_of_level.find(level);
            if (found != part.column_of_level.end())
                out[found->second] = 1;
            else if (level != part.reference)
                ++n_unseen;
        });
        n_missing += !has_level && part.term.encoding == Encoding::category ? 1 : 0;
    }
    if (n_missing > 0)
        design.notes.push_back(fmt::format("{}: missing in {} rows", part.term.column, n_missing));
    if (n_unseen > 0)
        design.notes.push_back(
            fmt::format("{}: {} values without a column of their own", part.term.column, n_unseen));
}

Design DesignPlan::apply(const Table& table, std::span<const std::size_t> rows) const {
    Design design;
    design.names = names_;
    design.notes = notes_;
    design.rows = options_.missing == MissingRule::drop ? complete_rows(table, rows)
                                                        : std::vector<std::size_t>(rows.begin(), rows.end());
    if (const auto n_left_out = rows.size() - design.rows.size(); n_left_out > 0)
        design.notes.push_back(
            fmt::format("{} of {} rows are left out: a value is missing", n_left_out, rows.size()));
    design.values.assign(design.n_rows() * design.n_columns(), 0.0);
    std::size_t first = 0;
    for (const auto& part : parts_) {
        write_part(part, table, design, first);
        first += part.n_columns();
    }
    return design;
}

}  // namespace attune::learning
