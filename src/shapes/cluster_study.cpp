#include "shapes/studies.h"

namespace attune::shapes {
namespace {

std::optional<double> known(const std::optional<double>& x) { return x ? shapes::known(*x) : std::nullopt; }

GroupQuality quality_of(const lab::GroupingQuality& quality) {
    return {quality.method,
            quality.n_clusters,
            shapes::known(quality.silhouette),
            shapes::known(quality.davies_bouldin),
            shapes::known(quality.calinski_harabasz),
            known(quality.purity),
            known(quality.adjusted_rand),
            known(quality.mutual_information)};
}

Trait trait_of(const lab::Trait& trait) {
    return {trait.feature, shapes::known(trait.mean), shapes::known(trait.deviations)};
}

StudyCluster cluster_of(const lab::ClusterStudy& study, std::size_t number) {
    const auto& cluster = study.clusters[number];
    StudyCluster shape;
    shape.cluster = number + 1;
    shape.rows = cluster.rows;
    shape.share = static_cast<double>(cluster.rows) / static_cast<double>(study.n_rows);
    for (const auto& trait : cluster.traits) shape.traits.push_back(trait_of(trait));
    for (const auto& name : cluster.typical) shape.typical.push_back(named_row_of(name));
    for (std::size_t i = 0; i < cluster.labels.size(); ++i) {
        if (cluster.labels[i] > 0) shape.labels.emplace_back(study.labels[i], cluster.labels[i]);
    }
    return shape;
}

OddRow odd_of(const lab::OddRow& odd) {
    return {named_row_of(odd.name),       odd.row + 1,
            shapes::known(odd.isolation), shapes::known(odd.z),
            shapes::known(odd.quartiles), shapes::known(odd.mahalanobis_p),
            trait_of(odd.farthest)};
}

}  // namespace

void GroupQuality::describe(Fields<GroupQuality>& fields) {
    fields.called("GroupQuality", "how good a grouping is; null where a figure is not defined")
        .key("method", &GroupQuality::method, "how the groups were made")
        .key("clusters", &GroupQuality::clusters, "how many groups")
        .key("silhouette", &GroupQuality::silhouette, "in [-1, 1], higher is better")
        .key("davies_bouldin", &GroupQuality::davies_bouldin, "0 or more, lower is better")
        .key("calinski_harabasz", &GroupQuality::calinski_harabasz, "higher is better")
        .key("purity", &GroupQuality::purity, "share of rows whose label is the commonest of their group")
        .key("adjusted_rand", &GroupQuality::adjusted_rand, "agreement with the labels, 0 by chance")
        .key("normalized_mutual_information", &GroupQuality::normalized_mutual_information,
             "agreement with the labels, in [0, 1]");
}

void Trait::describe(Fields<Trait>& fields) {
    fields.called("Trait", "in what something differs from all rows")
        .key("feature", &Trait::feature, "its column")
        .key("mean", &Trait::mean, "in the unit of the feature")
        .key("deviations", &Trait::deviations, "from the mean of all, in standard deviations of all");
}

void TriedClusters::describe(Fields<TriedClusters>& fields) {
    fields.called("TriedClusters", "a number of groups that was tried")
        .key("clusters", &TriedClusters::clusters, "how many groups")
        .key("silhouette", &TriedClusters::silhouette, "in [-1, 1], higher is better");
}

void StudyCluster::describe(Fields<StudyCluster>& fields) {
    fields.called("StudyCluster", "a group of like tracks")
        .key("cluster", &StudyCluster::cluster, "its number, from 1")
        .key("rows", &StudyCluster::rows, "in it")
        .key("share", &StudyCluster::share, "of all rows")
        .key("traits", &StudyCluster::traits, "what sets it apart, the most first")
        .key("typical", &StudyCluster::typical, "the rows nearest to its middle")
        .key("labels", &StudyCluster::labels, "rows of each label");
}

void MapPoint::describe(Fields<MapPoint>& fields) {
    fields.called("MapPoint", "a row on the map: x, y and its group")
        .as_row()
        .key("x", &MapPoint::x, "its place")
        .key("y", &MapPoint::y, "its place")
        .key("cluster", &MapPoint::cluster, "its group, from 1");
}

void ClusterMap::describe(Fields<ClusterMap>& fields) {
    fields.called("ClusterMap", "the map of the rows")
        .key("drawing", &ClusterMap::drawing, "how it was drawn", {"umap", "tsne", "pca"})
        .key("trustworthiness", &ClusterMap::trustworthiness, "in [0, 1], of 15 neighbours")
        .key_if("points", &ClusterMap::points, "of the rows that were sampled, where the study is kept");
}

void OddRow::describe(Fields<OddRow>& fields) {
    fields.called("OddRow", "a row that is like none, by four methods")
        .all_of(&OddRow::track)
        .key("row", &OddRow::row, "of the table, from 1")
        .key("isolation", &OddRow::isolation, "in (0, 1), near 1 for an outlier")
        .key("z", &OddRow::z, "the largest distance from a mean, in standard deviations")
        .key("quartiles", &OddRow::quartiles,
             "the largest distance outside of the quartiles, in quartile distances")
        .key("mahalanobis_p", &OddRow::mahalanobis_p, "how probable one as far is")
        .key("farthest", &OddRow::farthest, "the feature that is farthest from its mean");
}

void ClusterStudy::describe(Fields<ClusterStudy>& fields) {
    fields.called("ClusterStudy", "groups of like tracks in a table")
        .all_of(&ClusterStudy::head)
        .only("study", {"clusters"})
        .key("sampled", &ClusterStudy::sampled, "rows among which groups were sought; the others joined them")
        .key("features", &ClusterStudy::features, "that they were told by")
        .key("label", &ClusterStudy::label, "the column that they are held against; null: none")
        .key("majority", &ClusterStudy::majority, "the purity of one group of all rows; null without a label")
        .key("quality", &ClusterStudy::quality, "of the groups")
        .key("tried", &ClusterStudy::tried, "numbers of groups, where none was wanted")
        .key("methods", &ClusterStudy::methods, "every method with the same number of groups")
        .key("clusters", &ClusterStudy::clusters, "largest first")
        .key("map", &ClusterStudy::map, "of the rows")
        .key("odd", &ClusterStudy::odd, "rows that are like none, the most isolated first")
        .key("report", &ClusterStudy::report, "where the page is; null: none was written")
        .key("places", &ClusterStudy::places,
             "where the rows with their places are; null: they were not written");
}

ClusterStudy shape_of(const lab::ClusterStudy& study) {
    ClusterStudy shape;
    shape.head = study_head("clusters", study.n_rows, study.dropped, study.columns);
    shape.sampled = study.n_sampled;
    shape.features = study.features;
    if (!study.label.empty()) {
        shape.label = study.label;
        shape.majority = study.majority;
    }
    shape.quality = quality_of(study.quality);
    for (const auto& [n, silhouette] : study.tried) shape.tried.push_back({n, shapes::known(silhouette)});
    for (const auto& method : study.methods) shape.methods.push_back(quality_of(method));
    for (std::size_t i = 0; i < study.clusters.size(); ++i) shape.clusters.push_back(cluster_of(study, i));
    shape.map = {study.drawing, shapes::known(study.trustworthiness), std::nullopt};
    for (const auto& odd : study.odd) shape.odd.push_back(odd_of(odd));
    return shape;
}

std::vector<MapPoint> map_points(const lab::ClusterStudy& study) {
    std::vector<MapPoint> points;
    for (const auto& row : study.rows)
        if (row.is_sampled) points.push_back({row.x, row.y, std::size_t{row.cluster} + 1});
    return points;
}

}  // namespace attune::shapes
