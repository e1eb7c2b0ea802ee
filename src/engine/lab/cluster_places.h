#pragma once

#include "core/json_fwd.h"
#include "lab/clusters/cluster_study.h"

#include <filesystem>

namespace attune::engine {

/// Every row of a study as CSV: row of the table (from 1, without its header), id, artist, title, cluster (from 1), x, y.
/// @throws Error{unavailable} if it cannot be written
void write_cluster_places(const lab::ClusterStudy& study, const std::filesystem::path& file);

/// The map of a study for a picture: [[x, y, cluster (from 1)], …], of the rows among which groups were sought.
Json cluster_map_json(const lab::ClusterStudy& study);

}  // namespace attune::engine
