// How long an iteration of ALS and a fit of the others take, and how that grows. See README.md.
//
// usage: collaborative_speed iterations FOLDER FACTORS THREADS SOLVER [N]   train.txt of FOLDER, as
// implicit_peer.py times it
//        collaborative_speed scale [MILLIONS] [threads]                    invented plays up to so many
//        collaborative_speed retrain [threads]                             fold-in against a fit with the
//        person collaborative_speed invent FOLDER MILLIONS                        train.txt of invented plays
#include "collaborative/als.h"
#include "collaborative/als_training.h"
#include "core/error.h"
#include "core/kernels.h"
#include "core/parallel.h"
#include "tasks.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>

using namespace attune;
using namespace attune::bench;

namespace {

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Of all threads of this program.
double cpu_now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double peak_mb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

library::Interactions read_train(const std::filesystem::path& folder) {
    std::ifstream in(folder / "train.txt");
    std::size_t n_users = 0;
    std::size_t n_items = 0;
    require(static_cast<bool>(in >> n_users >> n_items), "no train.txt in {}", folder.string());
    std::vector<library::Interaction> entries;
    for (library::Interaction entry; in >> entry.user >> entry.item >> entry.value;) entries.push_back(entry);
    return {n_users, n_items, std::move(entries)};
}

collaborative::AlsSolver solver_named(const std::string& name) {
    const auto& names = collaborative::AlsOptions::solver_names;
    const auto found = std::find(names.begin(), names.end(), name);
    require(found != names.end(), "a solver is cholesky, cg or subspace, got '{}'", name);
    return static_cast<collaborative::AlsSolver>(found - names.begin());
}

/// The first row of the people is compared with the system solved straight from its definition by many sweeps
/// of Gauss and Seidel in float64. @throws if they differ
void check_answer(const library::Interactions& gains, const collaborative::AlsOptions& options) {
    auto exact = options;
    exact.solver = collaborative::AlsSolver::cholesky;
    auto factors = collaborative::starting_factors(gains, exact, 1);
    for (float& value : factors.items.values()) value *= 10;
    const auto items = factors.items;
    collaborative::improve(factors, gains, gains.transposed(), exact, 1, {});
    const std::size_t f = items.n_columns();
    std::vector<double> A(f * f, 0.0);
    std::vector<double> b(f, 0.0);
    std::vector<double> confidence(gains.n_items(), 1.0);
    const auto row = gains.row(0);
    for (std::size_t k = 0; k < row.size(); ++k)
        confidence[row.indices[k]] += static_cast<double>(row.values[k]);
    for (std::size_t item = 0; item < items.n_rows(); ++item) {
        for (std::size_t i = 0; i < f; ++i) {
            const double y = confidence[item] * static_cast<double>(items(item, i));
            for (std::size_t j = 0; j < f; ++j) A[i * f + j] += y * static_cast<double>(items(item, j));
            if (confidence[item] > 1) b[i] += y;
        }
    }
    std::vector<double> x(f, 0.0);
    for (std::size_t i = 0; i < f; ++i) A[i * f + i] += static_cast<double>(options.regularization);
    for (int sweep = 0; sweep < 2000; ++sweep) {
        for (std::size_t i = 0; i < f; ++i) {
            double rest = b[i];
            for (std::size_t j = 0; j < f; ++j) rest -= j == i ? 0 : A[i * f + j] * x[j];
            x[i] = rest / A[i * f + i];
        }
    }
    double largest = 0;
    double error = 0;
    for (std::size_t i = 0; i < f; ++i) {
        largest = std::max(largest, std::abs(x[i]));
        error = std::max(error, std::abs(x[i] - static_cast<double>(factors.people(0, i))));
    }
    require(error < 1e-3 * largest, "not timed: the first row is off by {} of {}", error, largest);
}

struct Seconds {
    std::vector<double> wall;
    std::vector<double> cpu;  ///< what other programs on the machine leave as it is
};

/// Of each iteration.
Seconds iteration_seconds(const library::Interactions& gains, const collaborative::AlsOptions& options,
                          std::size_t threads, int n) {
    const auto gains_of = gains.transposed();
    auto factors = collaborative::starting_factors(gains, options, 1);
    Seconds seconds;
    for (int i = 0; i < n; ++i) {
        const double began = now();
        const double cpu_began = cpu_now();
        collaborative::improve(factors, gains, gains_of, options, threads, {});
        seconds.wall.push_back(now() - began);
        seconds.cpu.push_back(cpu_now() - cpu_began);
    }
    return seconds;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

int iterations(const std::vector<std::string>& arguments) {
    require(arguments.size() >= 5, "usage: iterations FOLDER FACTORS THREADS SOLVER [N]");
    const auto plays = read_train(arguments[1]);
    const auto gains = plays.with_values([](float count) { return std::log1p(count); });
    collaborative::AlsOptions options;
    options.factors = std::stoi(arguments[2]);
    options.solver = solver_named(arguments[4]);
    options.regularization = 5;
    if (plays.size() < 1'000'000) check_answer(gains, options);
    const auto seconds = iteration_seconds(gains, options, std::stoull(arguments[3]),
                                           arguments.size() > 5 ? std::stoi(arguments[5]) : 7);
    std::printf(
        "attune %s, %s factors, %s thread(s), %s: %.4f s of CPU an iteration (median), wall %.4f, least wall "
        "%.4f\n",
        arguments[4].c_str(), arguments[2].c_str(), arguments[3].c_str(), std::string(kernels().name).c_str(),
        median(seconds.cpu), median(seconds.wall),
        *std::min_element(seconds.wall.begin(), seconds.wall.end()));
    return 0;
}

int scale(std::size_t most_millions, std::size_t threads) {
    std::printf(
        "| pairs | people | items | als 64, s of CPU an iteration | ns a pair | peak, MB | bytes a pair "
        "|\n|---|---|---|---|---|---|---|\n");
    for (std::size_t pairs = most_millions * 1'000'000 / 16; pairs <= most_millions * 1'000'000; pairs *= 2) {
        const auto plays = invented_plays(pairs / 65, pairs / 200, 100, 1);
        const auto gains = plays.with_values([](float count) { return std::log1p(count); });
        const double seconds = median(iteration_seconds(gains, {}, threads, 3).cpu);
        const auto size = static_cast<double>(plays.size());
        std::printf("| %zu | %zu | %zu | %.2f | %.0f | %.0f | %.0f |\n", plays.size(), plays.n_users(),
                    plays.n_items(), seconds, 1e9 * seconds / size, peak_mb(),
                    peak_mb() * 1024 * 1024 / size);
        std::fflush(stdout);
    }
    return 0;
}

/// The plays with one person more, at the end.
library::Interactions with_person(const library::Interactions& plays, const Asked& person) {
    std::vector<library::Interaction> entries;
    for (library::UserIndex user = 0; user < plays.n_users(); ++user) {
        const auto row = plays.row(user);
        for (std::size_t k = 0; k < row.size(); ++k) entries.push_back({user, row.indices[k], row.values[k]});
    }
    for (std::size_t k = 0; k < person.items.size(); ++k)
        entries.push_back(
            {static_cast<library::UserIndex>(plays.n_users()), person.items[k], person.values[k]});
    return {plays.n_users() + 1, plays.n_items(), std::move(entries)};
}

int retrain(std::size_t threads) {
    const auto task = hetrec_task(1);
    if (!task) {
        std::printf("skipped: no hetrec in %s\n", data_folder().c_str());
        return 0;
    }
    const auto& test = task->test;
    const std::size_t n_people = std::min<std::size_t>(200, test.people.size());
    std::printf("%zu people\n\n| model | overlap of the first 100 | least |\n|---|---|---|\n", n_people);
    for (const std::string name : {"item_knn", "ease", "als", "bpr"}) {
        const std::string options = name == "bpr" ? "epochs=30" : "";
        auto folded = collaborative::make_recommender(name, options);
        folded->fit(test.train, {.seed = 1, .threads = threads});
        std::vector<double> overlaps(n_people);
        parallel_for(n_people, threads, [&](std::size_t i) {
            const auto& person = test.people[i];
            auto full = collaborative::make_recommender(name, options);
            full->fit(with_person(test.train, person), {.seed = 1, .threads = 1});
            auto a = top_items(*folded, person.profile(), 100);
            auto b = top_items(*full, person.profile(), 100);
            std::sort(a.begin(), a.end());
            std::sort(b.begin(), b.end());
            std::vector<library::ItemIndex> both;
            std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
            overlaps[i] = static_cast<double>(both.size()) / 100;
        });
        double sum = 0;
        for (const double overlap : overlaps) sum += overlap;
        std::printf("| %s | %.3f | %.2f |\n", name.c_str(), sum / static_cast<double>(n_people),
                    *std::min_element(overlaps.begin(), overlaps.end()));
        std::fflush(stdout);
    }
    return 0;
}

int invent(const std::filesystem::path& folder, std::size_t millions) {
    const std::size_t pairs = millions * 1'000'000;
    TunedTask task{"invented", {}, {}};
    task.test.train = invented_plays(pairs / 65, pairs / 200, 100, 1);
    write_task(task, folder);
    return 0;
}

int run(const std::vector<std::string>& arguments) {
    const std::string what = arguments.empty() ? "" : arguments[0];
    const auto number = [&](std::size_t i, std::size_t otherwise) {
        return arguments.size() > i ? static_cast<std::size_t>(std::stoull(arguments[i])) : otherwise;
    };
    if (what == "iterations") return iterations(arguments);
    if (what == "scale") return scale(number(1, 20), number(2, default_threads()));
    if (what == "retrain") return retrain(number(1, default_threads()));
    if (what == "invent" && arguments.size() == 3) return invent(arguments[1], number(2, 1));
    fail(ErrorCode::invalid_argument,
         "usage: iterations FOLDER FACTORS THREADS SOLVER [N] | scale [MILLIONS] [threads] | retrain "
         "[threads] | invent FOLDER MILLIONS");
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "collaborative_speed: %s\n", error.what());
        return 1;
    }
}
