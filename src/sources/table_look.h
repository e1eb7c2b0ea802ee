#pragma once

#include "sources/csv.h"
#include "sources/source.h"

namespace attune::sources {

/// What a table of plays is read as. It is asked about where no row tells whether day or month comes first.
TableLook look_at_plays(const FileHead& head);

/// What a catalogue is read as. It never teaches taste, and is not asked about.
TableLook look_at_catalogue(const FileHead& head);

/// What a list of tracks is read as. It teaches that the person likes them, so it is asked about where something speaks
/// against a playlist: moments, lengths heard, charts, years, sound. What only playlists have (when and by whom a track
/// was added, names of playlists, places of files) settles it.
TableLook look_at_list(const FileHead& head);

/// Why no source reads a table, and what to do: which columns it has, and which are missing. Empty for what is no table.
std::string advice_for_table(const FileHead& head);

/// The name under which a column is found that a person says to be `meaning` ("length", "time d/m"); nothing for a word
/// that is none.
struct ColumnAnswer {
    std::string name;  ///< as Columns::find() knows it
    DayOrder order = DayOrder::unknown;
};
std::optional<ColumnAnswer> column_answer(std::string_view meaning);

/// The words that column_answer() knows, for people.
std::string known_answers();

}  // namespace attune::sources
