#include "sources/advice.h"

#include "core/text.h"
#include "sources/table_look.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace attune::sources {
namespace {

using namespace std::string_view_literals;

/// What the first bytes of a file tell.
struct Mark {
    std::string_view bytes;
    std::string_view message;
};

constexpr std::array marks{
    Mark{"\xE1\xA0\x9C\x91\xF8\x3C\x77\x42"sv,
         "is a playlist of foobar2000 in its own binary form (.fpl); in foobar2000 choose File > Save "
         "playlist and save it "
         "as .m3u8"sv},
    Mark{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,
         "is a spreadsheet of an old Excel (.xls); open it and save the sheet as .xlsx or CSV"sv},
    Mark{"SQLite format 3\0"sv,
         "is a database of a program that attune does not know; export a history or a playlist from "
         "the program, as CSV, JSON or M3U"sv},
    Mark{"%PDF"sv,
         "is a document (PDF), not the data; the files beside it that end in .json or .csv have it"sv},
    Mark{"bplist00"sv,
         "is a property list in its binary form; in Music choose File > Library > Export Library, which "
         "writes XML"sv},
    Mark{"\x89PNG"sv, "is a picture"sv},
    Mark{"\xFF\xD8\xFF"sv, "is a picture"sv},
    Mark{"GIF8"sv, "is a picture"sv},
    Mark{"ID3"sv, "is sound; `attune analyze` listens to it"sv},
    Mark{"fLaC"sv, "is sound; `attune analyze` listens to it"sv},
    Mark{"OggS"sv, "is sound; `attune analyze` listens to it"sv},
    Mark{"RIFF"sv, "is sound; `attune analyze` listens to it"sv},
    Mark{"7z\xBC\xAF\x27\x1C"sv, "is a 7-Zip archive; unpack it and import the folder"sv},
    Mark{"Rar!"sv, "is a RAR archive; unpack it and import the folder"sv},
};

bool holds(const FileHead& head, std::string_view text) {
    return head.bytes.find(text) != std::string_view::npos;
}

/// The first keys of a JSON text, in their order, each once.
std::string keys_of(std::string_view text) {
    constexpr std::size_t most = 8;
    constexpr std::size_t longest = 40;
    std::vector<std::string_view> keys;
    for (std::size_t at = text.find('"'); at != std::string_view::npos && keys.size() < most;
         at = text.find('"', at + 1)) {
        const auto end = text.find('"', at + 1);
        if (end == std::string_view::npos) break;
        const auto word = text.substr(at + 1, end - at - 1);
        const bool is_key = trim(text.substr(end + 1, 4)).starts_with(':');
        if (is_key && word.size() <= longest && std::ranges::find(keys, word) == keys.end())
            keys.push_back(word);
        at = end;
    }
    std::string list;
    for (const auto key : keys) list += fmt::format("{}{}", list.empty() ? "" : ", ", key);
    return list;
}

std::string about_json(const FileHead& head) {
    const std::string keys = keys_of(head.bytes);
    if (keys.empty()) return "is JSON without a single name in it";
    return fmt::format(
        "is JSON in which attune finds no plays, playlists or tracks (it has {}); of an export, the files of "
        "the listening "
        "history and of playlists are what it reads",
        to_utf8(keys));
}

}  // namespace

std::string advice_for(const FileHead& head, Reading reading) {
    for (const Mark& mark : marks) {
        if (head.bytes.starts_with(mark.bytes)) return std::string(mark.message);
    }
    if (reading == Reading::community) {
        if (const auto* const own = find_source(head, Reading::person))
            return fmt::format(
                "is no data of a community but a file of one person ({}); import it without "
                "--community",
                own->kind);
    }
    const auto text = trim(head.bytes);
    const std::string begin = to_lower_ascii(text.substr(0, 512));
    if (begin.starts_with("<!doctype html") || begin.starts_with("<html")) {
        return "is a web page in which attune finds no plays; of a Takeout it reads watch-history.html, else "
               "ask the service "
               "for JSON or CSV";
    }
    if (holds(head, "\"playlists\"") && holds(head, "\"pid\"") && holds(head, "\"track_uri\"")) {
        return "is a part of the Million Playlist Dataset: playlists of many people, which are imported with "
               "--community";
    }
    if (text.starts_with('{') || text.starts_with('[')) return about_json(head);
    if (text.starts_with('<'))
        return "is XML of a program that attune does not know; export a playlist as M3U or XSPF";
    return advice_for_table(head);
}

}  // namespace attune::sources
