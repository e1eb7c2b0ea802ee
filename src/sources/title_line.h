#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attune::sources {

// "03. Artist – Title [3:41]": how players and people write a track into one line.

/// What stands on the two sides of the first dash between blanks, of any kind: - – — ‒ ― − －.
struct TwoParts {
    std::string_view left;
    std::string_view right;
};
std::optional<TwoParts> split_at_dash(std::string_view line) noexcept;

/// The number that a line begins with, as numbers of tracks do: "03 ", "7. ", "12) ", "1-03 ", "#4 ".
struct LeadingNumber {
    int number = 0;
    std::string_view rest;
    bool is_marked =
        false;  ///< that it is no part of a name: by a point or bracket behind it, or a zero before it
};
std::optional<LeadingNumber> leading_number_of(std::string_view line) noexcept;

/// The line without a number that is marked as one, or that stands before "Artist - Title" with a dash of its own
/// ("01 - Artist - Title"); other numbers may be names.
std::string_view without_marked_number(std::string_view line) noexcept;

/// Takes "0:00 ", "[00:03:20] " off the front of a line (where in a recording the track begins).
std::string_view without_time_code(std::string_view line) noexcept;

/// Takes " (3:41)", " [3:41]", " 3:41" off the end of a line; its milliseconds, if it is such a length.
std::optional<int> take_length(std::string_view& line) noexcept;

/// Text with %20 and the like decoded; as it is if there is anything but whole codes.
std::string percent_decoded(std::string_view text);

/// What an address of a file tells, in any manner of writing it: file:///C:/Music/a.mp3, file://localhost/..., C:\Music\a.mp3,
/// ../a.mp3, %20 or blanks.
struct NamedFile {
    std::string path;    ///< with slashes, decoded; empty if the address is none of a file (http:, spotify:)
    std::string artist;  ///< "" if the path does not say
    std::string album;
    std::string title;  ///< "" if the path names no file
};
NamedFile named_file(std::string_view address);

}  // namespace attune::sources
