#include "sources/catalogue_csv.h"
#include "sources/spotify_history.h"

#include <algorithm>
#include <array>

namespace attune::sources {

std::span<const Source> all_sources() noexcept {
    static const std::array sources{
        spotify_extended_source(),
        spotify_account_source(),
        catalogue_source(),
        artist_genres_source(),
    };
    return sources;
}

const Source* find_source(const FileHead& head) noexcept {
    const auto sources = all_sources();
    const auto found = std::ranges::find_if(sources, [&](const Source& source) { return source.recognises(head); });
    return found == sources.end() ? nullptr : &*found;
}

}  // namespace attune::sources
