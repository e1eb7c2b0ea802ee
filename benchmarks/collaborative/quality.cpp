// How good the lists of each model are: tuned on one part, judged on another. See README.md.
//
// usage: collaborative_quality hetrec [seeds] [threads] | lastfm_split [threads]
//        collaborative_quality try MODEL [OPTIONS]     on the tuning people of five splits of hetrec
//        collaborative_quality write FOLDER            the tasks as files, for implicit_peer.py
//        collaborative_quality judge TASK FOLDER       lists that implicit_peer.py made of them
#include "core/error.h"
#include "core/parallel.h"
#include "tasks.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>

using namespace attune;
using namespace attune::bench;

namespace {

/// A model and the options among which tuning chooses.
struct Contender {
    std::string name;   ///< as shown
    std::string model;  ///< in the registry
    std::string fixed;  ///< options that are not tuned
    std::vector<std::string> options;
    std::string as = {};  ///< takes what was chosen for this contender, instead of being tuned
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
    auto neighbours = all_of({{"similarity=cosine", "similarity=tfidf"},
                              weightings,
                              {"neighbours=200", "neighbours=1000"},
                              {"shrinkage=0", "shrinkage=20", "shrinkage=50"}});
    const auto bm25 = all_of({{"similarity=bm25"},
                              weightings,
                              {"neighbours=200", "neighbours=1000"},
                              {"k1=1.2", "k1=100"},
                              {"b=0.3", "b=0.75"}});
    neighbours.insert(neighbours.end(), bm25.begin(), bm25.end());
    // The same grid as in implicit_peer.py.
    const auto als =
        all_of({weightings,
                {"alpha=1", "alpha=5"},
                {"regularization=1", "regularization=5", "regularization=20", "regularization=60"}});
    const auto ease =
        all_of({{"regularization=50", "regularization=100", "regularization=200"},
                {"dropout=0.33", "dropout=0.5", "dropout=0.67"},
                {"popularity_discount=0.1", "popularity_discount=0.2", "popularity_discount=0.3"}});
    const auto ease_2019 = all_of({weightings,
                                   {"regularization=200", "regularization=400", "regularization=800",
                                    "regularization=1600", "regularization=3200"}});
    return {
        {"popularity", "popularity", "", {"count=people", "count=plays"}},
        {"item_knn", "item_knn", "", neighbours},
        {"ease", "ease", "weighting=log1p", ease},
        {"ease, 200 neighbours", "ease", "solver=sparse,weighting=log1p", {}, "ease"},
        {"ease of 2019", "ease", "dropout=0,popularity_discount=0,scale=absolute", ease_2019},
        {"als 64, cg", "als", "factors=64,solver=cg", als},
        {"als 64, cholesky", "als", "factors=64,solver=cholesky", {}, "als 64, cg"},
        {"als 64, subspace", "als", "factors=64,solver=subspace", {}, "als 64, cg"},
        {"als 64, nu = 1", "als", "factors=64,solver=cg,frequency_exponent=1", als},
        {"als 256, cg", "als", "factors=256,solver=cg", als},
        {"als 256, cholesky", "als", "factors=256,solver=cholesky", {}, "als 256, cg"},
        {"bpr 64", "bpr", "factors=64", {"epochs=50", "epochs=150"}},
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

std::string joined(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() ? a + b : a + "," + b;
}

/// The options of the best NDCG@100 on the tuning part.
std::string tuned(const Contender& contender, const bench::Task& task, std::size_t threads) {
    std::vector<double> found(contender.options.size());
    // One fit a thread: fits that share threads would wait for each other's small steps.
    parallel_for(contender.options.size(), threads, [&](std::size_t i) {
        auto model =
            collaborative::make_recommender(contender.model, joined(contender.fixed, contender.options[i]));
        model->fit(task.train, {.seed = 1, .threads = 1});
        found[i] = quality_of(lists_of(*model, task.people, 1), task.people).ndcg_100;
    });
    return contender
        .options[static_cast<std::size_t>(std::max_element(found.begin(), found.end()) - found.begin())];
}

Outcome outcome_of(const Contender& contender, const std::string& chosen, const TunedTask& task,
                   std::uint64_t seed, std::size_t threads) {
    Outcome outcome;
    outcome.options = chosen;
    auto model = collaborative::make_recommender(contender.model, joined(contender.fixed, chosen));
    const auto began = std::chrono::steady_clock::now();
    model->fit(task.test.train, {.seed = seed, .threads = threads});
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
    std::printf("| %s | %.4f (%.4f-%.4f) | %.4f | %.4f | %.2f | %s |\n", name.c_str(), mean.recall_20, least,
                most, mean.ndcg_20, mean.ndcg_100, seconds, outcomes.front().options.c_str());
    std::fflush(stdout);
}

int compare(const std::vector<TunedTask>& tasks, std::size_t threads) {
    std::printf(
        "%s: %zu people x %zu items, %zu pairs to learn from, %zu people asked for; %zu task(s), %zu "
        "thread(s)\n\n",
        tasks[0].name.c_str(), tasks[0].test.train.n_users(), tasks[0].test.train.n_items(),
        tasks[0].test.train.size(), tasks[0].test.people.size(), tasks.size(), threads);
    std::printf(
        "| model | recall@20 (least-most) | NDCG@20 | NDCG@100 | fit, s | options (of the first task) "
        "|\n|---|---|---|---|---|---|\n");
    std::map<std::string, std::vector<std::string>> chosen;  // of each contender, one a task
    for (const auto& contender : contenders()) {
        std::vector<Outcome> outcomes;
        auto& options = chosen[contender.name];
        if (!contender.as.empty()) options = chosen.at(contender.as);
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            if (contender.as.empty()) options.push_back(tuned(contender, tasks[i].tune, threads));
            // A single task is done with five seeds of the model instead: factors depend on where they start.
            for (std::uint64_t seed = 1; seed <= (tasks.size() == 1 ? 5 : 1); ++seed)
                outcomes.push_back(outcome_of(contender, options[i], tasks[i], seed, threads));
        }
        show_row(contender.name, outcomes);
    }
    return 0;
}

int try_options(const std::string& model_name, const std::string& options) {
    std::vector<Quality> found(5);
    parallel_for(found.size(), default_threads(), [&](std::size_t i) {
        const auto task = hetrec_task(i + 1);
        auto model = collaborative::make_recommender(model_name, options);
        model->fit(task->tune.train, {.seed = 1, .threads = 1});
        found[i] = quality_of(lists_of(*model, task->tune.people, 1), task->tune.people);
    });
    Quality mean;
    for (const auto& quality : found) {
        mean.recall_20 += quality.recall_20 / 5;
        mean.ndcg_20 += quality.ndcg_20 / 5;
        mean.ndcg_100 += quality.ndcg_100 / 5;
    }
    std::printf("%s %s: recall@20 %.4f NDCG@20 %.4f NDCG@100 %.4f\n", model_name.c_str(), options.c_str(),
                mean.recall_20, mean.ndcg_20, mean.ndcg_100);
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
    if (what == "try" && arguments.size() >= 2)
        return try_options(arguments[1], arguments.size() > 2 ? arguments[2] : "");
    if (what == "lastfm_split") return compare({*lastfm_split_task()}, number(1, default_threads()));
    if (what == "write" && arguments.size() == 2) {
        write_task(*lastfm_split_task(), std::filesystem::path(arguments[1]) / "lastfm_split");
        for (std::uint64_t seed = 1; seed <= 5; ++seed)
            write_task(*hetrec_task(seed),
                       std::filesystem::path(arguments[1]) / fmt::format("hetrec-{}", seed));
        return 0;
    }
    if (what == "judge" && arguments.size() == 3) {
        const auto task = task_named(arguments[1]);
        for (const auto& entry :
             std::filesystem::directory_iterator(std::filesystem::path(arguments[2]) / arguments[1])) {
            if (entry.path().extension() != ".lists") continue;
            const auto quality = quality_of(read_lists(entry.path()), task->test.people);
            std::printf("%s %s recall@20 %.4f NDCG@20 %.4f NDCG@100 %.4f\n", arguments[1].c_str(),
                        entry.path().stem().c_str(), quality.recall_20, quality.ndcg_20, quality.ndcg_100);
        }
        return 0;
    }
    fail(ErrorCode::invalid_argument,
         "usage: hetrec [seeds] [threads] | lastfm_split [threads] | try MODEL [OPTIONS] | write FOLDER | "
         "judge TASK FOLDER");
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
