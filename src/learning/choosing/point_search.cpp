#include "learning/choosing/point_search.h"

#include "core/error.h"
#include "core/json.h"
#include "learning/saved_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::learning {
namespace {

constexpr std::string_view log_name = "search_log";

/// The score of a point, from the log if it is there.
std::optional<double> scored(const Point& point, double share, const PointScore& score, SearchLog& log,
                             const std::function<void()>& on_scored) {
    const auto key =
        share < 1 ? fmt::format("{} on {:.6g} of the rows", to_string(point), share) : to_string(point);
    if (const auto known = log.find(key)) return *known;
    const auto value = score(point, share);
    log.add(key, value);
    if (on_scored) on_scored();
    return value;
}

/// Indices of points, the best score first; those without one last.
std::vector<std::size_t> by_score(const std::vector<std::optional<double>>& scores) {
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        if (!scores[a] || !scores[b]) return scores[a].has_value() && !scores[b].has_value();
        return *scores[a] > *scores[b];
    });
    return order;
}

}  // namespace

std::string to_string(const Point& point) {
    std::string text;
    for (const auto& [name, value] : point)
        text += fmt::format("{}{}={}", text.empty() ? "" : " ", name, value);
    return text;
}

std::vector<Point> grid_points(const std::vector<std::pair<std::string, std::vector<double>>>& axes) {
    std::vector<Point> points{{}};
    for (const auto& [name, values] : axes) {
        require(!values.empty(), "{}: a grid needs values", name);
        require(points.size() * values.size() <= 100000,
                "a grid of more than 100,000 points; take random points");
        std::vector<Point> longer;
        for (const auto& point : points) {
            for (const double value : values) {
                longer.push_back(point);
                longer.back().emplace_back(name, value);
            }
        }
        points = std::move(longer);
    }
    return points;
}

std::vector<Point> random_points(const std::vector<Dimension>& space, std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<Point> points(count);
    for (auto& point : points) {
        for (const auto& dimension : space) point.emplace_back(dimension.name, draw(dimension, random));
    }
    return points;
}

std::optional<std::optional<double>> SearchLog::find(const std::string& key) const {
    const auto found = scores_.find(key);
    if (found == scores_.end()) return std::nullopt;
    return found->second;
}

Json SearchLog::save() const {
    auto saved = saved_model(log_name, 1);
    saved["scores"] = Json::object();
    for (const auto& [key, score] : scores_) saved["scores"][key] = score ? Json(*score) : Json();
    return saved;
}

SearchLog SearchLog::load(const Json& saved) {
    return read_saved_model(saved, log_name, 1, [](const Json& fields) {
        SearchLog log;
        for (const auto& [key, score] : fields.at("scores").items())
            log.add(key, score.is_null() ? std::nullopt : std::optional(score.get<double>()));
        return log;
    });
}

PointSearch search_points(std::span<const Point> points, const PointScore& score, SearchLog& log,
                          const std::function<void()>& on_scored, const Task& task) {
    require(!points.empty(), "a search needs points to try");
    std::vector<std::optional<double>> scores;
    for (const auto& point : points) {
        task.report("searching for settings", scores.size(), points.size());
        scores.push_back(scored(point, 1, score, log, on_scored));
    }
    const auto best = by_score(scores).front();
    return {points[best], scores[best]};
}

PointSearch halve_points(std::span<const Point> points, const PointScore& score, SearchLog& log,
                         const HalvingOptions& options, const std::function<void()>& on_scored,
                         const Task& task) {
    check_ranges(options);
    require(!points.empty(), "a search needs points to try");
    std::vector<std::size_t> left(points.size());
    std::iota(left.begin(), left.end(), std::size_t{0});
    double share = options.least_share;
    for (;;) {
        // The last two or so are compared on all rows, whatever the share was to be.
        if (static_cast<double>(left.size()) <= options.factor) share = 1;
        std::vector<std::optional<double>> scores;
        for (const auto i : left) {
            task.report(fmt::format("comparing {} settings", left.size()), scores.size(), left.size());
            scores.push_back(scored(points[i], share, score, log, on_scored));
        }
        const auto order = by_score(scores);
        if (share >= 1) return {points[left[order.front()]], scores[order.front()]};
        const auto n_kept =
            static_cast<std::size_t>(std::ceil(static_cast<double>(left.size()) / options.factor));
        left = gather(left, std::span(order).first(n_kept));
        std::ranges::sort(left);
        share = std::min(1.0, share * options.factor);
    }
}

Recipe nested_recipe(NestedSearch search) {
    return [search = std::move(search)](std::span<const std::size_t> train, const Task& task) {
        const auto fold_of = search.folds(train);
        SearchLog log;
        const auto found = search_points(
            search.points,
            [&](const Point& point, double) {
                return search.metric(judge_rows(train, fold_of, search.recipe(point), task), train);
            },
            log, {}, task);
        auto fitted = search.recipe(found.best)(train, task);
        fitted.parts.emplace_back("the choice of settings", SeenRows(train));
        return fitted;
    };
}

}  // namespace attune::learning
