#include "hard.h"

#include "data.h"
#include "genres/branching.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace attune::genres_benchmark {
namespace {

constexpr std::array<const char*, 30> hard_names{
    "soul jazz",    "jazz funk",        "jazz rap",     "jazz metal",   "nu jazz",      "latin jazz",
    "ambient folk", "ambient idm",      "folktronica",  "folk punk",    "folk metal",   "celtic punk",
    "electropop",   "synthpop",         "dream pop",    "chamber pop",  "country rap",  "rap rock",
    "dub techno",   "hip house",        "trip hop",     "blues rock",   "desert blues", "reggae fusion",
    "visual kei",   "video game music", "dark cabaret", "funk carioca", "post rock",    "neo classical",
};

std::string weights_text(const std::vector<double>& weights, const genres::Taxonomy& taxonomy,
                         std::size_t most) {
    if (weights.empty()) return "says nothing";
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](auto b) { return weights[b]; });
    std::string text;
    for (std::size_t i = 0; i < most; ++i) {
        if (i > 0 && weights[order[i]] < 0.05) break;
        text += fmt::format("{}{} {:.2f}", i == 0 ? "" : ", ", taxonomy.branches()[order[i]].name,
                            weights[order[i]]);
    }
    return text;
}

}  // namespace

void print_hard_names(const std::filesystem::path& data) {
    const auto taxonomy = shipped_taxonomy();
    const auto profiles = genres::profile_tags(read_artists(data));
    const genres::Branching branching(profiles, known_tags(taxonomy), taxonomy.branches().size());
    fmt::print("| genre | artists | we say | name | company | sound |\n|---|---|---|---|---|---|\n");
    for (const std::string name : hard_names) {
        const auto tag = profiles.find(name);
        const auto told = tag ? branching.of(*tag) : branching.of_name(name);
        const auto settled = taxonomy.settled().find(name);
        const bool is_settled = settled != taxonomy.settled().end();
        const auto& weights = is_settled ? settled->second.weights : told.weights;
        fmt::print("| {} | {} | **{}**{} | {} | {} | {} |\n", name, tag ? profiles.n_artists[*tag] : 0,
                   weights_text(weights, taxonomy, 3), is_settled ? " (our list)" : "",
                   weights_text(told[genres::Evidence::name], taxonomy, 2),
                   weights_text(told[genres::Evidence::company], taxonomy, 2),
                   weights_text(told[genres::Evidence::sound], taxonomy, 2));
    }
}

}  // namespace attune::genres_benchmark
