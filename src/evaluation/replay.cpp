#include "evaluation/replay.h"

#include "core/error.h"
#include "evaluation/discovery.h"
#include "evaluation/hubs.h"
#include "evaluation/keep_it.h"
#include "evaluation/list_figures.h"
#include "evaluation/new_artists.h"
#include "evaluation/ranking_metrics.h"
#include "evaluation/resamples.h"
#include "evaluation/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

namespace attune::evaluation {
namespace {

constexpr std::array<std::size_t, 3> recall_depths{20, 100, 500};
constexpr std::array<std::size_t, 2> artist_depths{100, 500};
constexpr std::size_t ndcg_depth = 100;
// The groups of taste::evidence_columns() and the sources of recommend::new_artist_columns().
constexpr std::array evidence_groups{"artist", "genres", "popularity", "era", "release", "playlists"};
constexpr std::array artist_sources{"listeners", "popularity", "catalogue"};

/// A task at one cut, ready to be measured: the artist of each row that is judged, and a way to measure each
/// model.
struct Trial {
    double share = 0;
    std::size_t n = 0;
    bool has_enough = false;
    std::vector<std::uint32_t> artists;
    std::vector<std::string> models;
    /// One for each model, of each metric.
    std::vector<std::vector<Resamples::Figure>> measures;
};

/// A task at all cuts.
struct Trials {
    std::string task;
    std::vector<std::string> metrics;
    std::string main_metric;
    std::vector<Trial> trials;
};

Trial make_trial(KeepItReplay&& replay, double share, std::size_t least) {
    const std::size_t n_kept = replay.n_kept();
    Trial trial{share,
                replay.tracks.size(),
                n_kept >= least && replay.tracks.size() - n_kept >= least,
                std::move(replay.artists),
                {},
                {}};
    for (const auto& [model, scores] : replay.models) {
        trial.models.push_back(model);
        trial.measures.push_back({WeightedAuc(scores, replay.kept)});
    }
    return trial;
}

Trial make_trial(DiscoveryReplay&& replay, double share, std::size_t least) {
    Trial trial{share, replay.relevant.size(), replay.relevant.size() >= least, std::move(replay.artists), {},
                {}};
    for (const auto& model : replay.models) {
        trial.models.push_back(model.model);
        auto& measures = trial.measures.emplace_back();
        const auto& places = model.places;
        for (const auto k : recall_depths)
            measures.push_back([places, k](auto gains) { return recall_at_k(places, k, gains); });
        measures.push_back([places](auto gains) { return ndcg_at_k(places, ndcg_depth, gains); });
    }
    return trial;
}

Trial make_trial(NewArtistReplay&& replay, double share, std::size_t least) {
    Trial trial{
        share, replay.relevant.size(), replay.relevant.size() >= least, std::move(replay.relevant), {}, {}};
    for (const auto& model : replay.models) {
        trial.models.push_back(model.model);
        auto& measures = trial.measures.emplace_back();
        const auto& places = model.places;
        for (const auto k : artist_depths)
            measures.push_back([places, k](auto gains) { return recall_at_k(places, k, gains); });
    }
    return trial;
}

/// Makes the figures of one task from its trials.
class FigureMaker {
  public:
    FigureMaker(const Trials& trials, const EvaluateOptions& options)
        : trials_(trials), resamples_(all_artists(trials), options.resamples, options.seed) {}

    std::vector<Figure> figures() {
        for (std::size_t model = 0; model < trials_.trials.front().models.size(); ++model) {
            for (std::size_t metric = 0; metric < trials_.metrics.size(); ++metric) add(model, metric);
        }
        return std::move(figures_);
    }

  private:
    static std::vector<std::uint32_t> all_artists(const Trials& trials) {
        std::vector<std::uint32_t> artists;
        for (const auto& trial : trials.trials) {
            if (trial.has_enough) artists.insert(artists.end(), trial.artists.begin(), trial.artists.end());
        }
        return artists;
    }

    std::optional<Resampled> measure(const Trial& trial, std::size_t model, std::size_t metric) const {
        if (!trial.has_enough) return std::nullopt;
        return resamples_.measure(trial.artists, trial.measures[model][metric]);
    }

