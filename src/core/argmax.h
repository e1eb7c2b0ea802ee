#pragma once

#include <algorithm>
#include <cstddef>

namespace attune {

/// The place of the largest value, of equals the first. `values`: a range by index that is not empty.
template <class Range>
std::size_t argmax(const Range& values) {
    return static_cast<std::size_t>(std::ranges::max_element(values) - values.begin());
}

}  // namespace attune
