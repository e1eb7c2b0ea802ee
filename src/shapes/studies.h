#pragma once

#include "core/json_fwd.h"
#include "lab/classes/genre_study.h"
#include "lab/clusters/cluster_study.h"
#include "lab/numbers/popularity_study.h"

namespace attune::shapes {

/// All numbers of a study: what `--json` shows and report.json holds. Its "report" is null.
Json to_json(const lab::GenreStudy& study);
Json to_json(const lab::PopularityStudy& study);
/// Without the places of its rows, which are as many as the table has: places.csv has them.
Json to_json(const lab::ClusterStudy& study);

}  // namespace attune::shapes
