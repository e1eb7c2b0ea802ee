#pragma once

#include "core/json_fwd.h"
#include "core/matrix.h"
#include "lab/rows/sound_derivations.h"
#include "lab/rows/study_rows.h"
#include "learning/tables/design.h"
#include "learning/tables/leakage.h"
#include "learning/tables/standardizer.h"

#include <span>
#include <string>
#include <vector>

namespace attune::lab {

/// How the columns of a table are encoded: numbers as they are, texts and lists as 0/1 columns.
std::vector<learning::Term> terms_of(const learning::Table& table, std::span<const std::string> features);

/// Features of a table in numbers for learners: levels and medians by what the training rows say, what audio
/// features say together beside them, and one scale if asked.
class Encoder {
  public:
    struct Options {
        bool fill = true;         ///< medians for missing numbers; otherwise they stay missing
        bool standardise = true;  ///< mean 0, standard deviation 1, missing at 0
    };

    Encoder() = default;

    /// @param rows  the training rows of the table
    /// @throws Error as learning::DesignPlan::fit()
    static Encoder fit(const learning::Table& table, std::span<const std::size_t> rows,
                       std::span<const std::string> features, const SoundRoles& sounds,
                       const Options& options);

    /// shape (rows, n_columns)
    /// @throws Error{not_found} for a column that the table has not; Error{invalid_argument} for one of
    /// another kind
    Matrix apply(const learning::Table& table, std::span<const std::size_t> rows) const;

    std::size_t n_columns() const noexcept { return sources_.size(); }

    /// The feature that each column comes from.
    const std::vector<std::string>& sources() const noexcept { return sources_; }

    /// Which columns are 0 or 1.
    const std::vector<bool>& is_binary() const noexcept { return is_binary_; }

    /// The features that the training rows let it use, and how they must be given.
    std::vector<learning::Term> terms() const { return plan_.terms(); }

    const SoundRoles& sounds() const noexcept { return sounds_; }

    const learning::SeenRows& fitted_on() const noexcept { return plan_.fitted_on(); }

    Json save() const;
    /// @throws Error{corrupt_data} if this was not saved by an Encoder
    static Encoder load(const Json& saved);

  private:
    void name_columns();

    learning::DesignPlan plan_;
    SoundRoles sounds_;
    SoundDerivations derivations_;
    bool is_standardised_ = false;
    learning::Standardizer standardizer_;
    std::vector<std::string> sources_;
    std::vector<bool> is_binary_;
};

}  // namespace attune::lab
