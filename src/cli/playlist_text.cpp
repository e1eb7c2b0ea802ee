#include "cli/playlist_text.h"

#include "cli/found_text.h"
#include "cli/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace attune::cli {
namespace {

std::string genre_list(const std::vector<shapes::PlaylistGenre>& shares) {
    std::string text;
    for (const auto& share : shares)
        text += fmt::format("{}{} {:.0f} %", text.empty() ? "" : ", ", share.genre, 100 * share.here);
    return text;
}

/// What the methods that look at sound alone say: "2 of 4: z-score, IQR".
std::string methods_text(const shapes::Verdict& verdict) {
    std::string names;
    for (const auto& [name, method] : verdict.methods)
        if (method.outlier) names += (names.empty() ? "" : ", ") + name;
    return names;
}

std::string why_text(const shapes::Verdict& verdict) {
    std::string text;
    for (const auto& reason : verdict.reasons) text += "\n        " + reason;
    return text.empty() ? "\n        nothing stands out, the sum does" : text;
}

std::string verdict_lines(const shapes::Verdict& verdict) {
    const auto& standing = verdict.standing;
    std::string text = fmt::format("  {:>4}  {}", verdict.position, artist_and_title(verdict.track));
    if (standing == "kept") return text + "  (you keep it)";
    if (standing == "dropped") return text + "  (you dropped it)";
    text += fmt::format("  ({}, {:.0f} %)", standing, 100 * verdict.probability);
    text += why_text(verdict);
    if (const auto methods = methods_text(verdict); !methods.empty())
        text += "\n        its sound alone is an outlier by " + methods;
    if (verdict.home) {
        const auto& reason = verdict.home->reason;
        text += fmt::format("\n        would sit better in {}{}", verdict.home->name.name,
                            reason.empty() ? "" : ": " + reason);
    }
    return text;
}

std::string unknown_text(const shapes::ExaminedPlaylist& playlist) {
    std::string text;
    const auto add = [&](std::size_t n, const char* what) {
        if (n > 0) text += fmt::format("{}{} without {}", text.empty() ? "" : ", ", n, what);
    };
    add(playlist.without_sound, "audio features");
    add(playlist.without_genres, "genres");
    return text.empty() ? "" : fmt::format(" ({})", text);
}

std::string examined_text(const shapes::ExaminedPlaylist& playlist, std::size_t most) {
    const auto& verdicts = playlist.verdicts;
    std::string text =
        fmt::format("{}: {} tracks{}", playlist.name.name, playlist.tracks, unknown_text(playlist));
    if (!playlist.has_verdicts) text += "\n  too few tracks to tell who does not belong";
    for (std::size_t i = 0; i < std::min(most, verdicts.size()); ++i)
        text += "\n" + verdict_lines(verdicts[i]);
    if (verdicts.size() > most)
        text += fmt::format("\n  and {} more; --count shows more", verdicts.size() - most);
    for (const auto& duplicate : playlist.duplicates) {
        text += fmt::format("\n  {:>4}  {}\n        {} (entry {})", duplicate.position,
                            artist_and_title(duplicate.track), duplicate.text, duplicate.of);
    }
    if (playlist.has_verdicts && verdicts.empty() && playlist.duplicates.empty())
        text += "\n  all tracks fit";
    return text;
}

}  // namespace

std::string playlists_text(const shapes::Playlists& list) {
    Table table;
    table.column("playlist", Table::Align::left, 48);
    table.column("tracks", Table::Align::right);
    table.column("from", Table::Align::left, 24);
    table.column("versions", Table::Align::right);
    table.column("id");
    for (const auto& row : list.playlists) {
        table.row({row.name.name, count_text(row.tracks), row.kind,
                   row.versions > 0 ? std::to_string(row.versions) : "", row.name.id});
    }
    return table.empty() ? "no playlists; `attune import` reads them from exports and files" : table.text();
}

std::string playlist_profile_text(const shapes::PlaylistDetail& profile) {
    std::string text = fmt::format("{}: {} tracks, {} with audio features, {} with genres", profile.name.name,
                                   profile.tracks, profile.with_sound, profile.with_genres);
    if (!profile.genres.empty()) text += "\nmostly " + genre_list(profile.genres);
    std::string apart;
    for (const auto& difference : profile.differences) {
        if (!difference.text.empty())
            apart += fmt::format("\n  {} (effect {:+.2f})", difference.text, difference.effect);
    }
    for (const auto& share : profile.telling_genres)
        apart += fmt::format("\n  {}: {:.0f} % of its tracks, {:.0f} % elsewhere", share.genre,
                             100 * share.here, 100 * share.elsewhere);
    text += apart.empty() ? "\n\nnothing sets it apart from your other playlists"
                          : "\n\nwhat sets it apart from your other playlists:" + apart;
    Table table;
    table.column("", Table::Align::right);
    table.column("artist", Table::Align::left, 28);
    table.column("title", Table::Align::left, 40);
    table.column("added");
    const bool says_who =
        std::ranges::any_of(profile.entries, [](const auto& entry) { return entry.added_by.has_value(); });
    if (says_who) table.column("by", Table::Align::left, 20);
    for (const auto& entry : profile.entries) {
        std::vector<std::string> cells{std::to_string(entry.position), entry.track.artist, entry.track.title,
                                       entry.added_at ? format_date(*entry.added_at) : ""};
        if (says_who) cells.push_back(entry.added_by.value_or(""));
        table.row(cells);
    }
    return text + "\n\n" + table.text();
}

