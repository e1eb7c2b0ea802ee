#include "cli/playlist_text.h"

#include "cli/found_text.h"
#include "cli/table.h"
#include "core/json.h"

#include <fmt/format.h>

#include <algorithm>

namespace attune::cli {
namespace {

std::string name_of(const Json& thing) { return thing["name"].get<std::string>(); }

std::string genre_list(const Json& shares) {
    std::string text;
    for (const auto& share : shares)
        text += fmt::format("{}{} {:.0f} %", text.empty() ? "" : ", ", share["genre"].get<std::string>(),
                            100 * share["here"].get<double>());
    return text;
}

/// What the methods that look at sound alone say: "2 of 4: z-score, IQR".
std::string methods_text(const Json& verdict) {
    std::string names;
    for (const auto& [name, method] : verdict["methods"].items())
        if (method["outlier"].get<bool>()) names += (names.empty() ? "" : ", ") + name;
    return names;
}

std::string why_text(const Json& verdict) {
    std::string text;
    for (const auto& reason : verdict["reasons"]) text += "\n        " + reason.get<std::string>();
    return text.empty() ? "\n        nothing stands out, the sum does" : text;
}

std::string verdict_lines(const Json& verdict) {
    const std::string standing = verdict["standing"];
    std::string text = fmt::format("  {:>4}  {}", verdict["position"].get<int>(), artist_and_title(verdict));
    if (standing == "kept") return text + "  (you keep it)";
    if (standing == "dropped") return text + "  (you dropped it)";
    text += fmt::format("  ({}, {:.0f} %)", standing, 100 * verdict["probability"].get<double>());
    text += why_text(verdict);
    if (const auto methods = methods_text(verdict); !methods.empty())
        text += "\n        its sound alone is an outlier by " + methods;
    if (!verdict["home"].is_null()) {
        const std::string reason = verdict["home"]["reason"];
        text += fmt::format("\n        would sit better in {}{}", name_of(verdict["home"]),
                            reason.empty() ? "" : ": " + reason);
    }
    return text;
}

std::string unknown_text(const Json& playlist) {
    std::string text;
    const auto add = [&](const char* key, const char* what) {
        const auto n = playlist[key].get<std::int64_t>();
        if (n > 0) text += fmt::format("{}{} without {}", text.empty() ? "" : ", ", n, what);
    };
    add("without_sound", "audio features");
    add("without_genres", "genres");
    return text.empty() ? "" : fmt::format(" ({})", text);
}

std::string examined_text(const Json& playlist, std::size_t most) {
    const auto& verdicts = playlist["verdicts"];
    std::string text = fmt::format("{}: {} tracks{}", name_of(playlist), playlist["tracks"].get<int>(),
                                   unknown_text(playlist));
    if (!playlist["has_verdicts"].get<bool>()) text += "\n  too few tracks to tell who does not belong";
    for (std::size_t i = 0; i < std::min(most, verdicts.size()); ++i)
        text += "\n" + verdict_lines(verdicts[i]);
    if (verdicts.size() > most)
        text += fmt::format("\n  and {} more; --count shows more", verdicts.size() - most);
    for (const auto& duplicate : playlist["duplicates"]) {
        text += fmt::format("\n  {:>4}  {}\n        {} (entry {})", duplicate["position"].get<int>(),
                            artist_and_title(duplicate), duplicate["text"].get<std::string>(),
                            duplicate["of"].get<int>());
    }
    if (playlist["has_verdicts"].get<bool>() && verdicts.empty() && playlist["duplicates"].empty())
        text += "\n  all tracks fit";
    return text;
}

}  // namespace

std::string playlists_text(const Json& list) {
    Table table;
    table.column("playlist", Table::Align::left, 48);
    table.column("tracks", Table::Align::right);
    table.column("from", Table::Align::left, 24);
    table.column("versions", Table::Align::right);
    table.column("id");
    for (const auto& row : list["playlists"]) {
        const auto versions = row["versions"].get<std::int64_t>();
        table.row({row["name"], with_commas(row["tracks"].get<std::int64_t>()), row["kind"],
                   versions > 0 ? std::to_string(versions) : "", row["id"]});
    }
    return table.empty() ? "no playlists; `attune import` reads them from exports and files" : table.text();
}

std::string playlist_profile_text(const Json& profile) {
    std::string text = fmt::format("{}: {} tracks, {} with audio features, {} with genres", name_of(profile),
                                   profile["tracks"].get<int>(), profile["with_sound"].get<int>(),
                                   profile["with_genres"].get<int>());
    if (!profile["genres"].empty()) text += "\nmostly " + genre_list(profile["genres"]);
    std::string apart;
    for (const auto& difference : profile["differences"]) {
        const std::string words = difference["text"];
        if (!words.empty())
            apart += fmt::format("\n  {} (effect {:+.2f})", words, difference["effect"].get<double>());
    }
    if (!profile["telling_genres"].empty()) {
        for (const auto& share : profile["telling_genres"])
            apart += fmt::format("\n  {}: {:.0f} % of its tracks, {:.0f} % elsewhere",
                                 share["genre"].get<std::string>(), 100 * share["here"].get<double>(),
                                 100 * share["elsewhere"].get<double>());
    }
    text += apart.empty() ? "\n\nnothing sets it apart from your other playlists"
                          : "\n\nwhat sets it apart from your other playlists:" + apart;
    Table table;
    table.column("", Table::Align::right);
    table.column("artist", Table::Align::left, 28);
    table.column("title", Table::Align::left, 40);
    table.column("added");
    const bool says_who = std::ranges::any_of(profile["entries"],
                                              [](const auto& entry) { return !entry["added_by"].is_null(); });
    if (says_who) table.column("by", Table::Align::left, 20);
    for (const auto& entry : profile["entries"]) {
        std::vector<std::string> cells{
            std::to_string(entry["position"].get<int>()), entry["artist"], entry["title"],
            entry["added_at"].is_null() ? "" : entry["added_at"].get<std::string>().substr(0, 10)};
        if (says_who)
            cells.push_back(entry["added_by"].is_null() ? "" : entry["added_by"].get<std::string>());
        table.row(cells);
    }
    return text + "\n\n" + table.text();
}

std::string doctor_text(const Json& found, std::size_t most) {
    std::string text;
    for (const auto& playlist : found["playlists"])
        text += (text.empty() ? "" : "\n\n") + examined_text(playlist, most);
    const auto& changes = found["changes"];
    if (changes.empty()) return text + "\n\nnothing to change";
    const bool is_applied = !found["change"].is_null();
    text += is_applied ? "\n\nchanged:" : "\n\n--apply would change:";
    for (const auto& change : changes) {
        text += fmt::format("\n  {} {} from {}{}", change["action"].get<std::string>(),
                            artist_and_title(change), name_of(change["playlist"]),
                            change["to"].is_null() ? "" : " to " + name_of(change["to"]));
    }
    return text + (is_applied ? "\n`attune playlist undo` takes it back"
                              : "\n`attune playlist keep PLAYLIST TRACK` keeps a track, now and later");
}

std::string picked_text(const Json& picked, const std::string& done) {
    Table table;
    table.column("", Table::Align::right);
    table.column("artist", Table::Align::left, 28);
    table.column("title", Table::Align::left, 36);
    table.column("fit", Table::Align::right);
    table.column("why", Table::Align::left, 72);
    for (const auto& track : picked["tracks"]) {
        table.row({std::to_string(track["position"].get<int>()), track["artist"], track["title"],
                   fmt::format("{:.2f}", track["score"].get<double>()), track["reason"]});
    }
    const bool is_done = !picked["change"].is_null();
    return fmt::format(
        "{}{}: {} tracks\n\n{}\n\n{}", is_done ? done + " " : "", name_of(picked), picked["tracks"].size(),
        table.text(),
        is_done ? fmt::format("`attune export \"{}\" FILE` writes it; `attune playlist undo` takes it "
                              "back",
                              name_of(picked))
                : "nothing is written without --apply");
}

std::string split_text(const Json& split) {
    std::string text;
    for (const auto& part : split["parts"]) {
        text +=
            fmt::format("{}{} ({} tracks)", text.empty() ? "" : "\n\n", name_of(part), part["tracks"].size());
        for (const auto& track : part["tracks"]) text += "\n  " + artist_and_title(track);
    }
    if (const auto left_out = split["left_out"].get<int>(); left_out > 0)
        text += fmt::format("\n\n{} tracks are left out: neither their sound nor their genres are known",
                            left_out);
    return text + (split["change"].is_null() ? "\n\nnothing is written without --apply"
                                             : "\n\nmade; `attune playlist undo` takes it back");
}

std::string clusters_text(const Json& clusters) {
    Table table;
    table.column("cluster", Table::Align::right);
    table.column("name", Table::Align::left, 36);
    table.column("tracks", Table::Align::right);
    table.column("typical", Table::Align::left, 80);
    for (const auto& cluster : clusters["clusters"]) {
        std::string typical;
        for (const auto& track : cluster["typical"])
            typical += (typical.empty() ? "" : "; ") + artist_and_title(track);
        table.row({std::to_string(cluster["cluster"].get<int>()), cluster["name"],
                   with_commas(cluster["tracks"].get<std::int64_t>()), typical});
    }
    return table.text() + "\n\n`attune playlist build --cluster N` makes a playlist of one";
}

std::string shared_tastes_text(const Json& tastes) {
    if (tastes["people"].empty()) {
        return "no playlist says who added its tracks; Exportify's do, and `attune import "
               "--folders-are-people` takes a "
               "folder for each person";
    }
    Table people;
    people.column("person", Table::Align::left, 24);
    people.column("tracks", Table::Align::right);
    people.column("artists", Table::Align::right);
    people.column("genres", Table::Align::left, 64);
    for (const auto& one : tastes["people"]) {
        std::string genres;
        for (const auto& genre : one["genres"])
            genres += fmt::format("{}{} {:.0f} %", genres.empty() ? "" : ", ",
                                  genre["genre"].get<std::string>(), 100 * genre["share"].get<double>());
        people.row({one["person"], with_commas(one["tracks"].get<std::int64_t>()),
                    with_commas(one["artists"].get<std::int64_t>()), genres});
    }
    if (tastes["pairs"].empty()) return people.text();
    const auto share = [](const Json& value) {
        return value.is_null() ? std::string("unknown") : fmt::format("{:.0f} %", 100 * value.get<double>());
    };
    Table pairs;
    for (const auto* title : {"", "and"}) pairs.column(title, Table::Align::left, 24);
    for (const auto* title : {"same tracks", "same artists", "genres", "sound"})
        pairs.column(title, Table::Align::right);
    pairs.column("in words", Table::Align::left, 64);
    for (const auto& pair : tastes["pairs"]) {
        pairs.row({pair["a"], pair["b"], with_commas(pair["shared_tracks"].get<std::int64_t>()),
                   with_commas(pair["shared_artists"].get<std::int64_t>()), share(pair["genres"]),
                   share(pair["sound"]), pair["text"]});
    }
    return people.text() + "\n\n" + pairs.text() + "\n\n`attune playlist call A NAME` gives somebody a name";
}

std::string playlist_versions_text(const Json& versions) {
    Table table;
    table.column("version", Table::Align::right);
    table.column("when");
    table.column("tracks", Table::Align::right);
    table.column("what", Table::Align::left, 72);
    for (const auto& row : versions["versions"]) {
        table.row({std::to_string(row["version"].get<int>()), row["at"].get<std::string>(),
                   with_commas(row["tracks"].get<std::int64_t>()), row["text"]});
    }
    if (table.empty()) return name_of(versions) + " was never changed here";
    return table.text();
}

}  // namespace attune::cli
