#include "lab/clusters/grouping.h"

#include "clustering/affinity_propagation.h"
#include "clustering/agglomerative.h"
#include "clustering/gaussian_mixture.h"
#include "clustering/spectral.h"
#include "projection/pca.h"
#include "projection/tsne.h"
#include "projection/umap.h"

#include <algorithm>

namespace attune::lab {
namespace {

// Each run of affinity propagation takes seconds: a number of groups that is met nearly is met.
constexpr int affinity_runs = 14;

template <class Values>
auto named(const Values& values, std::string_view name) {
    const auto found = std::ranges::find(values, name, [](auto value) { return to_string(value); });
    return found == values.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::string_view to_string(Grouping grouping) noexcept {
    switch (grouping) {
        case Grouping::kmeans: return "kmeans";
        case Grouping::affinity: return "affinity";
        case Grouping::hierarchical: return "hierarchical";
        case Grouping::spectral: return "spectral";
        case Grouping::mixture: return "mixture";
    }
    return "";
}

std::optional<Grouping> find_grouping(std::string_view name) noexcept { return named(groupings, name); }

clustering::Assignment group_rows(const Matrix& X, Grouping grouping, std::size_t n, std::uint64_t seed,
                                  std::size_t threads, const Task& task) {
    const int wanted = static_cast<int>(n);
    const int n_threads = static_cast<int>(threads);
    switch (grouping) {
        case Grouping::affinity: {
            clustering::AffinityOptions options;
            options.threads = n_threads;
            const auto found =
                n == 0 ? clustering::affinity_propagation(X, std::numeric_limits<double>::quiet_NaN(),
                                                          options, task)
                       : clustering::affinity_propagation_with(X, n, options, affinity_runs, task);
            return found.cluster_of;
        }
        case Grouping::hierarchical:
            return clustering::cut(agglomerate(X, clustering::Linkage::ward, task), n);
        case Grouping::spectral: {
            clustering::SpectralOptions options;
            options.clusters = wanted;
            options.neighbours = static_cast<int>(std::min<std::size_t>(10, X.n_rows() - 1));
            options.seed = seed;
            options.threads = n_threads;
            return clustering::spectral_clusters(X, options, task);
        }
        case Grouping::mixture: {
            clustering::MixtureOptions options;
            options.components = wanted;
            options.seed = seed;
            return clustering::GaussianMixture::fit(X, options, task).assign(X);
        }
        case Grouping::kmeans: break;
    }
    clustering::KMeansOptions options;
    options.clusters = wanted;
    options.seed = seed;
    options.threads = n_threads;
    return clustering::k_means(X, options, task).cluster_of;
}

std::string_view to_string(Drawing drawing) noexcept {
    switch (drawing) {
        case Drawing::pca: return "pca";
        case Drawing::tsne: return "tsne";
        case Drawing::umap: return "umap";
    }
    return "";
}

std::optional<Drawing> find_drawing(std::string_view name) noexcept { return named(drawings, name); }

Places draw_rows(const Matrix& X, const Matrix& later, Drawing drawing, std::uint64_t seed,
                 std::size_t threads, const Task& task) {
    const auto placed = [&](const auto& map) {
        return Places{map.coordinates(), later.n_rows() == 0 ? Matrix(0, 2) : map.place(later)};
    };
    if (drawing == Drawing::tsne) {
        projection::TsneOptions options;
        options.threads = static_cast<int>(threads);
        return placed(projection::Tsne::fit(X, options, task));
    }
    if (drawing == Drawing::umap) {
        projection::UmapOptions options;
        options.seed = seed;
        options.threads = static_cast<int>(threads);
        return placed(projection::Umap::fit(X, options, task));
    }
    // A table of one column lies on a line.
    const auto pca = projection::Pca::fit(X, std::min<std::size_t>(2, X.n_columns()));
    const auto in_plane = [](const Matrix& line) {
        Matrix plane(line.n_rows(), 2, 0);
        for (std::size_t row = 0; row < line.n_rows(); ++row)
            std::ranges::copy(line.row(row), plane.row(row).begin());
        return plane;
    };
    return {in_plane(pca.transform(X)), later.n_rows() == 0 ? Matrix(0, 2) : in_plane(pca.transform(later))};
}

}  // namespace attune::lab
