// Does the loop of picks and labels learn? See docs/reference/feedback.md.
#include "core/error.h"
#include "core/json.h"
#include "demo/world.h"
#include "learning/numerics/bootstrap.h"
#include "simulation.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cstdio>
#include <functional>
#include <numeric>

namespace attune::feedback {
namespace {

using learning::Interval;
constexpr double gate_against_shuffled = 0.15;

struct Figure {
    std::string name;
    Interval interval;
};

/// The mean over seeds with its 95 % interval: 10,000 bootstrap resamples of seeds, so differences are
/// paired.
Interval mean_over(const std::vector<SeedResult>& results,
                   const std::function<double(const SeedResult&)>& value) {
    std::vector<std::uint64_t> seeds;
    std::vector<double> values;
    for (const auto& result : results) {
        seeds.push_back(result.seed);
        values.push_back(value(result));
    }
    return learning::bootstrap_by_group(seeds, 10'000, 1,
                                        [&](std::span<const std::size_t> rows) {
                                            double sum = 0;
                                            for (const auto row : rows) sum += values[row];
                                            return std::optional(sum / static_cast<double>(rows.size()));
                                        })
        .value();
}

double acceptance(const SeedResult& result, Variant variant, std::size_t cycle) {
    return result.acceptance[static_cast<std::size_t>(variant)].at(cycle);
}

std::vector<Figure> differences(const std::vector<SeedResult>& results, std::size_t last) {
    const auto difference = [&](Variant other, std::size_t cycle) {
        return mean_over(results, [=](const SeedResult& result) {
            return acceptance(result, Variant::full, last) - acceptance(result, other, cycle);
        });
    };
    return {{"last cycle - first cycle", difference(Variant::full, 0)},
            {"full - no stage 2, last cycle", difference(Variant::no_stage2, last)},
            {"full - shuffled, last cycle", difference(Variant::shuffled, last)}};
}

bool passes(const std::vector<Figure>& figures) {
    for (const auto& figure : figures) {
        if (figure.interval.low <= 0) return false;
    }
    return figures.back().interval.value >= gate_against_shuffled;
}

std::string show(const Interval& interval) {
    return fmt::format("{:5.1f} [{:5.1f}, {:5.1f}]", 100 * interval.value, 100 * interval.low,
                       100 * interval.high);
}

Json to_json(const Interval& interval) {
    return {{"value", interval.value}, {"low", interval.low}, {"high", interval.high}};
}

std::vector<std::uint64_t> seeds_of(const std::string& range) {
    const auto dash = range.find('-');
    const std::uint64_t first = std::stoull(range);
    const std::uint64_t last = dash == std::string::npos ? first : std::stoull(range.substr(dash + 1));
    require(first <= last, "--seeds must be like 1-20, got {}", range);
    std::vector<std::uint64_t> seeds(last - first + 1);
    std::iota(seeds.begin(), seeds.end(), first);
    return seeds;
}

Json report(const std::vector<SeedResult>& results, int cycles, bool as_text) {
    const auto base = mean_over(results, [](const SeedResult& result) { return result.base; });
    Json json{{"notice", demo::simulated_notice}, {"seeds", results.size()}, {"base", to_json(base)}};
    if (as_text) {
        fmt::print("{}\n\n{} seeds; acceptance in %, means over seeds with 95 % intervals\n\n",
                   demo::simulated_notice, results.size());
        fmt::print("{:<32}{}\n", "any unheard track", show(base));
    }
    for (std::size_t v = 0; v < variant_names.size(); ++v) {
        for (int c = 0; c < cycles; ++c) {
            const auto at = static_cast<std::size_t>(c);
            const auto mean =
                mean_over(results, [=](const SeedResult& result) { return result.acceptance[v].at(at); });
            json["acceptance"][std::string(variant_names[v])].push_back(to_json(mean));
            if (as_text)
                fmt::print("{:<32}{}\n", fmt::format("{}, cycle {}", variant_names[v], c + 1), show(mean));
        }
    }
    const auto figures = differences(results, static_cast<std::size_t>(cycles - 1));
    for (const auto& figure : figures) {
        json["differences"][figure.name] = to_json(figure.interval);
        if (as_text) fmt::print("{:<32}{}\n", figure.name, show(figure.interval));
    }
    json["passes"] = passes(figures);
    for (const auto& result : results)
        json["by_seed"].push_back({{"seed", result.seed},
                                   {"base", result.base},
                                   {"acceptance", result.acceptance},
                                   {"seconds", result.seconds}});
    if (as_text) fmt::print("\n{}\n", passes(figures) ? "the gate holds" : "the gate does not hold");
    return json;
}

int run(int argc, char** argv) {
    CLI::App app{"Lets simulated listeners label picks, and says whether the next picks are better"};
    std::string range = "1-20";
    bool as_json = false;
    SimulationOptions options;
    app.add_option("--seeds", range, "first-last");
    app.add_option("--tracks", options.n_tracks, "in the catalogue");
    app.add_option("--artists", options.n_artists, "in the world");
    app.add_option("--cycles", options.cycles, "of picks and labels");
    app.add_option("--stage1-cache", options.stage1_cache, "a folder that keeps stage 1 from run to run");
    app.add_flag("--json", as_json);
    CLI11_PARSE(app, argc, argv);

    constexpr std::array all{Variant::full, Variant::no_stage2, Variant::shuffled};
    std::vector<SeedResult> results;
    for (const auto seed : seeds_of(range)) {
        results.push_back(simulate(seed, options, all));
        const auto& result = results.back();
        fmt::print(stderr, "seed {}: base {:.3f}", seed, result.base);
        for (const auto& of_variant : result.acceptance)
            fmt::print(stderr, " | {:.2f}", fmt::join(of_variant, " "));
        fmt::print(stderr, " | {:.1f} s + {:.1f} s\n", result.seconds[0], result.seconds[1]);
    }
    const Json json = report(results, options.cycles, !as_json);
    if (as_json) fmt::print("{}\n", json.dump(2));
    return json["passes"].get<bool>() ? 0 : 1;
}

}  // namespace
}  // namespace attune::feedback

int main(int argc, char** argv) {
    try {
        return attune::feedback::run(argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "feedback: {}\n", error.what());
        return 70;
    }
}
