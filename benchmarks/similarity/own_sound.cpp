// How well likeness in sound keeps together what belongs together, of files that were analysed: of the ten nearest
// neighbours of each track, how many lie in the same folder (an album, a package), against chance; and the hubs, before
// and after mutual proximity. By embeddings under each measure, and by the thirteen features.
//
// usage: own_sound_benchmark LIBRARY

#include "engine/library/own_sound.h"

#include "core/error.h"
#include "similarity/audio_space.h"
#include "similarity/hubness.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace attune;
using similarity::Space;

constexpr std::size_t k = 10;

/// Shares of neighbours in the own folder: as measured, and if neighbours were drawn.
struct Share {
    double own = 0;
    double chance = 0;
};

Share own_share(const std::vector<std::vector<std::uint32_t>>& lists, const std::vector<std::size_t>& folders,
                std::size_t n_folders) {
    std::vector<double> sizes(n_folders, 0);
    for (const auto folder : folders) ++sizes[folder];
    Share share;
    for (std::size_t t = 0; t < lists.size(); ++t) {
        for (const auto near : lists[t]) share.own += folders[near] == folders[t];
        share.chance += (sizes[folders[t]] - 1) / static_cast<double>(lists.size() - 1);
    }
    share.own /= static_cast<double>(k * lists.size());
    share.chance /= static_cast<double>(lists.size());
    return share;
}

/// The ten nearest of every thing, in order of the things.
std::vector<std::vector<std::uint32_t>> all_lists(const Space& space,
                                                  const similarity::MutualProximity* mutual) {
    std::vector<std::vector<std::uint32_t>> lists;
    for (std::size_t i = 0; i < space.size(); ++i) {
        auto distances = space.distances(i);
        if (mutual != nullptr) distances = mutual->apply(i, std::move(distances));
        auto& list = lists.emplace_back();
        for (const auto& near : similarity::nearest(distances, k)) list.push_back(near.index);
    }
    return lists;
}

void show(const char* name, const Space& space, const std::vector<std::size_t>& folders,
          std::size_t n_folders) {
    const similarity::MutualProximity mutual(space);
    const similarity::MutualProximity* const ways[] = {nullptr, &mutual};
    for (const auto* way : ways) {
        const auto lists = all_lists(space, way);
        const auto share = own_share(lists, folders, n_folders);
        const auto hubs =
            similarity::hubness_of(similarity::count_occurrences(lists, space.size()), lists.size());
        fmt::print(
            "{:<34} {:<8} own folder {:5.1f} %, {:4.2f} x chance ({:.1f} %); skewness {:5.2f}, in no list "
            "{:4.1f} %\n",
            name, way == nullptr ? "plain" : "mutual", 100 * share.own, share.own / share.chance,
            100 * share.chance, hubs.skewness, 100 * hubs.never);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "usage: own_sound_benchmark LIBRARY\n");
        return 2;
    }
    try {
        const auto workspace = engine::open_workspace(argv[1], false);
        const auto collected = engine::collect(*workspace);
        const auto embeddings = engine::sound_embeddings(*workspace->store, collected);
        const auto places = engine::places_of_tracks(*workspace->store);
        std::vector<std::size_t> rows;
        std::vector<std::size_t> folders;
        std::map<std::string, std::size_t> numbers;
        for (std::size_t t = 0; t < embeddings.n_rows(); ++t) {
            const auto place = places.find(collected.collection.tracks[t].id);
            if (place == places.end() || is_missing(embeddings(t, 0))) continue;
            rows.push_back(t);
            const auto folder = std::filesystem::path(place->second).parent_path().string();
            folders.push_back(numbers.try_emplace(folder, numbers.size()).first->second);
        }
        require(rows.size() > 2 * k, "the library has {} analysed tracks; {} are needed", rows.size(),
                2 * k + 1);
        fmt::print("{} tracks in {} folders\n", rows.size(), numbers.size());
        const Matrix X = embeddings.rows(rows);
        using similarity::Measure;
        show("embedding, as attune compares", similarity::make_embedding_space(X), folders, numbers.size());
        show("embedding, cosine", similarity::make_space(X, Measure::cosine, false), folders, numbers.size());
        show("embedding, cosine, standardised", similarity::make_space(X, Measure::cosine, true), folders,
             numbers.size());
        show("embedding, euclidean", similarity::make_space(X, Measure::euclidean, false), folders,
             numbers.size());
        show("embedding, euclidean, standardised", similarity::make_space(X, Measure::euclidean, true),
             folders, numbers.size());
        const Matrix thirteen = collected.collection.features.rows(rows);
        show("features, mahalanobis", similarity::make_audio_space(thirteen), folders, numbers.size());
        show("features, euclidean", similarity::make_audio_space(thirteen, Measure::euclidean), folders,
             numbers.size());
        return 0;
    } catch (const Error& error) {
        fmt::print(stderr, "own_sound_benchmark: {}\n", error.what());
        return 1;
    }
}
