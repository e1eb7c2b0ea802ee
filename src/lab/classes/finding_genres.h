#pragma once

#include "core/matrix.h"
#include "lab/classes/genre_findings.h"
#include "learning/judging/classification.h"

#include <functional>
#include <span>
#include <vector>

namespace attune::lab {

/// The name of a studied row.
using NameRow = std::function<TrackName(std::size_t i)>;

/// What probabilities that were made for rows unseen show of the rows: all but the drivers.
///
/// @param P       shape (n_rows, n_classes)
/// @param labels  shape (n_rows,)
/// @param name    empty where no names are wanted
/// @return rows are indices into `labels`
GenreFindings findings_of(const Matrix& P, std::span<const learning::ClassIndex> labels, const NameRow& name);

/// The confidence from which on a model was right at least half of the time; 1 if it never was.
double least_confidence_of(const std::vector<CalibrationBin>& bins);

}  // namespace attune::lab
