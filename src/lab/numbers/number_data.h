#pragma once

#include "lab/models/encoder.h"
#include "lab/numbers/number_rows.h"
#include "learning/inference/ols.h"
#include "learning/judging/judge.h"
#include "learning/tables/design.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace attune::lab {

/// What the parts of a study of a number look at; others own it.
struct NumberData {
    const NumberRows& rows;
    const std::vector<std::string>& features;
    const SoundRoles& sounds;
    std::string genre;  ///< among the features or not; empty for none

    bool is_number(const std::string& feature) const {
        return std::holds_alternative<learning::Numbers>(rows.table.column(feature).values);
    }
};

/// The features for trees, missing numbers as they are.
Encoder fit_number_encoder(const NumberData& data, std::span<const std::size_t> rows);

/// The features for linear models: numbers on the scale of their standard deviation, a genre as 0/1 columns
/// against the most frequent one.
std::vector<learning::Term> linear_terms(const NumberData& data, std::span<const std::string> features);

/// Linear models of rows of the study; what each predicts is a column: least squares, elastic net.
learning::Recipe linear_recipe(const NumberData& data, std::uint64_t seed);
inline constexpr std::size_t n_linear_columns = 2;

/// The table of least squares for some rows. Errors are robust: HC3, above 20,000 rows HC1, which comes to
/// the same there.
learning::OlsFit explain_linearly(const NumberData& data, std::span<const std::size_t> rows,
                                  std::span<const std::string> features, std::vector<std::string>& notes,
                                  const Task& task);

}  // namespace attune::lab
