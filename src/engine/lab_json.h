#pragma once

#include "core/json_fwd.h"
#include "lab/cluster_study.h"
#include "lab/genre_study.h"
#include "lab/popularity_study.h"

namespace attune::engine {

/// All numbers of a study: what `--json` shows and report.json holds. Its "report" is null.
Json to_json(const lab::GenreStudy& study);
Json to_json(const lab::PopularityStudy& study);
/// Without the places of its rows, which are as many as the table has: places.csv has them.
Json to_json(const lab::ClusterStudy& study);

}  // namespace attune::engine
