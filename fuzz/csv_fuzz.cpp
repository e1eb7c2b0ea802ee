#include "source_fuzz.h"
#include "sources/csv.h"

/// Rows are where they say they are, one behind the other.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace attune;
    const auto bytes = fuzz::view(data, size);
    for (const std::size_t n_fields : {0U, 3U}) {
        sources::MemoryStream in(bytes);
        sources::CsvReader reader(in, sources::detect_separator(bytes));
        reader.expect_fields(n_fields);
        sources::CsvRow row;
        std::uint64_t end = 1;
        while (reader.next(row)) {
            if (row.place.byte < end || row.is_broken != row.fields.empty()) std::abort();
            end = row.place.byte + row.n_bytes;
            if (end > size + 1) std::abort();
        }
    }
    return 0;
}
