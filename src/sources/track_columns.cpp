#include "sources/track_columns.h"

#include "core/text.h"
#include "library/nobody.h"
#include "sources/values.h"

#include <algorithm>

namespace attune::sources {
namespace {

bool is_digit_at(std::string_view text, std::size_t at) noexcept {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

enum class Commas { none, all, without_blank };

/// Splits at commas that have no backslash before them ("Tyler\, The Creator, Kali Uchis") and are none of a
/// number ("10,000 Maniacs").
std::vector<std::string> split_at_commas(std::string_view text, Commas which) {
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_escaped = text[at] == '\\' && at + 1 < text.size() && text[at + 1] == ',';
        const bool blank_follows = at + 1 < text.size() && text[at + 1] == ' ';
        const bool in_number = at > 0 && is_digit_at(text, at - 1) && is_digit_at(text, at + 1);
        const bool splits =
            which == Commas::all || (which == Commas::without_blank && !blank_follows && !in_number);
        if (is_escaped) {
            parts.back() += text[++at];
        } else if (text[at] == ',' && splits) {
            parts.emplace_back();
        } else {
            parts.back() += text[at];
        }
    }
    for (auto& part : parts) part = clean_text(part);
    std::erase(parts, "");
    return parts;
}

std::vector<std::string> split_at_semicolons(std::string_view text) {
    std::vector<std::string> parts;
    for (const auto part : split(text, ";")) parts.push_back(clean_text(part));
    return parts;
}

/// "A, B" of a column of several artists. "Tyler, The Creator" and "Earth, Wind & Fire" are whole names.
std::vector<std::string> split_at_commas_and_blanks(std::string_view text) {
    auto names = split_at_commas(text, Commas::all);
    const std::string last = names.empty() ? std::string() : to_lower_ascii(names.back());
    const auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
    const bool is_one_name = last.starts_with("the ") || last == "the" || has(" & ") || has(" and ") ||
                             has(" y ") || text.find(", ") == std::string_view::npos;
    return is_one_name ? split_at_commas(text, Commas::none) : names;
}

/// "3:20", "200", "200000": no moments.
bool holds_lengths(const std::vector<std::string>& values) {
    constexpr double longest = 1e7;
    const auto is_length = [](const std::string& value) {
        const auto number = parse_number(value);
        return value.empty() || (number ? *number >= 0 && *number < longest : clock_ms(value).has_value());
    };
    return std::ranges::all_of(values, is_length) &&
           std::ranges::any_of(values, [](const std::string& value) { return !value.empty(); });
}

bool is_mostly_numbers(const std::vector<std::string>& values) {
    const auto n_filled = std::ranges::count_if(values, [](const std::string& v) { return !v.empty(); });
    const auto n_numbers =
        std::ranges::count_if(values, [](const std::string& v) { return parse_number(v).has_value(); });
    return n_filled > 0 && 10 * n_numbers >= 9 * n_filled;
}

bool is_isrc(std::string_view text) noexcept {
    const auto is_alphanumeric = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    return text.size() == 12 && std::ranges::all_of(text, is_alphanumeric);
}

bool is_mbid(std::string_view text) noexcept {
    return text.size() == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-';
}

}  // namespace

std::optional<std::size_t> find_text_column(const Columns& columns,
                                            std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        const auto found = columns.find({name});
        if (found && !is_mostly_numbers(columns.values(*found))) return found;
    }
    return columns.find(names);
}

