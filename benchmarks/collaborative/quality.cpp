// How good the lists of each model are: tuned on one part, judged on another. See README.md.
//
// usage: collaborative_quality hetrec [seeds] [threads] | lastfm_split [threads]
//        collaborative_quality write FOLDER            the tasks as files, for implicit_peer.py
//        collaborative_quality judge TASK FOLDER       lists that implicit_peer.py made of them
#include "core/error.h"
#include "core/parallel.h"
#include "tasks.h"

#include <chrono>
#include <cstdio>
#include <algorithm>
#include <string>

using namespace attune;
using namespace attune::bench;

namespace {

/// A model and the options among which tuning chooses.
struct Contender {
    std::string name;   ///< as shown
    std::string model;  ///< in the registry
    std::vector<std::string> options;
};

/// Every way of taking one of each.
std::vector<std::string> all_of(const std::vector<std::vector<std::string>>& choices) {
    std::vector<std::string> all{""};
    for (const auto& choice : choices) {
        std::vector<std::string> longer;
        for (const auto& begun : all) {
            for (const auto& next : choice) longer.push_back(begun.empty() ? next : begun + "," + next);
        }
        all = longer;
    }
    return all;
}

std::vector<Contender> contenders() {
    const std::vector<std::string> weightings{"weighting=binary", "weighting=log1p"};
    std::vector<std::string> neighbours = all_of({{"similarity=cosine", "similarity=tfidf"}, weightings,
                                                  {"neighbours=50", "neighbours=200", "neighbours=1000"},
                                                  {"shrinkage=0", "shrinkage=20"}});
    const auto bm25 = all_of({{"similarity=bm25"}, weightings, {"neighbours=50", "neighbours=200", "neighbours=1000"},
                              {"k1=1.2", "k1=100"}, {"b=0.3", "b=0.75"}});
    neighbours.insert(neighbours.end(), bm25.begin(), bm25.end());
    const auto als = [&](const std::string& factors, const std::string& solver, const std::string& nu) {
        return all_of({{factors}, {solver}, {nu}, weightings, {"alpha=1", "alpha=5", "alpha=20"},
                       {"regularization=1", "regularization=5", "regularization=20", "regularization=60"}});
    };
    return {
        {"popularity", "popularity", {"count=people", "count=plays"}},
        {"item_knn", "item_knn", neighbours},
        {"ease", "ease",
         all_of({{"weighting=binary", "weighting=log1p", "weighting=sqrt"},
                 {"regularization=50", "regularization=100", "regularization=200", "regularization=400", "regularization=800",
                  "regularization=1600", "regularization=3200", "regularization=6400", "regularization=12800"}})},
        {"als 64, cholesky", "als", als("factors=64", "solver=cholesky", "frequency_exponent=0")},
        {"als 64, cg", "als", als("factors=64", "solver=cg", "frequency_exponent=0")},
        {"als 64, subspace", "als", als("factors=64", "solver=subspace", "frequency_exponent=0")},
        {"als 64, nu = 1", "als", als("factors=64", "solver=cholesky", "frequency_exponent=1")},
        {"als 256, cholesky", "als", als("factors=256", "solver=cholesky", "frequency_exponent=0")},
        {"bpr 64", "bpr",
         all_of({{"factors=64"}, {"learning_rate=0.05"}, {"regularization=0.005", "regularization=0.02", "regularization=0.05"},
                 {"epochs=30", "epochs=100"}})},
    };
}

struct Outcome {
    Quality quality;
    std::string options;
    double fit_seconds = 0;
};

double seconds_since(std::chrono::steady_clock::time_point began) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

/// The options of the best NDCG@100 on the tuning part.
std::string tuned(const Contender& contender, const bench::Task& task, std::size_t threads) {
    std::vector<double> found(contender.options.size());
    // One fit a thread: fits that share threads would wait for each other's small steps.
    parallel_for(contender.options.size(), threads, [&](std::size_t i) {
        auto model = collaborative::make_recommender(contender.model, contender.options[i]);
        model->fit(task.train, {.seed = 1, .threads = 1});
        found[i] = quality_of(lists_of(*model, task.people, 1), task.people).ndcg_100;
    });
    return contender.options[static_cast<std::size_t>(std::max_element(found.begin(), found.end()) - found.begin())];
}

Outcome outcome_of(const Contender& contender, const TunedTask& task, std::size_t threads) {
    Outcome outcome;
    outcome.options = tuned(contender, task.tune, threads);
    auto model = collaborative::make_recommender(contender.model, outcome.options);
    const auto began = std::chrono::steady_clock::now();
    model->fit(task.test.train, {.seed = 1, .threads = threads});
    outcome.fit_seconds = seconds_since(began);
    outcome.quality = quality_of(lists_of(*model, task.test.people, threads), task.test.people);
    return outcome;
}

void show_row(const std::string& name, const std::vector<Outcome>& outcomes) {
    Quality mean;
    double seconds = 0;
    double least = 1;
    double most = 0;
    for (const auto& outcome : outcomes) {
        const auto share = 1 / static_cast<double>(outcomes.size());
        mean.recall_20 += share * outcome.quality.recall_20;
        mean.ndcg_20 += share * outcome.quality.ndcg_20;
        mean.ndcg_100 += share * outcome.quality.ndcg_100;
        seconds += share * outcome.fit_seconds;
        least = std::min(least, outcome.quality.recall_20);
        most = std::max(most, outcome.quality.recall_20);
    }
    std::printf("| %s | %.4f (%.4f-%.4f) | %.4f | %.4f | %.2f | %s |\n", name.c_str(), mean.recall_20, least, most, mean.ndcg_20,
                mean.ndcg_100, seconds, outcomes.front().options.c_str());
    std::fflush(stdout);
}

int compare(const std::vector<TunedTask>& tasks, std::size_t threads) {
    std::printf("%s: %zu people x %zu items, %zu pairs to learn from, %zu people asked for; %zu task(s), %zu thread(s)\n\n",
                tasks[0].name.c_str(), tasks[0].test.train.n_users(), tasks[0].test.train.n_items(), tasks[0].test.train.size(),
                tasks[0].test.people.size(), tasks.size(), threads);
    std::printf("| model | recall@20 (least-most) | NDCG@20 | NDCG@100 | fit, s | options (of the first task) |\n|---|---|---|---|---|---|\n");
    for (const auto& contender : contenders()) {
        std::vector<Outcome> outcomes;
        for (const auto& task : tasks) outcomes.push_back(outcome_of(contender, task, threads));
        show_row(contender.name, outcomes);
    }
    return 0;
}

std::optional<TunedTask> task_named(const std::string& name) {
    if (name == "lastfm_split") return lastfm_split_task();
    require(name.starts_with("hetrec-"), "a task is lastfm_split or hetrec-SEED, got '{}'", name);
    return hetrec_task(std::stoull(name.substr(7)));
}

int run(const std::vector<std::string>& arguments) {
    const auto number = [&](std::size_t i, std::size_t otherwise) {
        return arguments.size() > i ? static_cast<std::size_t>(std::stoull(arguments[i])) : otherwise;
    };
    const std::string what = arguments.empty() ? "hetrec" : arguments[0];
    if (!hetrec_task(1) || !lastfm_split_task()) {
        std::printf("skipped: no hetrec and lastfm_split in %s\n", data_folder().c_str());
        return 0;
    }
    if (what == "hetrec") {
        std::vector<TunedTask> tasks;
        for (std::size_t seed = 1; seed <= number(1, 5); ++seed) tasks.push_back(*hetrec_task(seed));
        return compare(tasks, number(2, default_threads()));
    }
    if (what == "lastfm_split") return compare({*lastfm_split_task()}, number(1, default_threads()));
    if (what == "write" && arguments.size() == 2) {
        write_task(*lastfm_split_task(), std::filesystem::path(arguments[1]) / "lastfm_split");
        for (std::uint64_t seed = 1; seed <= 5; ++seed)
            write_task(*hetrec_task(seed), std::filesystem::path(arguments[1]) / fmt::format("hetrec-{}", seed));
        return 0;
    }
    if (what == "judge" && arguments.size() == 3) {
        const auto task = task_named(arguments[1]);
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(arguments[2]) / arguments[1])) {
            if (entry.path().extension() != ".lists") continue;
            const auto quality = quality_of(read_lists(entry.path()), task->test.people);
            std::printf("%s %s recall@20 %.4f NDCG@20 %.4f NDCG@100 %.4f\n", arguments[1].c_str(), entry.path().stem().c_str(),
                        quality.recall_20, quality.ndcg_20, quality.ndcg_100);
        }
        return 0;
    }
    fail(ErrorCode::invalid_argument, "usage: hetrec [seeds] [threads] | lastfm_split [threads] | write FOLDER | judge TASK FOLDER");
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "collaborative_quality: %s\n", error.what());
        return 1;
    }
}
