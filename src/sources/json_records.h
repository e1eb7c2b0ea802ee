#pragma once

#include "sources/source.h"

#include <string_view>

namespace attune::sources {

/// A record longer than this is damage: no export has a row of a thousandth of that.
inline constexpr std::size_t max_json_record = 1U << 20U;

/// Bytes behind a record that may be read (not: that mean anything). Enough for simdjson.
inline constexpr std::size_t json_padding = 64;

/// Takes what read_json_records() finds.
class JsonRecordHandler {
  public:
    virtual ~JsonRecordHandler() = default;

    /// Whether an object that begins with this key is a record. One that is not belongs to the gap and is
    /// looked into.
    virtual bool is_record(std::string_view first_key) = 0;

    /// An object, with `json_padding` readable bytes behind it. False if it is no JSON after all.
    virtual bool record(std::string_view object, Place place) = 0;

    /// The text between two records (before the first, behind the last), commas included, in one piece unless
    /// it is longer than max_json_record. `is_damage`: the text of a record that cannot be read.
    virtual void gap(std::string_view text, Place place, bool is_damage) = 0;

    /// A record begins at `place` that cannot be read; its text comes as a gap.
    virtual void damaged(Place place) = 0;

  protected:
    JsonRecordHandler() = default;
    JsonRecordHandler(const JsonRecordHandler&) = default;
    JsonRecordHandler& operator=(const JsonRecordHandler&) = default;
};

/// Splits JSON into the objects that are its records, without believing in the whole: an object begins where
/// `{ "key" :` stands, and one that is broken (not closed, a quote or comma too many, a line end in a string)
/// costs only itself, because the search goes on right behind its first character. Constant memory.
void read_json_records(ByteStream& in, JsonRecordHandler& handler);

}  // namespace attune::sources
