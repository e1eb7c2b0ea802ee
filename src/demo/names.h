#pragma once

#include "core/random.h"

#include <string>
#include <unordered_set>

namespace attune::demo {

/// Invents names that can be pronounced and belong to nobody that we know of: people, bands, songs, albums.
/// They come with what makes names hard: accents, other scripts, "&", "The", numbers, quotation marks,
/// commas.
class NameMaker {
  public:
    explicit NameMaker(std::uint64_t seed) : random_(seed) {}

    /// No two artist names fold to the same text; see core/text.h.
    std::string artist();

    /// Song titles repeat among artists, as they do.
    std::string title();

    std::string release();

    /// A place where somebody may have played live.
    std::string place();

    /// 22 characters as in a Spotify URI; no two are the same.
    std::string spotify_id();

  private:
    std::string word(std::size_t n_syllables);
    std::string name();
    std::string foreign_word();
    std::string any_artist();
    bool chance(double probability) { return random_.uniform() < probability; }

    Random random_;
    std::unordered_set<std::string> artists_;
    std::unordered_set<std::string> ids_;
};

}  // namespace attune::demo
