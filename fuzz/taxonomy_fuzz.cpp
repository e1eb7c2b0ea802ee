#include "core/error.h"
#include "genres/taxonomy.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <string_view>

/// Whatever an owner writes into genres.txt: an error, or tags whose weights are one a branch and sum to 1.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace attune;
    genres::Taxonomy taxonomy;
    taxonomy.read("root a: b, c\nbranch b: d\n", genres::Author::attune);
    try {
        taxonomy.read({reinterpret_cast<const char*>(data), size}, genres::Author::person);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::corrupt_data || taxonomy.settled().size() != 1) std::abort();
    }
    for (const auto& [tag, settled] : taxonomy.settled()) {
        const double sum = std::accumulate(settled.weights.begin(), settled.weights.end(), 0.0);
        if (tag.empty() || settled.weights.size() != taxonomy.branches().size() ||
            !(std::abs(sum - 1) < 1e-9))
            std::abort();
    }
    for (const auto& branch : taxonomy.branches()) {
        if (branch.name.empty() || branch.root >= taxonomy.roots().size()) std::abort();
    }
    return 0;
}
