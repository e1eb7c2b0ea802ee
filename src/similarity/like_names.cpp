#include "similarity/like_names.h"

#include "core/text.h"
#include "similarity/spelling.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace attune::similarity {
namespace {

constexpr float contained_likeness = 0.9F;
constexpr float other_number_factor = 0.6F;
constexpr float usual_version_factor = 0.9F;  ///< one of the two is the usual version
constexpr float other_version_factor = 0.75F;
constexpr float least_title_likeness = 0.75F;
constexpr float least_artist_likeness = 0.65F;
constexpr std::size_t least_letters = 4;  ///< of words that are looked for in a longer name

bool is_number(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

struct NameWords {
    explicit NameWords(std::string_view text) {
        for (const auto word : split(text, " ")) (is_number(word) ? numbers : letters).insert(word);
    }
    std::set<std::string_view> letters;
    std::set<std::string_view> numbers;
};

bool contains(const NameWords& longer, const NameWords& shorter) {
    return !shorter.letters.empty() && std::ranges::includes(longer.letters, shorter.letters);
}

float version_likeness(const std::string& a, const std::string& b) {
    if (a == b) return 1;
    return a.empty() || b.empty() ? usual_version_factor : other_version_factor;
}

}  // namespace

float name_likeness(std::string_view a, std::string_view b) {
    if (a == b) return 1;
    if (a.size() < b.size()) std::swap(a, b);
    if (b.empty()) return 0;
    float likeness = 1 - static_cast<float>(edit_distance(a, b)) / static_cast<float>(a.size());
    const NameWords longer(a);
    const NameWords shorter(b);
    const bool says_enough = b.size() >= least_letters && 2 * b.size() >= a.size();
    if (says_enough && contains(longer, shorter)) likeness = std::max(likeness, contained_likeness);
    return longer.numbers == shorter.numbers ? likeness : likeness * other_number_factor;
}

NamesOfTracks::NamesOfTracks(std::vector<library::TrackKey> names) : names_(std::move(names)) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        by_artist_[names_[i].artist].push_back(i);
        by_title_[names_[i].title].push_back(i);
    }
}

std::vector<LikeName> NamesOfTracks::nearest(const library::TrackKey& name, std::size_t k) const {
    std::vector<LikeName> found;
    const auto look_at = [&](const auto& block, std::string_view key, bool by_artist) {
        const auto rows = block.find(key);
        if (rows == block.end() || key.empty()) return;
        for (const auto index : rows->second) {
            const auto& other = names_[index];
            const bool same_artist = other.artist == name.artist;
            if (same_artist != by_artist) continue;  // those of the artist are found by the artist
            const float title = name_likeness(other.title, name.title);
            const float artist = same_artist ? 1 : name_likeness(other.artist, name.artist);
            if (title < least_title_likeness || artist < least_artist_likeness) continue;
            found.push_back({index, title * artist * version_likeness(other.version, name.version),
                             same_artist, other.title == name.title, other.version == name.version});
        }
    };
    look_at(by_artist_, name.artist, true);
    look_at(by_title_, name.title, false);
    const auto order = [](const LikeName& like) { return std::tuple(-like.likeness, like.index); };
    const auto n = std::min(k, found.size());
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(n), {}, order);
    found.resize(n);
    return found;
}

}  // namespace attune::similarity
