#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace attune {

/// A missing value; see is_missing(). Missing is never 0.
inline constexpr float missing = std::numeric_limits<float>::quiet_NaN();

inline bool is_missing(float value) noexcept { return value != value; }

/// A table of numbers that owns its values. Row-major, shape (n_rows, n_columns), float32 at rest (sums over it
/// are made in float64), NaN where a value is missing.
class Matrix {
  public:
    Matrix() = default;
    Matrix(std::size_t n_rows, std::size_t n_columns, float fill = 0)
        : n_rows_(n_rows), n_columns_(n_columns), values_(n_rows * n_columns, fill) {}

    std::size_t n_rows() const noexcept { return n_rows_; }
    std::size_t n_columns() const noexcept { return n_columns_; }
    bool empty() const noexcept { return values_.empty(); }

    float& operator()(std::size_t row, std::size_t column) { return values_[row * n_columns_ + column]; }
    float operator()(std::size_t row, std::size_t column) const { return values_[row * n_columns_ + column]; }

    std::span<float> row(std::size_t row) { return {values_.data() + row * n_columns_, n_columns_}; }
    std::span<const float> row(std::size_t row) const {
        return {values_.data() + row * n_columns_, n_columns_};
    }

    std::span<const float> values() const noexcept { return values_; }
    std::span<float> values() noexcept { return values_; }

    /// Adds a row of n_columns() values; the first row of an empty matrix sets n_columns().
    /// @throws Error{invalid_argument} if the row has another length
    void add_row(std::span<const float> row);

    /// The rows with these indices, in this order; a row may be named more than once.
    Matrix rows(std::span<const std::size_t> indices) const;

    /// The columns with these indices, in this order.
    Matrix columns(std::span<const std::size_t> indices) const;

  private:
    std::size_t n_rows_ = 0;
    std::size_t n_columns_ = 0;
    std::vector<float> values_;
};

/// The elements of `values` at `indices`, in that order.
template <class T>
std::vector<T> gather(std::span<const T> values, std::span<const std::size_t> indices) {
    std::vector<T> taken;
    taken.reserve(indices.size());
    for (const auto index : indices) taken.push_back(values[index]);
    return taken;
}

template <class T>
std::vector<T> gather(const std::vector<T>& values, std::span<const std::size_t> indices) {
    return gather(std::span<const T>(values), indices);
}

}  // namespace attune
