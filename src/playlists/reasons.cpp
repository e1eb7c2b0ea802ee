#include "playlists/reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace attune::playlists {
namespace {

constexpr std::size_t most_reasons = 3;
constexpr std::size_t most_named = 3;
constexpr double least_against = 0.25;  // log-odds that an aspect must take away to be worth a word
constexpr double far_off = 2.5;         // standard deviations: one track in a hundred
constexpr double off = 1.3;
constexpr double least_share = 0.1;  // of the tracks, for a genre that a playlist is said to be of

std::string joined(const std::vector<std::string>& words, std::string_view last = ", ") {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? std::string(last) : ", ") + words[i];
    return text;
}

/// One quantity of a track beside the rest; empty if it is not off.
std::string difference_text(std::size_t q, float value, const Spread& rest, double least) {
    if (is_missing(value) || rest.n < 3 || !(rest.deviation > 0)) return "";
    const double z = (value - rest.mean) / rest.deviation;
    // What most of the rest has too is no difference to tell of.
    if (std::abs(z) < least || (value >= rest.low && value <= rest.high)) return "";
    return fmt::format("{}{} ({}, the rest {})", std::abs(z) >= far_off ? "much " : "",
                       z > 0 ? quantities[q].more : quantities[q].less, quantity_text(q, value),
                       range_text(q, rest));
}

std::string quantity_reason(const library::Collection& collection, const PlaylistSummary& summary,
                            TrackIndex track, std::string_view name) {
    const auto row = quantities_of(collection, track);
    for (std::size_t q = 0; q < n_quantities; ++q)
        if (quantities[q].name == name) return difference_text(q, row[q], summary.spreads[q], 1);
    return "";
}

std::string genre_reason(const library::Collection& collection, const PlaylistSummary& summary,
                         TrackIndex track) {
    std::vector<std::string> own;
    for (const auto genre : genres_of(collection, track)) {
        const bool is_shared = std::ranges::find(summary.genres, genre) != summary.genres.end();
        if (!is_shared && own.size() < most_named) own.emplace_back(genre);
    }
    if (own.empty() || summary.genres.empty()) return "";
    return fmt::format("{}; the rest is mostly {}", joined(own), joined(summary.genres));
}

/// How many other tracks by the artist of a track a playlist has.
std::size_t n_by_artist(const Shelf& shelf, std::size_t playlist, TrackIndex track) {
    const auto& tracks = shelf.music().collection().tracks;
    return static_cast<std::size_t>(std::ranges::count_if(shelf.tracks(playlist), [&](TrackIndex other) {
        return other != track && tracks[other].artist == tracks[track].artist;
    }));
}

std::vector<std::string> other_lists(const Shelf& shelf, std::span<const std::string> names,
                                     std::size_t playlist, TrackIndex track) {
    std::vector<std::pair<std::size_t, std::size_t>> counts;
    for (std::size_t q = 0; q < shelf.size(); ++q) {
        const auto n = q == playlist ? 0 : n_by_artist(shelf, q, track);
        if (n > 0) counts.emplace_back(n, q);
    }
    std::ranges::stable_sort(counts, std::ranges::greater{}, &std::pair<std::size_t, std::size_t>::first);
    std::vector<std::string> lists;
    for (const auto& [n, q] : counts)
        if (lists.size() < 2) lists.push_back(names[q]);
    return lists;
}

std::string artist_reason(const Shelf& shelf, std::span<const std::string> names, std::size_t playlist,
                          TrackIndex track, bool by_listing) {
    const auto& artist = shelf.music().collection().tracks[track].artist_name;
    const auto lists = other_lists(shelf, names, playlist, track);
    if (lists.empty()) return "";
    if (by_listing) {
        return fmt::format("{} is on {}, which {} little in common with this playlist", artist,
                           joined(lists, " and "), lists.size() > 1 ? "have" : "has");
    }
    if (n_by_artist(shelf, playlist, track) > 0) return "";
    return fmt::format("the only one by {} here, others are on {}", artist, joined(lists, " and "));
}

std::string reason_of(Aspect aspect, const Shelf& shelf, std::span<const std::string> names,
                      std::size_t playlist, const PlaylistSummary& summary, TrackIndex track) {
    const auto& collection = shelf.music().collection();
    switch (aspect) {
        case Aspect::sound: {
            auto text = sound_difference(collection, summary, track);
            return text.empty() ? "sounds unlike the rest: no feature is far off, their mix is" : text;
        }
        case Aspect::words: return genre_reason(collection, summary, track);
        case Aspect::artist: return artist_reason(shelf, names, playlist, track, false);
        case Aspect::listing: return artist_reason(shelf, names, playlist, track, true);
        case Aspect::era: return quantity_reason(collection, summary, track, "year");
        case Aspect::fame: return quantity_reason(collection, summary, track, "popularity");
        case Aspect::length: return quantity_reason(collection, summary, track, "length");
        case Aspect::release: return "";
    }
    return "";
}

