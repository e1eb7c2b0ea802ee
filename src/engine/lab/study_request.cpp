#include "engine/lab/study_request.h"

#include "core/error.h"

namespace attune::engine {
namespace {

template <class Options>
Options options_of(const StudyRequest& request) {
    Options options;
    options.seed = request.seed;
    options.threads = static_cast<int>(request.threads);
    return options;
}

void refuse(bool is_given, const StudyRequest& request, std::string_view what) {
    require(!is_given, "{}, got one of {}", what, request.study);
}

lab::GenreStudyOptions genre_options(const StudyRequest& request) {
    require(!request.label.empty(), "a study of genre needs a label: the column that says the genre");
    auto options = options_of<lab::GenreStudyOptions>(request);
    if (!request.models.empty()) options.models = lab::learners_called(request.models);
    return options;
}

lab::PopularityStudyOptions popularity_options(const StudyRequest& request) {
    require(!request.target.empty(),
            "a study of popularity needs a target: the column of numbers to explain");
    return options_of<lab::PopularityStudyOptions>(request);
}

lab::ClusterStudyOptions cluster_options(const StudyRequest& request) {
    auto options = options_of<lab::ClusterStudyOptions>(request);
    const auto grouping = lab::find_grouping(request.method);
    require(grouping.has_value(),
            "the method of clusters must be kmeans, affinity, hierarchical, spectral or mixture, got '{}'",
            request.method);
    const auto drawing = lab::find_drawing(request.map);
    require(drawing.has_value(), "the map of clusters must be umap, tsne or pca, got '{}'", request.map);
    options.grouping = *grouping;
    options.drawing = *drawing;
    options.clusters = request.clusters;
    return options;
}

}  // namespace

CheckedStudy StudyRequest::checked() const {
    const bool is_genre = study == "genre";
    const bool is_popularity = study == "popularity";
    const bool is_clusters = study == "clusters";
    require(is_genre || is_popularity || is_clusters,
            "the lab can study genre, popularity and clusters, got '{}'", study);
    refuse(!is_popularity && !target.empty(), *this, "a target is for studies of popularity");
    refuse(!is_genre && !models.empty(), *this, "models are for studies of genre");
    refuse(is_clusters && !group.empty(), *this, "a group is for studies that tell something");
    CheckedStudy checked{{label, target, group, features}, lab::GenreStudyOptions()};
    if (is_genre) checked.options = genre_options(*this);
    if (is_popularity) checked.options = popularity_options(*this);
    if (is_clusters) checked.options = cluster_options(*this);
    return checked;
}

}  // namespace attune::engine