    /// The figures of a model at each cut and their mean; of "attune" also how far it is above each baseline.
    void add(std::size_t model, std::size_t metric) {
        const auto ours = at_all_cuts(model, metric);
        add_rows(model, trials_.metrics[metric], ours);
        const auto& models = trials_.trials.front().models;
        if (model != 0 || trials_.metrics[metric] != trials_.main_metric) return;
        for (std::size_t baseline = 1; baseline < models.size(); ++baseline) {
            auto differences = at_all_cuts(baseline, metric);
            for (std::size_t cut = 0; cut < differences.size(); ++cut) {
                if (differences[cut]) differences[cut] = difference(*ours[cut], *differences[cut]);
            }
            add_rows(model, fmt::format("{} minus {}", trials_.main_metric, models[baseline]), differences);
        }
    }

    std::vector<std::optional<Resampled>> at_all_cuts(std::size_t model, std::size_t metric) const {
        std::vector<std::optional<Resampled>> all;
        for (const auto& trial : trials_.trials) all.push_back(measure(trial, model, metric));
        return all;
    }

    void add_rows(std::size_t model, const std::string& metric,
                  const std::vector<std::optional<Resampled>>& at_cuts) {
        std::vector<Resampled> defined;
        std::size_t n = 0;
        for (std::size_t cut = 0; cut < at_cuts.size(); ++cut) {
            const Trial& trial = trials_.trials[cut];
            add_row(model, metric, trial.share, trial.n, at_cuts[cut]);
            if (!at_cuts[cut]) continue;
            defined.push_back(*at_cuts[cut]);
            n += trial.n;
        }
        add_row(model, metric, std::nullopt, n,
                defined.empty() ? std::nullopt : std::optional(mean(defined)));
    }

    void add_row(std::size_t model, const std::string& metric, std::optional<double> cut, std::size_t n,
                 const std::optional<Resampled>& figure) {
        Figure row{trials_.task, trials_.trials.front().models[model], metric, cut, n, {}, {}, {}};
        if (figure) {
            row.value = figure->value;
            if (const auto bounds = figure->bounds()) {
                row.low = bounds->low;
                row.high = bounds->high;
            }
        }
        figures_.push_back(std::move(row));
    }

    const Trials& trials_;
    Resamples resamples_;
    std::vector<Figure> figures_;
};

void check(const EvaluateOptions& options) {
    for (const double cut : options.cuts) require(cut > 0 && cut < 1, "a cut must be in (0, 1), got {}", cut);
    require(options.resamples > 0, "resamples must be > 0, got {}", options.resamples);
}

std::string cut_verdict(const Trial& keep_it, const Trial& discovery) {
    if (!keep_it.has_enough && !discovery.has_enough) return "too few: keep_it and discovery";
    if (!keep_it.has_enough) return "too few: keep_it";
    return discovery.has_enough ? "" : "too few: discovery";
}

/// Recall@500 of a random order, the mean over the cuts that have figures.
double recall_by_chance(const Evaluation& evaluation, const Trials& discovery) {
    double sum = 0;
    double n = 0;
    for (std::size_t cut = 0; cut < discovery.trials.size(); ++cut) {
        if (!discovery.trials[cut].has_enough) continue;
        sum += std::min(1.0, static_cast<double>(recall_depths.back()) /
                                 static_cast<double>(evaluation.cuts[cut].n_candidates));
        n += 1;
    }
    return n > 0 ? sum / n : 0;
}

/// The replays of all tasks, cut by cut.
class Replays {
  public:
    Replays(const library::Collection& collection, const library::History& history,
            const std::shared_ptr<const recommend::Listeners>& listeners, const EvaluateOptions& options,
            const Task& task)
        : collection_(collection),
          history_(history),
          listeners_(listeners),
          options_(options),
          task_(task),
          space_(taste::make_surroundings(collection)),
          settings_{options.seed, options.threads, {}} {
        space_.others = listeners;
        if (listeners) settings_.left_out.emplace_back("listeners");
        if (options.leave_one_out) {
            settings_.left_out.insert(settings_.left_out.end(), evidence_groups.begin(),
                                      evidence_groups.end());
            without_.assign(artist_sources.begin(), artist_sources.end());
        }
        if (has_artists()) beside_ = fit_all_models(listeners->community().artist_plays, settings_, task);
    }

