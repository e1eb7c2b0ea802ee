#pragma once

#include "sources/json_fields.h"
#include "sources/json_records.h"
#include "sources/recorded.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace attune::sources::test {

struct FoundRecords final : JsonRecordHandler {
    struct Record {
        std::string text;
        Place place;
    };

    std::vector<Record> records;
    std::size_t n_damaged = 0;
    std::size_t n_gap_bytes = 0;

    bool is_record(std::string_view /*first_key*/) override { return true; }
    bool record(std::string_view object, Place place) override {
        if (!fields_->read(object)) return false;
        records.push_back({std::string(object), place});
        return true;
    }
    void gap(std::string_view text, Place /*place*/, bool /*is_damage*/) override {
        n_gap_bytes += text.size();
    }
    void damaged(Place /*place*/) override { ++n_damaged; }

  private:
    static constexpr std::array<std::string_view, 2> keys{"a", "name"};
    std::unique_ptr<JsonFields> fields_ = std::make_unique<JsonFields>(keys);
};

inline FoundRecords split(ByteStream& in) {
    FoundRecords found;
    read_json_records(in, found);
    return found;
}

inline FoundRecords split(std::string_view text) {
    MemoryStream in(text);
    return split(in);
}

}  // namespace attune::sources::test
