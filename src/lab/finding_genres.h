#pragma once

#include "core/matrix.h"
#include "lab/genre_findings.h"
#include "learning/classification.h"

#include <functional>
#include <span>

namespace attune::lab {

/// The name of a studied row.
using NameRow = std::function<TrackName(std::size_t i)>;

/// What probabilities that were made for rows unseen show of the rows: all but the drivers.
///
/// @param P       shape (n_rows, n_classes)
/// @param labels  shape (n_rows,)
/// @return rows are indices into `labels`
GenreFindings findings_of(const Matrix& P, std::span<const learning::ClassIndex> labels, const NameRow& name);

}  // namespace attune::lab
