#pragma once

#include "sources/source.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::sources {

/// An entry of a list as a player wrote it, before it is judged who of two names is the artist.
struct ListedTrack {
    std::string text;    ///< "Artist - Title", "3. Title - Artist", "Title": what the player shows
    std::string artist;  ///< where the list says it apart
    std::string title;
    std::string album;
    std::optional<int> duration_ms;
    std::string address;  ///< the file or the link
    Place place;
};

/// Gives the entries of one list to the sink, in order. What the list as a whole tells is used: whether its lines are
/// numbered, and (by the folders and names of the files) whether the title comes before the artist. What an entry does not
/// say, its path tells; a path without an artist names no track unless the library knows the file.
void give_list(std::vector<ListedTrack>& tracks, const std::string& name, RecordSink& sink);

/// Sets the file of an entry by its address, and what the entry does not say but the path tells.
void complete_by_path(std::string_view address, library::PlaylistEntry& entry);

/// Lines of a text with any line ends (LF, CR LF, CR), trimmed, in UTF-8 whatever they were in.
class TextLines {
  public:
    explicit TextLines(std::string_view text);

    /// False at the end.
    bool next(std::string& line, Place& place);

  private:
    std::string_view text_;
    std::string page_;  ///< that lines which are no UTF-8 are in
    std::size_t at_ = 0;
    std::uint64_t line_ = 1;
};

/// Reads a whole list; a problem is told if it is larger than any.
std::string read_list(ByteStream& in, RecordSink& sink);

}  // namespace attune::sources
