#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::playlists {

/// One track of a list. What is not known is empty.
struct ExportTrack {
    std::string artist;
    std::string title;
    std::string release;
    std::optional<int> duration_ms;
    std::string spotify_id;  ///< 22 characters
    std::string isrc;
    std::string recording_mbid;
    std::optional<double> score;
    std::optional<double> probability;
    std::string reasons;  ///< in plain words
    std::string place;    ///< of a file: a path, relative to the list where it can be
};

/// What is exported: picks or a playlist, in order.
struct ExportList {
    std::string name;
    bool simulated = false;  ///< the listener is invented; every format then says so
    std::vector<ExportTrack> tracks;
};

/// What files of a simulated listener say.
inline constexpr std::string_view simulated_note =
    "simulated: made for an invented listener from invented music; these tracks do not exist";

/// One format. A new one is a function and a line in export_format.cpp.
struct ExportFormat {
    std::string_view name;
    std::string_view extension;  ///< of files, without the dot
    std::string_view help;

    /// The content of the file, UTF-8. Names may be anything: control characters and line ends become spaces.
    std::string (*write)(const ExportList& list);
};

std::span<const ExportFormat> export_formats() noexcept;

/// The format of this name. @throws Error{not_found} with the known names
const ExportFormat& export_format(std::string_view name);

/// The format of a file by its extension, whatever its case; null if no format has it.
const ExportFormat* find_format_of_file(std::string_view file_name);

}  // namespace attune::playlists
