#pragma once

#include "core/json_fwd.h"
#include "core/task.h"
#include "learning/choosing/search.h"
#include "learning/judging/judge.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace attune::learning {

/// Settings to try: named values of options, of any model.
using Point = std::vector<std::pair<std::string, double>>;

/// "max_depth=4 lambda=0.5": the same text for the same point.
std::string to_string(const Point& point);

/// The options with the named values of a point in place of their own, kept within their ranges.
/// @throws Error{invalid_argument} if they have no option of a name
template <class Options>
Options with_point(Options options, const Point& point) {
    for (const auto& [name, value] : point) options = with_option(std::move(options), name, value);
    return options;
}

/// All combinations of the values of each name, the last name running fastest.
/// @throws Error{invalid_argument} if a name has no values or there are more than 100,000 combinations
std::vector<Point> grid_points(const std::vector<std::pair<std::string, std::vector<double>>>& axes);

/// `count` points drawn from the space; the same for the same seed.
std::vector<Point> random_points(const std::vector<Dimension>& space, std::size_t count, std::uint64_t seed);

/// What was scored so far. Saved after each score and loaded again, a search that was interrupted goes on
/// where it was. It belongs to one search: another table or another seed is another log.
class SearchLog {
  public:
    /// The score of a key, none inside if it was undefined; nothing if the key was not scored.
    std::optional<std::optional<double>> find(const std::string& key) const;
    void add(const std::string& key, std::optional<double> score) { scores_[key] = score; }
    std::size_t size() const noexcept { return scores_.size(); }

    Json save() const;
    /// @throws Error{corrupt_data} if this was not saved by a SearchLog
    static SearchLog load(const Json& saved);

  private:
    std::map<std::string, std::optional<double>> scores_;
};

/// Scores a point on a share, in (0, 1], of the training rows; higher is better, none where undefined.
using PointScore = std::function<std::optional<double>(const Point& point, double share)>;

struct PointSearch {
    Point best;
    std::optional<double> score;  ///< of the best, flattered by the choice; none if no point had one
};

/// Scores every point on all rows. Points that the log knows are not scored again; `on_scored` is called
/// after each that was (to save the log). Of equal points the first wins.
/// @throws Error{invalid_argument} without points; Error{interrupted}
PointSearch search_points(std::span<const Point> points, const PointScore& score, SearchLog& log,
                          const std::function<void()>& on_scored = {}, const Task& task = {});

struct HalvingOptions {
    double factor = 3;
    double least_share = 0.1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<double>{"factor", factor, 1.5, 100, "of each round's points one in so many goes on"});
        visit(Option<double>{"least_share", least_share, 1e-4, 1, "share of the rows in the first round"});
    }
};

/// Many points on few rows, the better ones on more, the best on all: for about the cost of a few full
/// scores. Otherwise as search_points().
///
/// Source: K. Jamieson, A. Talwalkar, "Non-stochastic best arm identification and hyperparameter
/// optimization", AISTATS 2016.
PointSearch halve_points(std::span<const Point> points, const PointScore& score, SearchLog& log,
                         const HalvingOptions& options = {}, const std::function<void()>& on_scored = {},
                         const Task& task = {});

/// A recipe that searches by itself: for whatever training rows it is given it makes folds of these, scores
/// each point by its recipe on them, and fits the best on all. Judged by judge_by_folds() the figure is one
/// of rows that took no part in any choice (nested cross-validation).
struct NestedSearch {
    std::vector<Point> points;
    std::function<Recipe(const Point& point)> recipe;
    /// The fold of each of the rows given.
    std::function<std::vector<std::size_t>(std::span<const std::size_t> rows)> folds;
    /// How good predictions of these rows are; higher is better.
    std::function<std::optional<double>(const Matrix& predicted, std::span<const std::size_t> rows)> metric;
};
Recipe nested_recipe(NestedSearch search);

}  // namespace attune::learning