TrackColumns::TrackColumns(const Columns& columns)
    : title(find_text_column(
          columns, {"trackname", "track", "tracktitle", "songname", "song", "songtitle", "title", "name"})),
      artist(columns.find({"artistname", "artistnames", "trackartist", "artist", "artists", "artistsname",
                           "mainartist", "creator", "band", "albumartist", "albumartistname",
                           "albumartistnames"})),
      artist_ids(columns.find({"artisturis", "artistids", "artisturi"})),
      album(columns.find({"albumname", "trackalbumname", "album", "albumtitle", "releasename", "release"})),
      spotify_id(columns.find({"trackid", "spotifytrackid", "spotifyid", "trackuri", "spotifytrackuri",
                               "spotifyuri", "uri", "id"})),
      spotify_link(columns.find({"trackurl", "spotifyurl", "spotifylink", "spotify", "url", "link", "uri"})),
      isrc(columns.find({"isrc", "trackisrc"})),
      recording_mbid(columns.find({"recordingmbid", "trackmbid"})),
      n_artists(columns.find({"artistcount", "nartists", "artistscount", "numberofartists"})),
      duration(columns, columns.find({"durationms", "trackdurationms", "lengthms", "duration", "length",
                                      "trackduration", "dur"})) {
    // iTunes calls the length of a track its time.
    const auto time = duration.column() ? std::nullopt : columns.find({"time"});
    if (time && holds_lengths(columns.values(*time))) duration = LengthColumn(columns, time);
    const auto name = artist ? columns.name(*artist) : std::string_view();
    commas_and_blanks_join = name == "artists" || name == "artistnames" || name == "artistsname";
}

library::TrackDescription TrackColumns::track(const CsvRow& row) const {
    library::TrackDescription track;
    const auto title_text = text_of(row, title);
    const auto artist_text = text_of(row, artist);
    // R writes NA for a name that is missing. Only where both are: either alone may be a name.
    const bool is_nameless = says_nothing(title_text) && says_nothing(artist_text);
    if (!is_nameless) {
        track.track_name = clean_text(title_text);
        auto names = artists(row);
        std::erase_if(names, [](const std::string& name) { return library::is_nobody(name); });
        if (!names.empty()) {
            track.artist_name = std::move(names.front());
            names.erase(names.begin());
            track.other_artists = std::move(names);
        }
        track.release_name = clean_text(value_of(row, album));
    }
    track.spotify_id = library::spotify_track_id(text_of(row, spotify_id));
    if (track.spotify_id.empty()) track.spotify_id = library::spotify_track_id(text_of(row, spotify_link));
    if (is_isrc(text_of(row, isrc))) track.isrc = std::string(text_of(row, isrc));
    if (is_mbid(text_of(row, recording_mbid)))
        track.recording_mbid = to_lower_ascii(text_of(row, recording_mbid));
    track.duration_ms = duration_ms(row);
    return track;
}

std::optional<int> TrackColumns::duration_ms(const CsvRow& row) const {
    const auto text = value_of(row, duration.column());
    const auto ms = text.empty() ? std::nullopt : duration.ms(text);
    return ms && *ms > 0 ? std::optional(static_cast<int>(*ms)) : std::nullopt;
}

std::vector<std::string> TrackColumns::artists(const CsvRow& row) const {
    const auto text = text_of(row, artist);
    if (artist_ids) {
        const std::size_t n_ids = split(text_of(row, artist_ids), ",").size();
        auto names = split_at_commas(text, Commas::all);
        return names.size() == n_ids ? names : split_at_commas(text, Commas::none);
    }
    return artists_of_list(row, text);
}

std::vector<std::string> TrackColumns::artists_of_list(const CsvRow& row, std::string_view text) const {
    auto names = split_artists(text);
    if (names.size() != 1 || text.starts_with('[')) return names;
    if (const auto n = parse_whole(value_of(row, n_artists))) {
        auto all = split_at_commas(text, Commas::all);
        return std::ssize(all) == *n ? all : names;
    }
    if (commas_join_artists) return split_at_commas(text, Commas::without_blank);
    return commas_and_blanks_join ? split_at_commas_and_blanks(text) : names;
}

std::vector<std::string> split_artists(std::string_view artists) {
    artists = trim(artists);
    const bool is_list = artists.starts_with("['") || artists.starts_with("[\"");
    if (is_list && artists.ends_with(']')) return parse_list(artists);
    if (artists.find(';') != std::string_view::npos) return split_at_semicolons(artists);
    std::string name = clean_text(artists);
    return name.empty() ? std::vector<std::string>() : std::vector{std::move(name)};
}

void split_title(library::TrackDescription& track) {
    constexpr std::string_view dash = " - ";
    const auto at = track.track_name.find(dash);
    if (!track.artist_name.empty() || at == std::string::npos) return;
    track.artist_name = clean_text(std::string_view(track.track_name).substr(0, at));
    track.track_name = clean_text(std::string_view(track.track_name).substr(at + dash.size()));
}

}  // namespace attune::sources
