#include "engine/lab/cluster_places.h"

#include "core/csv_field.h"
#include "core/json.h"
#include "engine/library/workspace.h"
#include "files/file.h"

#include <fmt/format.h>

#include <iterator>

namespace attune::engine {

void write_cluster_places(const lab::ClusterStudy& study, const std::filesystem::path& file) {
    std::string csv = "row,id,artist,title,cluster,x,y\n";
    for (const auto& row : study.rows)
        fmt::format_to(std::back_inserter(csv), "{},{},{},{},{},{:.5g},{:.5g}\n", row.row + 1,
                       csv_field(row.name.id), csv_field(row.name.artist), csv_field(row.name.title),
                       row.cluster + 1, row.x, row.y);
    files::write_file(file, csv);
}

Json cluster_map_json(const lab::ClusterStudy& study) {
    Json points = Json::array();
    for (const auto& row : study.rows)
        if (row.is_sampled) points.push_back({row.x, row.y, row.cluster + 1});
    return points;
}

}  // namespace attune::engine
