#pragma once

#include "lab/rows/figures.h"
#include "pages/study_report.h"
#include "report/axes.h"

#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace attune::pages {

/// What both kinds of report have.

inline constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Points of a target: two digits after the point.
inline report::NumberFormat points() { return report::number_format(2); }

inline report::Interval bounds(const lab::Interval& figure) { return {figure.low, figure.high}; }

/// "61.4 % (60.1 % to 62.6 %)".
std::string with_bounds(const lab::Interval& figure, const report::NumberFormat& format);

/// What is never divided: "artists" where the column of groups is called so, "groups of “label”" otherwise.
std::string group_words(const StudyOrigin& origin);

/// "boosted trees" for "boosted_trees".
std::string model_words(std::string_view model);

/// A track as people know it: "Artist: Title", else what of it is known, else "row 12".
std::string track_words(const lab::TrackName& track, std::size_t row);

/// "The folder has 28,356 tracks; 4,477 rows were left out."
std::string rows_words(std::size_t n_rows, const std::map<std::string, std::size_t>& dropped);

/// Why rows were left out, and what became of each column.
report::Section data_section(std::size_t n_rows, const std::map<std::string, std::size_t>& dropped,
                             const std::vector<lab::ColumnUse>& columns);

/// How the folds were made, in words.
report::Section method_section(const StudyOrigin& origin, bool by_group);

/// The last line of the page.
std::string colophon(const StudyOrigin& origin);

/// Drivers as bars; the sentence names the first.
report::Figure drivers_figure(const std::vector<lab::Driver>& drivers, const std::string& title,
                              const std::string& loses, const report::NumberFormat& format);

}  // namespace attune::pages
