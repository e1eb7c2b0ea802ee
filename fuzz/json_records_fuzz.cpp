#include "source_fuzz.h"
#include "sources/json_fields.h"
#include "sources/json_records.h"

#include <array>

namespace {

/// Counts what is handed out: no byte may be lost, none may come twice.
class CountingHandler final : public attune::sources::JsonRecordHandler {
  public:
    std::size_t n_bytes = 0;

    bool is_record(std::string_view first_key) override { return first_key != "skip"; }
    bool record(std::string_view object, attune::sources::Place place) override {
        if (!fields_.read(object)) return false;
        take(object, place);
        return true;
    }
    void gap(std::string_view text, attune::sources::Place place, bool /*is_damage*/) override {
        take(text, place);
    }
    void damaged(attune::sources::Place place) override {
        if (place.byte != n_bytes + 1) std::abort();
    }

  private:
    void take(std::string_view text, attune::sources::Place place) {
        if (place.byte != n_bytes + 1 || text.empty()) std::abort();
        n_bytes += text.size();
    }

    static constexpr std::array<std::string_view, 3> keys{"a", "b", "ts"};
    attune::sources::JsonFields fields_{keys};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    attune::sources::MemoryStream in(attune::fuzz::view(data, size));
    CountingHandler handler;
    attune::sources::read_json_records(in, handler);
    if (handler.n_bytes != size) std::abort();
    return 0;
}
