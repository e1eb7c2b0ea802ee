#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "lab/models/encoder.h"
#include "learning/trees/booster.h"
#include "learning/trees/forest.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::lab {

/// A number cut into steps, so that a forest of classes says how probable each is: its median minds no
/// outlier, and two of its quantiles are an interval.
struct Steps {
    double first = 0;
    double width = 1;
    std::size_t count = 1;

    /// Of whole numbers in a small range one step holds whole numbers only.
    static Steps of(std::span<const float> values);
    std::vector<learning::ClassIndex> indices(std::span<const float> values) const;
};

struct NumberModelOptions {
    int trees = 150;
    int rounds = 300;
    std::uint64_t seed = 1;
};

/// What is said of each row, shape (n_rows,) each.
struct NumberPrediction {
    std::vector<float> value;  ///< half the boosted mean, half the median of the forest
    std::vector<float> boosted;
    std::vector<float> median;
    std::vector<float> low;  ///< 5 % of the forest's probability lies below
    std::vector<float> high;
};

/// Boosted trees for the mean and a forest for median and interval.
///
/// Source of the interval: N. Meinshausen, "Quantile regression forests", JMLR 7, 2006.
class NumberModel {
  public:
    NumberModel() = default;

    /// @param X       shape (n_rows, n_columns), missing allowed
    /// @param groups  shape (n_rows,), or empty: rows of one group are tuned on together
    static NumberModel fit(const Matrix& X, std::span<const float> y, std::span<const std::uint64_t> groups,
                           const NumberModelOptions& options, const Task& task);

    NumberPrediction predict(const Matrix& X) const;

    const learning::Booster& booster() const noexcept { return *booster_; }

    /// What was chosen: "max_depth=6 …".
    const std::string& boosted_settings() const noexcept { return boosted_settings_; }
    const std::string& forest_settings() const noexcept { return forest_settings_; }

    /// Named parts: "number.json", "boosted_trees", "forest".
    std::map<std::string, std::string> save() const;
    /// @throws Error{corrupt_data} if these parts were not saved by a NumberModel
    static NumberModel load(const std::map<std::string, std::string>& parts);

  private:
    Steps steps_;
    std::optional<learning::Booster> booster_;
    learning::ClassForest forest_;
    std::string boosted_settings_;
    std::string forest_settings_;
};

}  // namespace attune::lab
