#include "engine/lab/cluster_places.h"

#include "core/csv_field.h"
#include "core/json.h"
#include "engine/library/workspace.h"
#include "files/file.h"
#include "shapes/studies.h"
#include "shapes/to_json.h"

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
    const auto points = shapes::map_points(study);
    return shapes::written_as(shapes::type_of<std::vector<shapes::MapPoint>>(), &points);
}

}  // namespace attune::engine
