#include "simulation.h"

#include "core/error.h"
#include "core/json.h"
#include "core/random.h"
#include "demo/taste.h"
#include "recommend/candidates.h"
#include "recommend/replay_ranker.h"
#include "recommend/rerank.h"
#include "recommend/scoring.h"
#include "recommend/uptake.h"
#include "simulated_library.h"
#include "taste/model.h"
#include "taste/table.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace attune::feedback {
namespace {

using Clock = std::chrono::steady_clock;
using library::LabelValue;
using library::TrackIndex;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

taste::TasteOptions taste_options() {
    taste::TasteOptions options;
    options.search_trials = 0;
    return options;
}

/// Everything that does not depend on what the judge says.
class Loop {
  public:
    Loop(std::uint64_t seed, const SimulationOptions& options)
        : options_(options),
          world_(make_world(seed, options)),
          judge_(world_, {.seed = seed}),
          library_(make_library(world_)),
          space_(taste::make_surroundings(library_.collection)),
          seed_(seed) {
        const auto start = Clock::now();
        const taste::TasteTable table(library_.collection, library_.history, world_.options.end, space_);
        const auto cached = load_stage1(table);
        stage1_ = taste::TasteModel::fit(library_.collection, library_.history, world_.options.end, table,
                                         taste_options(), {}, cached ? &*cached : nullptr);
        save_stage1(table);
        replay_ = recommend::ReplayRanker::fit(library_.collection, library_.history, space_, {});
        hubness_ = recommend::catalogue_hubness(library_.collection, recommend::RerankOptions().seed);
        seconds_ = seconds_since(start);
    }

    double seconds() const { return seconds_; }

    double base_acceptance() const {
        const auto unheard = recommend::candidates(library_.collection, library_.history);
        const auto n = std::ranges::count_if(unheard, [&](TrackIndex t) { return likes(t); });
        return static_cast<double>(n) / static_cast<double>(unheard.size());
    }

    std::vector<double> run(Variant variant) const {
        library::History history = library_.history;
        std::set<library::SongIndex> offered;
        std::vector<double> acceptance;
        Random shuffling(seed_ * 31 + 7);
        for (int cycle = 0; cycle < options_.cycles; ++cycle) {
            const Timestamp now = world_.options.end + std::chrono::days(cycle);
            const auto picks = discover(history, now, variant);
            std::vector<LabelValue> answers;
            for (const auto& pick : picks) {
                if (!offered.insert(library_.collection.tracks[pick.track].song).second)
                    fail(ErrorCode::conflict, "a song was offered twice");
                answers.push_back(likes(pick.track) ? LabelValue::like : LabelValue::dislike);
                history.offered.push_back(pick.track);
            }
            acceptance.push_back(static_cast<double>(std::ranges::count(answers, LabelValue::like)) /
                                 static_cast<double>(options_.picks));
            if (variant == Variant::no_stage2) continue;
            if (variant == Variant::shuffled) shuffling.shuffle(answers);
            for (std::size_t i = 0; i < picks.size(); ++i)
                history.labels.push_back({picks[i].track, answers[i], now});
        }
        return acceptance;
    }

  private:
    static demo::World make_world(std::uint64_t seed, const SimulationOptions& options) {
        demo::WorldOptions world;
        world.seed = seed;
        world.n_tracks = options.n_tracks;
        world.n_artists = options.n_artists;
        return demo::make_world(world);
    }

    bool likes(TrackIndex track) const { return judge_.likes(library_.world_tracks[track]); }

    /// `attune train`, then `attune discover` with everything at its default.
    std::vector<recommend::ScoredTrack> discover(const library::History& history, Timestamp now,
                                                 Variant variant) const {
        const auto& collection = library_.collection;
        const taste::TasteTable table(collection, history, now, space_);
        auto fitting = taste_options();
        fitting.use_labels = variant != Variant::no_stage2;
        const auto taste = taste::TasteModel::fit(collection, history, now, table, fitting, {}, &*stage1_);
        const recommend::Scorer scorer(
            recommend::make_prospects(recommend::candidates(collection, history), table, taste, *replay_),
            std::make_shared<const recommend::CloseLook>(table, taste, *replay_), history.labels.size());
        recommend::RerankOptions rerank;
        rerank.count = options_.picks;
        rerank.calibration = 0.35;  // as `attune discover` has it with its dial in the middle
        const double share = recommend::new_artist_rate(collection, history);
        return recommend::rerank_sections(collection, scorer.by_section(scorer.score({})),
                                          recommend::genre_mix(collection, history.plays), share, rerank,
                                          hubness_);
    }

    std::filesystem::path cache_file() const {
        return options_.stage1_cache / fmt::format("stage1-{}", seed_);
    }

    std::optional<taste::TasteModel> load_stage1(const taste::TasteTable& table) const {
        if (options_.stage1_cache.empty()) return std::nullopt;
        std::map<std::string, std::string> blobs;
        std::error_code none;
        for (const auto& entry : std::filesystem::directory_iterator(cache_file(), none)) {
            std::ifstream in(entry.path(), std::ios::binary);
            blobs[entry.path().filename()] = std::string(std::istreambuf_iterator<char>(in), {});
        }
        if (blobs.empty()) return std::nullopt;
        return taste::TasteModel::load(blobs, table.columns());
    }

    void save_stage1(const taste::TasteTable& table) const {
        if (options_.stage1_cache.empty()) return;
        std::filesystem::create_directories(cache_file());
        for (const auto& [name, bytes] : stage1_->save(table.columns()))
            std::ofstream(cache_file() / name, std::ios::binary) << bytes;
    }

    SimulationOptions options_;
    demo::World world_;
    demo::Judge judge_;
    SimulatedLibrary library_;
    taste::Surroundings space_;
    std::uint64_t seed_;
    std::optional<taste::TasteModel> stage1_;
    std::optional<recommend::ReplayRanker> replay_;
    std::vector<double> hubness_;
    double seconds_ = 0;
};

}  // namespace

SeedResult simulate(std::uint64_t seed, const SimulationOptions& options, std::span<const Variant> variants) {
    const Loop loop(seed, options);
    SeedResult result;
    result.seed = seed;
    result.base = loop.base_acceptance();
    const auto start = Clock::now();
    for (const auto variant : variants)
        result.acceptance[static_cast<std::size_t>(variant)] = loop.run(variant);
    result.seconds = {loop.seconds(), seconds_since(start)};
    return result;
}

}  // namespace attune::feedback