    void add(double share, Evaluation& evaluation) {
        const auto at = static_cast<std::size_t>(static_cast<double>(history_.plays.size()) * share);
        auto kept = replay_keep_it(collection_, history_, at, space_, settings_, task_);
        auto found = replay_discovery(collection_, history_, at, space_, settings_, task_);
        evaluation.cuts.push_back({share,
                                   history_.plays[at].listened_at,
                                   at,
                                   kept.tracks.size(),
                                   kept.n_kept(),
                                   found.n_candidates,
                                   found.relevant.size(),
                                   0,
                                   0,
                                   {}});
        Cut& cut = evaluation.cuts.back();
        std::ranges::move(list_figures(collection_, history_, at, space_, found.list, share),
                          std::back_inserter(lists));
        keep_it.trials.push_back(make_trial(std::move(kept), share, options_.least_relevant));
        discovery.trials.push_back(make_trial(std::move(found), share, options_.least_relevant));
        cut.verdict = cut_verdict(keep_it.trials.back(), discovery.trials.back());
        if (!has_artists()) return;
        auto artists =
            replay_new_artists(collection_, history_, at, *listeners_, beside_, without_, settings_, task_);
        cut.n_artists_taken_up = artists.n_taken_up;
        cut.n_artists_known = artists.relevant.size();
        new_artists.trials.push_back(make_trial(std::move(artists), share, options_.least_relevant));
    }

    Trials keep_it{"keep_it", {"auc"}, "auc", {}};
    Trials discovery{"discovery", {"recall@20", "recall@100", "recall@500", "ndcg@100"}, "recall@500", {}};
    Trials new_artists{"new_artists", {"recall@100", "recall@500"}, "recall@500", {}};
    std::vector<Figure> lists;

  private:
    bool has_artists() const { return listeners_ && listeners_->community().artist_plays.size() > 0; }

    const library::Collection& collection_;
    const library::History& history_;
    std::shared_ptr<const recommend::Listeners> listeners_;
    const EvaluateOptions& options_;
    const Task& task_;
    taste::Surroundings space_;
    ModelSettings settings_;
    std::vector<std::string> without_;
    CoListeningModels beside_;
};

}  // namespace

const Figure* Evaluation::find(std::string_view task, std::string_view model, std::string_view metric,
                               std::optional<double> cut) const {
    const auto found = std::ranges::find_if(figures, [&](const Figure& figure) {
        return figure.task == task && figure.model == model && figure.metric == metric && figure.cut == cut;
    });
    return found == figures.end() ? nullptr : &*found;
}

Evaluation evaluate(const library::Collection& collection, const library::History& history,
                    const std::shared_ptr<const recommend::Listeners>& listeners,
                    const EvaluateOptions& options, const Task& task) {
    check(options);
    Evaluation evaluation;
    Replays replays(collection, history, listeners, options, task);
    for (std::size_t i = 0; i < options.cuts.size() && !history.plays.empty(); ++i) {
        task.report("replaying your past", i, options.cuts.size());
        replays.add(options.cuts[i], evaluation);
    }
    std::size_t n_resampled = 0;
    for (const auto* trials : {&replays.keep_it, &replays.discovery, &replays.new_artists}) {
        task.report("resampling", n_resampled++, 3);
        if (trials->trials.empty()) continue;
        auto figures = FigureMaker(*trials, options).figures();
        std::ranges::move(figures, std::back_inserter(evaluation.figures));
    }
    std::ranges::move(replays.lists, std::back_inserter(evaluation.figures));
    if (listeners) {
        auto hubs = hub_figures(collection, listeners->community(),
                                {.seed = options.seed, .threads = options.threads}, task);
        std::ranges::move(hubs, std::back_inserter(evaluation.figures));
    }
    evaluation.verdicts = {keep_it_verdict(evaluation, options.least_relevant),
                           discovery_verdict(evaluation, recall_by_chance(evaluation, replays.discovery),
                                             options.least_relevant)};
    if (!replays.new_artists.trials.empty())
        evaluation.verdicts.push_back(new_artists_verdict(evaluation, options.least_relevant));
    return evaluation;
}

}  // namespace attune::evaluation
