#include "similarity/hubness.h"

#include "core/error.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>

namespace attune::similarity {

std::vector<std::uint32_t> count_occurrences(std::span<const std::vector<std::uint32_t>> lists,
                                             std::size_t n) {
    std::vector<std::uint32_t> occurrences(n, 0);
    for (const auto& list : lists) {
        for (const auto thing : list) {
            require(thing < n, "a list names thing {} of {}", thing, n);
            ++occurrences[thing];
        }
    }
    return occurrences;
}

Hubness hubness_of(std::span<const std::uint32_t> occurrences, std::size_t n_lists) {
    if (occurrences.empty() || n_lists == 0) return {};
    const double n = static_cast<double>(occurrences.size());
    double mean = 0;
    for (const double count : occurrences) mean += count / n;
    double second = 0;
    double third = 0;
    for (const double count : occurrences) {
        second += std::pow(count - mean, 2) / n;
        third += std::pow(count - mean, 3) / n;
    }
    Hubness hubness;
    hubness.skewness = second > 0 ? third / std::pow(second, 1.5) : 0;
    hubness.largest_share = *std::ranges::max_element(occurrences) / static_cast<double>(n_lists);
    hubness.never = static_cast<double>(std::ranges::count(occurrences, 0U)) / n;
    return hubness;
}

std::vector<std::vector<std::uint32_t>> neighbour_lists(const Space& space, const NeighbourSample& sample,
                                                        const MutualProximity* mutual, const Task& task) {
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < space.size(); ++i) {
        if (space.knows(i)) known.push_back(i);
    }
    Random random(sample.seed);
    random.shuffle(known);
    known.resize(std::min(known.size(), sample.n_lists));
    std::vector<std::vector<std::uint32_t>> lists;
    for (const auto from : known) {
        task.check();
        auto distances = space.distances(from);
        if (mutual) distances = mutual->apply(from, std::move(distances));
        std::vector<std::uint32_t> list;
        for (const auto& near : nearest(distances, sample.k)) list.push_back(near.index);
        lists.push_back(std::move(list));
    }
    return lists;
}

}  // namespace attune::similarity
