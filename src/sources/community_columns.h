#pragma once

#include "library/community_rows.h"
#include "sources/csv.h"

#include <optional>
#include <string_view>

namespace attune::sources {

/// The most that one person can have played one thing: a second each for three years.
inline constexpr double most_plays = 1e8;

/// Completes the play by its count and gives it to the sink, or drops the row: without a person, without an
/// item, or with a count that is no number in (0, most_plays].
void give_play(library::CommunityPlay&& play, std::string_view count, const CsvRow& row, RecordSink& sink);

/// What the columns of a table of people and what they played mean.
struct CommunityColumns {
    std::optional<std::size_t> person;
    std::optional<std::size_t> artist;  ///< by name, or what stands for it
    std::optional<std::size_t> track;
    std::optional<std::size_t> count;
    std::optional<std::size_t> time;  ///< of one listen, or when a count was last seen
    bool has_header = true;
    bool has_bare_numbers = false;  ///< the artists are numbers or codes, not names
    char separator = ',';           ///< ' ' stands for any number of blanks
    std::size_t n_columns = 0;

    /// Reads the roles out of the header, or out of what the first rows look like.
    explicit CommunityColumns(const FileHead& head);

    bool name_plays() const noexcept { return person && artist; }

    /// Each row is one listen at its time, not a count.
    bool are_listens() const noexcept { return time && !count; }

  private:
    bool take_header(const CsvRow& header);
    void take_samples(const std::vector<std::vector<std::string>>& rows);
};

/// Whether a table has a column of people and its first rows name more than one: it is no history of a person.
bool names_several_people(const FileHead& head);

/// The separator of a table, a blank if its first line has no other.
char community_separator(std::string_view head) noexcept;

}  // namespace attune::sources
