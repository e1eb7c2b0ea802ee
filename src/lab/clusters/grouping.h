#pragma once

#include "clustering/kmeans.h"
#include "core/matrix.h"
#include "core/task.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace attune::lab {

/// A way to find groups of like rows.
enum class Grouping : std::uint8_t {
    kmeans,        ///< round groups about centres
    affinity,      ///< rows that stand for others; finds their number itself
    hierarchical,  ///< a tree cut at a height (Ward's linkage)
    spectral,      ///< chains of neighbours
    mixture,       ///< normal distributions of any shape
};
inline constexpr std::array groupings{Grouping::kmeans, Grouping::affinity, Grouping::hierarchical,
                                      Grouping::spectral, Grouping::mixture};
std::string_view to_string(Grouping grouping) noexcept;
std::optional<Grouping> find_grouping(std::string_view name) noexcept;

/// The group of each row.
/// @param X  standardised, without missing values, more rows than groups
/// @param n  groups wanted, >= 2; affinity propagation may miss it a little; 0, of it alone: as many as it finds
/// @throws Error as the clustering; Error{interrupted}
clustering::Assignment group_rows(const Matrix& X, Grouping grouping, std::size_t n, std::uint64_t seed,
                                  std::size_t threads, const Task& task);

/// A way to draw rows of many columns in the plane.
enum class Drawing : std::uint8_t { pca, tsne, umap };
inline constexpr std::array drawings{Drawing::pca, Drawing::tsne, Drawing::umap};
std::string_view to_string(Drawing drawing) noexcept;
std::optional<Drawing> find_drawing(std::string_view name) noexcept;

/// Places of the rows of X, and of rows that come later and are put among them.
struct Places {
    Matrix drawn;  ///< shape (rows of X, 2)
    Matrix later;  ///< shape (rows of `later`, 2)
};

/// @param X      standardised, without missing values, at least 4 rows
/// @param later  shape (n, columns of X); may have no rows
Places draw_rows(const Matrix& X, const Matrix& later, Drawing drawing, std::uint64_t seed,
                 std::size_t threads, const Task& task);

}  // namespace attune::lab
