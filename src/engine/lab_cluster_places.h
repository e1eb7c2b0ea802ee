#pragma once

#include "lab/cluster_study.h"

#include <filesystem>

namespace attune::engine {

/// Every row of a study as CSV: row of the table (from 1, without its header), id, artist, title, cluster (from 1), x, y.
/// @throws Error{unavailable} if it cannot be written
void write_cluster_places(const lab::ClusterStudy& study, const std::filesystem::path& file);

}  // namespace attune::engine