std::vector<std::size_t> by_size(const std::array<double, n_aspects>& contributions, double sign) {
    std::vector<std::size_t> order;
    for (std::size_t a = 0; a < n_aspects; ++a)
        if (sign * contributions[a] >= least_against) order.push_back(a);
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t a) { return sign * contributions[a]; });
    return order;
}

}  // namespace

PlaylistSummary summary_of(const Shelf& shelf, std::size_t playlist) {
    const auto& collection = shelf.music().collection();
    PlaylistSummary summary{spreads_of(collection, shelf.tracks(playlist)), {}};
    std::map<std::string_view, std::size_t> counts;
    for (const auto t : shelf.tracks(playlist))
        for (const auto genre : genres_of(collection, t)) ++counts[genre];
    std::vector<std::pair<std::string_view, std::size_t>> order(counts.begin(), counts.end());
    std::ranges::stable_sort(order, std::ranges::greater{},
                             &std::pair<std::string_view, std::size_t>::second);
    const double least = least_share * static_cast<double>(shelf.tracks(playlist).size());
    for (const auto& [genre, n] : order)
        if (summary.genres.size() < most_named && static_cast<double>(n) >= least)
            summary.genres.emplace_back(genre);
    return summary;
}

std::string sound_difference(const library::Collection& collection, const PlaylistSummary& summary,
                             TrackIndex track) {
    const auto row = quantities_of(collection, track);
    std::vector<std::pair<double, std::string>> differences;
    for (std::size_t q = 0; q < n_quantities; ++q) {
        if (!quantities[q].is_sound) continue;
        auto text = difference_text(q, row[q], summary.spreads[q], off);
        if (text.empty()) continue;
        const auto& rest = summary.spreads[q];
        differences.emplace_back(std::abs(row[q] - rest.mean) / rest.deviation, std::move(text));
    }
    std::ranges::stable_sort(differences, std::ranges::greater{}, &std::pair<double, std::string>::first);
    std::vector<std::string> texts;
    for (auto& [z, text] : differences)
        if (texts.size() < 2) texts.push_back(std::move(text));
    return joined(texts, " and ");
}

std::vector<std::string> reasons_against(const Shelf& shelf, std::span<const std::string> names,
                                         std::size_t playlist, const PlaylistSummary& summary,
                                         TrackIndex track,
                                         const std::array<double, n_aspects>& contributions) {
    std::vector<std::string> reasons;
    const auto order = by_size(contributions, -1);
    const auto is_told = [&](Aspect aspect) {
        return std::ranges::find(order, static_cast<std::size_t>(aspect)) != order.end();
    };
    for (const auto aspect : order) {
        if (reasons.size() == most_reasons) break;
        // Where the artist stands elsewhere is told once.
        if (static_cast<Aspect>(aspect) == Aspect::artist && is_told(Aspect::listing)) continue;
        auto text = reason_of(static_cast<Aspect>(aspect), shelf, names, playlist, summary, track);
        if (!text.empty()) reasons.push_back(std::move(text));
    }
    return reasons;
}

std::string reason_for(const Shelf& shelf, std::size_t playlist, const PlaylistSummary& summary,
                       TrackIndex track, const std::array<double, n_aspects>& contributions) {
    const auto& collection = shelf.music().collection();
    std::vector<std::string> parts;
    if (const auto n = n_by_artist(shelf, playlist, track); n > 0)
        parts.push_back(fmt::format("{} more by {}", n, collection.tracks[track].artist_name));
    for (const auto aspect : by_size(contributions, 1)) {
        if (parts.size() == most_reasons) break;
        switch (static_cast<Aspect>(aspect)) {
            case Aspect::sound: parts.emplace_back("sounds like it"); break;
            case Aspect::words: parts.push_back("mostly " + joined(summary.genres, " and ")); break;
            case Aspect::listing:
                parts.emplace_back("its artists go together on your other playlists");
                break;
            case Aspect::era: parts.emplace_back("of the same years"); break;
            case Aspect::fame: parts.emplace_back("as well known"); break;
            default: break;
        }
    }
    return joined(parts);
}

}  // namespace attune::playlists
