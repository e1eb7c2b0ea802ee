#pragma once

#include "core/json_fwd.h"
#include "core/matrix.h"
#include "learning/tables/leakage.h"
#include "learning/tables/scaling.h"
#include "learning/tables/table.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace attune::learning {

/// How a column of a table becomes columns of numbers.
enum class Encoding {
    number,    ///< numbers as they are
    category,  ///< texts: one 0/1 column a level, but for the reference level
    members,   ///< lists of texts: one 0/1 column a member
    year,      ///< texts that are dates: the year
};

/// What is done with a number that is missing. A missing text has 0 in all dummies and is counted.
enum class MissingRule {
    keep,  ///< NaN, for models that know it
    fill,  ///< the median of the training rows, and a 0/1 column "x is missing" if any of these was
    drop,  ///< the row is left out; a missing category too
};

/// One column to take and how.
struct Term {
    std::string column;
    Encoding encoding = Encoding::number;
    /// The level without a column of its own, against which the others stand. Empty for the most frequent one
    /// of a category, for none of members.
    std::string reference = {};
    bool keep_reference = false;  ///< a column for every level, for models without intercept
    std::size_t least_rows = 1;   ///< a level in fewer training rows has no column (0 in all dummies)
    std::size_t most_levels = 200;
};

struct DesignOptions {
    MissingRule missing = MissingRule::fill;
    Scaling scaling = Scaling::none;  ///< of number and year; 0/1 columns stay
};

/// A table of numbers for statistics: float64, row-major.
struct Design {
    std::vector<std::string> names;  ///< shape (n_columns,): "energy", "genre=rock", "year is missing"
    std::vector<std::size_t> rows;   ///< shape (n_rows,): the rows of the table that these are
    std::vector<double> values;      ///< shape (n_rows, n_columns)
    std::vector<std::string> notes;  ///< what was missing, unseen or left out, in words

    std::size_t n_rows() const noexcept { return rows.size(); }
    std::size_t n_columns() const noexcept { return names.size(); }
    double operator()(std::size_t row, std::size_t column) const {
        return values[row * names.size() + column];
    }

    /// In float32, for learners.
    Matrix to_matrix() const;
};

/// How a table becomes a design: levels, medians and scales are those of the training rows, and no other row
/// has a say.
class DesignPlan {
  public:
    /// @param rows  the training rows
    /// @throws Error{invalid_argument} without rows or terms, for a category with more than most_levels
    /// levels or
    ///         without its reference, or if no column is left; Error{not_found} for an unknown column
    ///
    /// Columns that are constant or unknown in the training rows are left out, and the notes say so.
    static DesignPlan fit(const Table& table, std::span<const std::size_t> rows,
                          const std::vector<Term>& terms, const DesignOptions& options = {});

    /// These rows as numbers; fewer rows with MissingRule::drop. A level that no training row had is 0 in all
    /// dummies, and the notes count it.
    Design apply(const Table& table, std::span<const std::size_t> rows) const;

    const std::vector<std::string>& names() const noexcept { return names_; }

    /// The column of the table that each column of the design comes from, shape of names().
    std::vector<std::string> sources() const;

    /// The terms that have columns, as they were asked for.
    std::vector<Term> terms() const;

    /// All but the rows that it was fitted on and its notes.
    Json save() const;
    /// @throws Error{corrupt_data} if this was not saved by a DesignPlan
    static DesignPlan load(const Json& saved);

    const SeenRows& fitted_on() const noexcept { return seen_; }

  private:
    struct Part {
        Term term;
        std::map<std::string, std::size_t> column_of_level;  // of the part; the reference has none
        std::string reference;
        Scale scale;
        double fill = 0;
        bool has_flag = false;

        std::size_t n_columns() const noexcept;
    };
    void name_columns();
    static Part fit_number(const Table& table, std::span<const std::size_t> rows, const Term& term,
                           const DesignOptions& options, std::vector<std::string>& notes);
    static Part fit_levels(const Table& table, std::span<const std::size_t> rows, const Term& term,
                           std::vector<std::string>& notes);
    void write_part(const Part& part, const Table& table, Design& design, std::size_t first) const;
    std::vector<std::size_t> complete_rows(const Table& table, std::span<const std::size_t> rows) const;

    std::vector<Part> parts_;
    std::vector<std::string> names_;
    std::vector<std::string> notes_;
    DesignOptions options_;
    SeenRows seen_;
};

}  // namespace attune::learning
