#include "tree.h"

#include "data.h"
#include "genres/branching.h"
#include "learning/judging/folds.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>

namespace attune::genres_benchmark {
namespace {

using genres::Branching;
using genres::BranchingOptions;
using genres::Evidence;
using genres::KnownTag;
using genres::TagBranches;

using Truth = std::map<std::string, std::set<std::size_t>>;

/// What was said of one tag without knowing it.
struct Judged {
    std::string tag;
    std::set<std::size_t> truth;
    TagBranches told;
};

std::size_t best(const std::vector<double>& weights) {
    return static_cast<std::size_t>(std::ranges::max_element(weights) - weights.begin());
}

bool is_right(const Judged& judged, const std::vector<double>& weights) {
    return !weights.empty() && judged.truth.contains(best(weights));
}

double share(const std::vector<Judged>& all, const std::function<bool(const Judged&)>& holds) {
    const auto n = std::ranges::count_if(all, holds);
    return all.empty() ? 0 : static_cast<double>(n) / static_cast<double>(all.size());
}

KnownTag known_of(const std::string& tag, const std::set<std::size_t>& branches, std::size_t n_branches) {
    KnownTag known{tag, std::vector<double>(n_branches, 0.0)};
    for (const auto b : branches) known.weights[b] = 1.0 / static_cast<double>(branches.size());
    return known;
}

double log_loss(const std::vector<Judged>& all) {
    double sum = 0;
    for (const auto& judged : all) {
        double p = 0;
        for (const auto b : judged.truth) p += judged.told.weights[b];
        sum -= std::log(std::max(p, 1e-7));
    }
    return sum / static_cast<double>(all.size());
}

/// Mean distance of the largest weight and how often it is right, over ten bins.
double calibration_error(const std::vector<Judged>& all) {
    std::array<double, 10> sure{};
    std::array<double, 10> right{};
    for (const auto& judged : all) {
        const double p = *std::ranges::max_element(judged.told.weights);
        const auto bin = std::min<std::size_t>(9, static_cast<std::size_t>(p * 10));
        sure[bin] += p;
        right[bin] += is_right(judged, judged.told.weights) ? 1 : 0;
    }
    double error = 0;
    for (std::size_t bin = 0; bin < 10; ++bin) error += std::abs(sure[bin] - right[bin]);
    return error / static_cast<double>(all.size());
}

void print_figures(const char* title, const std::vector<Judged>& all) {
    std::map<std::size_t, std::size_t> counts;
    for (const auto& judged : all) {
        for (const auto b : judged.truth) ++counts[b];
    }
    std::size_t majority = 0;
    for (const auto& [branch, count] : counts) majority = std::max(majority, count);
    fmt::print("{}: {} tags\n", title, all.size());
    fmt::print("  always the largest branch  {:.3f}\n",
               static_cast<double>(majority) / static_cast<double>(all.size()));
    for (std::size_t e = 0; e < genres::n_evidences; ++e) {
        fmt::print("  {:<8} alone             {:.3f}  (tells {:.3f})\n", genres::evidence_names[e],
                   share(all, [e](const auto& j) { return is_right(j, j.told.evidence[e]); }),
                   share(all, [e](const auto& j) { return !j.told.evidence[e].empty(); }));
    }
    fmt::print("  all together               {:.3f}  log-loss {:.3f}  calibration error {:.3f}\n",
               share(all, [](const auto& j) { return is_right(j, j.told.weights); }), log_loss(all),
               calibration_error(all));
    fmt::print("  true branch weighs >= 0.2  {:.3f}\n", share(all, [](const auto& j) {
                   return std::ranges::any_of(j.truth, [&](auto b) { return j.told.weights[b] >= 0.2; });
               }));
}

/// Powers with which the judged tags' log-loss is least, by coordinate steps.
BranchingOptions fit_powers(const std::vector<Judged>& all, const std::vector<double>& prior,
                            BranchingOptions options) {
    const auto loss = [&](const BranchingOptions& candidate) {
        auto copy = all;
        for (auto& judged : copy) judged.told.weights = genres::combined(judged.told, prior, candidate);
        return log_loss(copy);
    };
    double least = loss(options);
    for (double step = 0.2; step > 0.02; step /= 2) {
        for (bool moved = true; moved;) {
            moved = false;
            for (double BranchingOptions::*power :
                 {&BranchingOptions::name, &BranchingOptions::company, &BranchingOptions::sound}) {
                for (const double by : {step, -step}) {
                    auto candidate = options;
                    candidate.*power = std::max(0.0, candidate.*power + by);
                    const double candidate_loss = loss(candidate);
                    if (candidate_loss >= least - 1e-6) continue;
                    least = candidate_loss;
                    options = candidate;
                    moved = true;
                }
            }
        }
    }
    return options;
}

void print_powers(const char* what, const BranchingOptions& options) {
    fmt::print("  powers of least log-loss {}: name {:.2f}, company {:.2f}, sound {:.2f}\n", what,
               options.name, options.company, options.sound);
}

/// Each judged fold again, with powers fitted on the other folds.
std::vector<Judged> with_fitted_powers(const std::vector<Judged>& all,
                                       const std::vector<std::size_t>& fold_of,
                                       const std::vector<double>& prior) {
    auto refitted = all;
    for (std::size_t fold = 0; fold < learning::n_folds(fold_of); ++fold) {
        std::vector<Judged> others;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (fold_of[i] != fold) others.push_back(all[i]);
        }
        const auto options = fit_powers(others, prior, {});
        if (fold == 0) print_powers("without fold 0", options);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (fold_of[i] == fold) refitted[i].told.weights = genres::combined(all[i].told, prior, options);
        }
    }
    return refitted;
}

