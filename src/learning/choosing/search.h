#pragma once

#include "core/error.h"
#include "core/random.h"
#include "core/task.h"
#include "learning/judging/cross_validation.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace attune::learning {

/// One option to try values of, drawn uniformly from [least, most]; on a logarithmic scale if asked (least >
/// 0). Whole numbers are rounded.
struct Dimension {
    std::string name;  ///< as the options describe it
    double least = 0;
    double most = 1;
    bool is_logarithmic = false;
};

/// What was tried and how it did; higher scores are better, none where the score was undefined.
template <class Options>
struct Trial {
    Options options;
    std::optional<double> score;
};

template <class Options>
struct SearchResult {
    Options best;
    std::vector<Trial<Options>> trials;  ///< in the order tried; the first is the starting point
};

/// The options with one named value replaced, kept within its range.
/// @throws Error{invalid_argument} if they have no option of this name
template <class Options>
Options with_option(Options options, std::string_view name, double value) {
    bool is_found = false;
    options.describe([&](const auto& option) {
        if (option.name != name) return;
        is_found = true;
        using Value = std::remove_cvref_t<decltype(option.value)>;
        const double kept =
            std::clamp(value, static_cast<double>(option.least), static_cast<double>(option.most));
        option.value = static_cast<Value>(std::is_integral_v<Value> ? std::round(kept) : kept);
    });
    require(is_found, "no option '{}' to search over", name);
    return options;
}

/// A random value of a dimension.
inline double draw(const Dimension& dimension, Random& random) {
    const auto [name, least, most, is_logarithmic] = dimension;
    require(least <= most && (!is_logarithmic || least > 0), "{}: no values in [{}, {}]", name, least, most);
    if (is_logarithmic) return std::exp(std::lerp(std::log(least), std::log(most), random.uniform()));
    return std::lerp(least, most, random.uniform());
}

/// Tries `start` and `n_trials` random points of the space, and keeps the best; of equals the first, so that
/// nothing replaces `start` without being better. The same seed tries the same points.
///
/// @param score  higher is better, e.g. a cross_validate(); the choice was made on it, so the score of the
/// best is
///               flattered: report that of rows which took no part
/// @throws Error{invalid_argument} for a dimension that Options has not; Error{interrupted}
///
/// Source: J. Bergstra, Y. Bengio, "Random search for hyper-parameter optimization", JMLR 13, 2012.
template <class Options>
SearchResult<Options> random_search(const Options& start, const std::vector<Dimension>& space,
                                    std::size_t n_trials, std::uint64_t seed,
                                    const std::function<std::optional<double>(const Options&)>& score,
                                    const Task& task = {}) {
    Random random(seed);
    SearchResult<Options> result{start, {}};
    std::optional<double> best;
    for (std::size_t trial = 0; trial <= n_trials; ++trial) {
        task.report("searching for settings", trial, n_trials + 1);
        Options options = start;
        if (trial > 0) {
            for (const auto& dimension : space)
                options = with_option(options, dimension.name, draw(dimension, random));
        }
        const auto value = score(options);
        result.trials.push_back({options, value});
        if (value && (!best || *value > *best)) {
            best = value;
            result.best = options;
        }
    }
    return result;
}

/// Values of a booster that are worth trying on tables of some hundred to some ten thousand rows.
std::vector<Dimension> booster_space();

/// random_search() over boosters, each judged by cross-validation over the given folds.
SearchResult<BoosterOptions> search_booster(const Examples& examples, std::span<const std::size_t> fold_of,
                                            const BoosterOptions& start, std::size_t n_trials,
                                            const Metric& metric, const Task& task = {});

}  // namespace attune::learning
