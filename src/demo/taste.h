#pragma once

#include "demo/world.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::demo {

/// What somebody thinks of every track of a world. Each part is standard normal over the tracks.
struct Taste {
    std::vector<double> visible;  ///< what follows from sound, genre and artist
    std::vector<double> hidden;   ///< what stands in no file: no model can see it
    std::vector<double> appeal;   ///< both together
};

/// How much each part of a taste weighs; their squares need not sum to 1.
struct TasteWeights {
    double sound = 0.50;  ///< liked and disliked regions of the space of features
    double genre = 0.55;
    double sound_in_genre = 0.35;  ///< energetic in one family, calm in the next
    double artist = 0.40;
    double hidden = 0.40;
};

/// A taste drawn by seed. Tracks that are the same recording have the same appeal.
Taste make_taste(const World& world, std::uint64_t seed, const TasteWeights& weights = {});

/// The taste that make_history() lets the listener of this world have.
Taste listener_taste(const World& world);

struct JudgeOptions {
    std::uint64_t seed = 1;
    double agreement = 0.4;    ///< correlation of what is judged with what was played by: people say other
                               ///< things than they do, and want something new
    double base_share = 0.14;  ///< of tracks truly liked; with the noise, 0.21 of random tracks are accepted
    double noise = 0.1;        ///< of answers are turned round
    double hidden = 0.35;      ///< weight of what no model can see
};

/// Says "like" or not of any track of a world, always the same of the same recording, in whatever order it is
/// asked. What it likes is curved in features, depends on genre and artist, and in part on nothing visible.
class Judge {
  public:
    Judge(const World& world, const JudgeOptions& options);

    /// @param track  index into World::tracks
    bool likes(std::size_t track) const { return likes_[track]; }

    /// The same without noise: for the best figure that anybody could reach.
    bool truly_likes(std::size_t track) const { return truly_likes_[track]; }

  private:
    std::vector<bool> likes_;
    std::vector<bool> truly_likes_;
};

}  // namespace attune::demo