std::string doctor_text(const shapes::Doctor& found, std::size_t most) {
    std::string text;
    for (const auto& playlist : found.playlists)
        text += (text.empty() ? "" : "\n\n") + examined_text(playlist, most);
    const auto& changes = found.changes;
    if (changes.empty()) return text + "\n\nnothing to change";
    const bool is_applied = found.change.has_value();
    text += is_applied ? "\n\nchanged:" : "\n\n--apply would change:";
    for (const auto& change : changes) {
        text += fmt::format("\n  {} {} from {}{}", change.action, artist_and_title(change.track),
                            change.playlist.name, change.to ? " to " + change.to->name : "");
    }
    return text + (is_applied ? "\n`attune playlist undo` takes it back"
                              : "\n`attune playlist keep PLAYLIST TRACK` keeps a track, now and later");
}

std::string picked_text(const shapes::BuiltPlaylist& picked, const std::string& done) {
    Table table;
    table.column("", Table::Align::right);
    table.column("artist", Table::Align::left, 28);
    table.column("title", Table::Align::left, 36);
    table.column("fit", Table::Align::right);
    table.column("why", Table::Align::left, 72);
    for (const auto& built : picked.tracks) {
        table.row({std::to_string(built.position), built.track.artist, built.track.title,
                   fmt::format("{:.2f}", built.score), built.reason});
    }
    const bool is_done = picked.change.has_value();
    return fmt::format(
        "{}{}: {} tracks\n\n{}\n\n{}", is_done ? done + " " : "", picked.name, picked.tracks.size(),
        table.text(),
        is_done ? fmt::format("`attune export \"{}\" FILE` writes it; `attune playlist undo` takes it "
                              "back",
                              picked.name)
                : "nothing is written without --apply");
}

std::string split_text(const shapes::SplitPlaylist& split) {
    std::string text;
    for (const auto& part : split.parts) {
        text += fmt::format("{}{} ({} tracks)", text.empty() ? "" : "\n\n", part.name, part.tracks.size());
        for (const auto& track : part.tracks) text += "\n  " + artist_and_title(track);
    }
    if (split.left_out > 0)
        text += fmt::format("\n\n{} tracks are left out: neither their sound nor their genres are known",
                            split.left_out);
    return text + (split.change ? "\n\nmade; `attune playlist undo` takes it back"
                                : "\n\nnothing is written without --apply");
}

std::string clusters_text(const shapes::MusicClusters& clusters) {
    Table table;
    table.column("cluster", Table::Align::right);
    table.column("name", Table::Align::left, 36);
    table.column("tracks", Table::Align::right);
    table.column("typical", Table::Align::left, 80);
    for (const auto& cluster : clusters.clusters) {
        std::string typical;
        for (const auto& track : cluster.typical)
            typical += (typical.empty() ? "" : "; ") + artist_and_title(track);
        table.row({std::to_string(cluster.cluster), cluster.name, count_text(cluster.tracks), typical});
    }
    return table.text() + "\n\n`attune playlist build --cluster N` makes a playlist of one";
}

std::string shared_tastes_text(const shapes::Tastes& tastes) {
    if (tastes.people.empty()) {
        return "no playlist says who added its tracks; Exportify's do, and `attune import "
               "--folders-are-people` takes a "
               "folder for each person";
    }
    Table people;
    people.column("person", Table::Align::left, 24);
    people.column("tracks", Table::Align::right);
    people.column("artists", Table::Align::right);
    people.column("genres", Table::Align::left, 64);
    for (const auto& one : tastes.people) {
        std::string genres;
        for (const auto& genre : one.genres)
            genres +=
                fmt::format("{}{} {:.0f} %", genres.empty() ? "" : ", ", genre.genre, 100 * genre.share);
        people.row({one.person, count_text(one.tracks), count_text(one.artists), genres});
    }
    if (tastes.pairs.empty()) return people.text();
    const auto share = [](const std::optional<double>& value) {
        return value ? fmt::format("{:.0f} %", 100 * *value) : std::string("unknown");
    };
    Table pairs;
    for (const auto* title : {"", "and"}) pairs.column(title, Table::Align::left, 24);
    for (const auto* title : {"same tracks", "same artists", "genres", "sound"})
        pairs.column(title, Table::Align::right);
    pairs.column("in words", Table::Align::left, 64);
    for (const auto& pair : tastes.pairs) {
        pairs.row({pair.a, pair.b, count_text(pair.shared_tracks), count_text(pair.shared_artists),
                   share(pair.genres), share(pair.sound), pair.text});
    }
    return people.text() + "\n\n" + pairs.text() + "\n\n`attune playlist call A NAME` gives somebody a name";
}

std::string playlist_versions_text(const shapes::PlaylistVersions& versions) {
    Table table;
    table.column("version", Table::Align::right);
    table.column("when");
    table.column("tracks", Table::Align::right);
    table.column("what", Table::Align::left, 72);
    for (const auto& row : versions.versions) {
        table.row({std::to_string(row.version), format_timestamp(row.at), count_text(row.tracks), row.text});
    }
    if (table.empty()) return versions.name.name + " was never changed here";
    return table.text();
}

}  // namespace attune::cli
