#pragma once

#include "sources/json_fields.h"
#include "sources/json_records.h"
#include "sources/source.h"

#include <span>
#include <string>
#include <string_view>

namespace attune::sources {

/// Tells a sink about text that should not be there, once for each piece of it and not once a byte.
class Damage {
  public:
    explicit Damage(RecordSink& sink) : sink_(&sink) {}

    /// Text between two records, all or a part of it.
    void add(std::string_view text, Place place);

    /// A record that cannot be read begins at `place`: one row.
    void add_row(Place place);

    /// Text that belongs to the row named last.
    void extend(std::string_view text) { n_bytes_ += text.size(); }

    /// The damage, if any, is over.
    void flush();

  private:
    RecordSink* sink_;
    Place place_;
    std::uint64_t n_bytes_ = 0;
    bool is_row_ = false;
    bool looks_like_row_ = false;
};

/// Reads an array of flat objects: each object is a row, all else between them is damage.
class FlatRows : public JsonRecordHandler {
  public:
    FlatRows(std::span<const std::string_view> keys, RecordSink& sink)
        : fields_(keys), sink_(&sink), damage_(sink) {}

    void read(ByteStream& in) {
        read_json_records(in, *this);
        damage_.flush();
    }

    bool is_record(std::string_view /*first_key*/) override { return true; }
    bool record(std::string_view object, Place place) final;
    void gap(std::string_view text, Place place, bool is_damage) final;
    void damaged(Place place) final { damage_.add_row(place); }

  protected:
    /// Handles one row whose fields have been read.
    virtual void row(const JsonFields& fields, Place place) = 0;

    RecordSink& sink() noexcept { return *sink_; }

  private:
    JsonFields fields_;
    RecordSink* sink_;
    Damage damage_;
};

}  // namespace attune::sources
