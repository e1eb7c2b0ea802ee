#include "core/json.h"
#include "shapes/studies.h"
#include "shapes/study_parts.h"

#include <cmath>

namespace attune::shapes {
namespace {

Json known(double x) { return std::isfinite(x) ? Json(x) : Json(nullptr); }
Json known(const std::optional<double>& x) { return x ? known(*x) : Json(nullptr); }

Json quality_json(const lab::GroupingQuality& quality) {
    return {{"method", quality.method},
            {"clusters", quality.n_clusters},
            {"silhouette", known(quality.silhouette)},
            {"davies_bouldin", known(quality.davies_bouldin)},
            {"calinski_harabasz", known(quality.calinski_harabasz)},
            {"purity", known(quality.purity)},
            {"adjusted_rand", known(quality.adjusted_rand)},
            {"normalized_mutual_information", known(quality.mutual_information)}};
}

Json trait_json(const lab::Trait& trait) {
    return {{"feature", trait.feature}, {"mean", known(trait.mean)}, {"deviations", known(trait.deviations)}};
}

Json cluster_json(const lab::ClusterStudy& study, std::size_t number) {
    const auto& cluster = study.clusters[number];
    Json json{{"cluster", number + 1},
              {"rows", cluster.rows},
              {"share", static_cast<double>(cluster.rows) / static_cast<double>(study.n_rows)},
              {"traits", Json::array()},
              {"typical", Json::array()},
              {"labels", Json::object()}};
    for (const auto& trait : cluster.traits) json["traits"].push_back(trait_json(trait));
    for (const auto& name : cluster.typical) json["typical"].push_back(track_name_json(name));
    for (std::size_t i = 0; i < cluster.labels.size(); ++i) {
        if (cluster.labels[i] > 0) json["labels"][study.labels[i]] = cluster.labels[i];
    }
    return json;
}

Json odd_json(const lab::OddRow& odd) {
    Json json = track_name_json(odd.name);
    json["row"] = odd.row + 1;
    json["isolation"] = known(odd.isolation);
    json["z"] = known(odd.z);
    json["quartiles"] = known(odd.quartiles);
    json["mahalanobis_p"] = known(odd.mahalanobis_p);
    json["farthest"] = trait_json(odd.farthest);
    return json;
}

}  // namespace

Json to_json(const lab::ClusterStudy& study) {
    Json json{{"study", "clusters"},
              {"rows", study.n_rows},
              {"sampled", study.n_sampled},
              {"dropped", dropped_json(study.dropped)},
              {"columns", columns_json(study.columns)},
              {"features", study.features},
              {"label", study.label.empty() ? Json(nullptr) : Json(study.label)},
              {"majority", study.label.empty() ? Json(nullptr) : Json(study.majority)},
              {"quality", quality_json(study.quality)},
              {"tried", Json::array()},
              {"methods", Json::array()},
              {"clusters", Json::array()},
              {"map", {{"drawing", study.drawing}, {"trustworthiness", known(study.trustworthiness)}}},
              {"odd", Json::array()},
              {"report", nullptr},
              {"places", nullptr}};
    for (const auto& [n, silhouette] : study.tried)
        json["tried"].push_back({{"clusters", n}, {"silhouette", known(silhouette)}});
    for (const auto& method : study.methods) json["methods"].push_back(quality_json(method));
    for (std::size_t i = 0; i < study.clusters.size(); ++i)
        json["clusters"].push_back(cluster_json(study, i));
    for (const auto& odd : study.odd) json["odd"].push_back(odd_json(odd));
    return json;
}

}  // namespace attune::shapes
