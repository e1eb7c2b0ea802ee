#pragma once

#include "core/task.h"
#include "core/zone.h"
#include "library/community_rows.h"
#include "library/listen.h"
#include "library/playlist.h"
#include "library/track.h"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::sources {

/// Bytes that are read once, from front to back: a file, an entry of an archive, a string.
class ByteStream {
  public:
    virtual ~ByteStream() = default;

    /// Fills the front of `buffer` and returns how many bytes were written; 0 at the end.
    /// @throws Error{unavailable} if the device fails, Error{corrupt_data} if a compressed stream is damaged
    virtual std::size_t read(std::span<char> buffer) = 0;

  protected:
    ByteStream() = default;
    ByteStream(const ByteStream&) = default;
    ByteStream& operator=(const ByteStream&) = default;
};

/// Why a row that was read is not imported. Every such row has exactly one of these.
enum class DropReason : std::uint8_t {
    podcast,  ///< an episode of a podcast
    audiobook,
    video,        ///< a video that is no music track
    local_file,   ///< a file on somebody's disk, which no id names
    no_track,     ///< names no track: nulls where artist and title should be
    zero_length,  ///< played for 0 ms
    incognito,    ///< a private session; kept with --keep-incognito
    unreadable,   ///< damaged: not of its format, or cut
    bad_date,     ///< a date that no calendar has, before 2002, or in the future
    bad_value,    ///< a number out of all sense: negative play time, ...
    no_features,  ///< a row of a table of features without any
    no_person,    ///< a row of a community that does not say whose it is
    unknown_id,   ///< calls an artist or a tag by a number that no file gives a name
    no_opinion,   ///< a track of a collection that was neither played, rated nor put on a list
};

std::string_view to_string(DropReason reason) noexcept;

/// Where in its file a record stands: line and byte of its first character, both from 1.
struct Place {
    std::uint64_t line = 0;
    std::uint64_t byte = 0;
};

/// Takes what a source reads. For each row of the file exactly one of the row functions is called, so that
/// rows read = imported + duplicates + dropped whatever the file looks like.
class RecordSink {
  public:
    virtual ~RecordSink() = default;

    // Row functions.
    virtual void listen(library::Listen&& listen, library::ListenSource source, Place place) = 0;
    virtual void playlist_entry(library::PlaylistEntry&& entry, Place place) = 0;
    virtual void mark(library::Mark&& mark, Place place) = 0;
    virtual void catalogue_track(library::CatalogueTrack&& track, Place place) = 0;
    virtual void artist_genres(library::ArtistGenres&& genres, Place place) = 0;
    virtual void community_play(library::CommunityPlay&& play, Place place) = 0;
    virtual void community_tagging(library::CommunityTagging&& tagging, Place place) = 0;
    virtual void community_name(library::CommunityName&& name, Place place) = 0;

    /// A row that cannot become any of the above. `digest` is a hash of the row's content, by which a row
    /// that stands twice is known; 0 for a row that cannot be read.
    virtual void dropped(DropReason reason, Place place, std::uint64_t digest) = 0;

    /// A thing that the person should know, with where it is; counts no row. Repeated ones may be summed up.
    virtual void problem(std::string_view message, Place place) = 0;

  protected:
    RecordSink() = default;
    RecordSink(const RecordSink&) = default;
    RecordSink& operator=(const RecordSink&) = default;
};

/// What the person said of a file that was not clear.
struct Answers {
    std::string as;  ///< "history", "playlist", "likes", "catalogue"; empty for what the file seems to be

    /// By the name of a column (or its number, from 1) what it is: see known_answers() in table_look.h.
    std::map<std::string, std::string, std::less<>> columns;
};

/// What a source may look at to say whether a file is its own.
struct FileHead {
    std::string_view name;             ///< base name
    std::string_view bytes;            ///< the first bytes, up to 64 KiB; without a BOM, as UTF-8
    const Answers* answers = nullptr;  ///< null: nobody was asked
};

/// How a column of a table is read: "Time" as "length in s", as in "200".
struct ColumnReading {
    std::string column;
    std::string meaning;
    std::string example;  ///< its value in the first row
};

/// What a source takes a table for, and what it is not sure of.
struct TableLook {
    std::vector<ColumnReading> columns;
    std::string question;              ///< empty: it is sure
    std::vector<std::string> choices;  ///< options of `attune import` that answer the question
};

struct ReadOptions {
    bool keep_incognito = false;
    Timestamp now;   ///< dates after this (and a day) are not believed
    Zone zone = {};  ///< of times that name none
};

/// One kind of file that people have. A new kind is a file with these two functions and a line in
/// registry.cpp.
struct Source {
    std::string_view kind;  ///< as reports say it: "spotify_extended", "catalogue", ...
    std::string_view help;  ///< a line for people
    bool (*recognises)(const FileHead& head);

    /// Reads the whole stream. Damage costs only the damaged records and is told to the sink; only a stream
    /// that fails throws.
    void (*read)(ByteStream& in, const FileHead& head, const ReadOptions& options, RecordSink& sink);

    /// What a recognised file is read as; null where the format leaves nothing open.
    TableLook (*look)(const FileHead& head) = nullptr;
};

/// Whose listening a file is read as.
enum class Reading : std::uint8_t {
    person,     ///< of a person of the library, and what catalogues say
    community,  ///< of many other people
};

/// All sources of one reading, the most particular first: the first that recognises a file reads it.
std::span<const Source> all_sources(Reading reading = Reading::person) noexcept;

/// The source that recognises the file, or null. Of a table for which the person said what it is only the sources of that.
const Source* find_source(const FileHead& head, Reading reading = Reading::person) noexcept;

}  // namespace attune::sources
