#include "engine/library/state.h"

#include <fmt/format.h>

#include <array>

namespace attune::engine {

std::string text_of(const store::Revisions& revisions, Of what) {
    // In the order of the bits.
    const std::array numbers{revisions.music,     revisions.community, revisions.people, revisions.listens,
                             revisions.playlists, revisions.labels,    revisions.runs};
    std::string text;
    for (std::size_t bit = 0; bit < numbers.size(); ++bit) {
        if ((static_cast<unsigned>(what) >> bit & 1U) == 0) continue;
        text += fmt::format("{}{}", text.empty() ? "" : " ", numbers[bit]);
    }
    return text;
}

std::string LibraryState::text(Of what) const {
    const auto text = text_of(revisions, what);
    return holds(what, Of::music) ? fmt::format("{} {}", text, genres_at) : text;
}

}  // namespace attune::engine