/// Folds over the tree's tags: nothing of the tested ones is known, neither from the tree nor from our names.
std::vector<Judged> judge_folds(const genres::TagProfiles& profiles, const Truth& truth,
                                const std::vector<KnownTag>& seeds, std::size_t n_branches,
                                std::uint64_t seed) {
    std::vector<std::string> judged_tags;
    for (const auto& [tag, branches] : truth) {
        if (profiles.find(tag)) judged_tags.push_back(tag);
    }
    const auto fold_of = learning::k_folds(judged_tags.size(), 5, seed);
    std::vector<Judged> all(judged_tags.size());
    std::vector<double> prior;
    for (std::size_t fold = 0; fold < 5; ++fold) {
        std::set<std::string> hidden;
        for (std::size_t i = 0; i < judged_tags.size(); ++i) {
            if (fold_of[i] == fold) hidden.insert(judged_tags[i]);
        }
        std::vector<KnownTag> known;
        for (const auto& [tag, branches] : truth) {
            if (!hidden.contains(tag)) known.push_back(known_of(tag, branches, n_branches));
        }
        for (const auto& tag : seeds) {
            if (!hidden.contains(tag.tag) && !truth.contains(tag.tag)) known.push_back(tag);
        }
        const Branching branching(profiles, known, n_branches);
        prior = branching.words().prior();
        for (std::size_t i = 0; i < judged_tags.size(); ++i) {
            if (fold_of[i] == fold)
                all[i] = {judged_tags[i], truth.at(judged_tags[i]),
                          branching.of(*profiles.find(judged_tags[i]))};
        }
    }
    print_figures(fmt::format("five folds over the tree's tags, seed {}", seed).c_str(), all);
    print_powers("on all", fit_powers(all, prior, {}));
    print_figures("the same, powers fitted on the other folds", with_fitted_powers(all, fold_of, prior));
    return all;
}

void print_wrong(const std::vector<Judged>& all, const genres::Taxonomy& taxonomy) {
    for (const auto& judged : all) {
        if (is_right(judged, judged.told.weights)) continue;
        const auto said = best(judged.told.weights);
        fmt::print("    {}: said {} ({:.2f}), the tree {}\n", judged.tag, taxonomy.branches()[said].name,
                   judged.told.weights[said], taxonomy.branches()[*judged.truth.begin()].name);
    }
}

}  // namespace

bool judge_branches(const std::filesystem::path& data) {
    const auto taxonomy = shipped_taxonomy();
    const auto n_branches = taxonomy.branches().size();
    const auto seeds = known_tags(taxonomy);
    const auto truth = branches_of(read_tree(data), taxonomy);
    const auto profiles = genres::profile_tags(read_artists(data));
    const Branching branching(profiles, seeds, n_branches);
    std::vector<Judged> settled;
    std::vector<Judged> open;
    for (const auto& [tag, branches] : truth) {
        const auto row = profiles.find(tag);
        if (!row) continue;
        Judged judged{tag, branches, branching.of(*row)};
        const auto found = taxonomy.settled().find(tag);
        if (found == taxonomy.settled().end()) {
            open.push_back(judged);
        } else {
            judged.told.weights = found->second.weights;
            settled.push_back(judged);
        }
    }
    fmt::print("{} tags of {} artists; our taxonomy settles {} names\n", profiles.tags.size(),
               read_artists(data).bags.size(), seeds.size());
    print_figures("our names alone, the tree hidden; tags that are not among our names", open);
    if (std::getenv("ATTUNE_VERBOSE") != nullptr) print_wrong(open, taxonomy);
    print_figures("the same, tags that are among them", settled);
    const auto right = [](const Judged& judged) { return is_right(judged, judged.told.weights); };
    const double n_right = share(open, right) * static_cast<double>(open.size()) +
                           share(settled, right) * static_cast<double>(settled.size());
    const double all = n_right / static_cast<double>(open.size() + settled.size());
    fmt::print("our names alone, all tags of the tree: {:.3f} of {}\n", all, open.size() + settled.size());
    for (const std::uint64_t seed : {1, 2, 3, 4}) judge_folds(profiles, truth, seeds, n_branches, seed);
    return all >= 0.8;
}

}  // namespace attune::genres_benchmark
