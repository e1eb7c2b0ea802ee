#pragma once

#include "library/collection.h"

#include <cstdint>

namespace attune::library {

/// Hashes of every value in them: two with the same hash hold the same. They are stored with runs.
std::uint64_t content_hash(const Collection& collection);
std::uint64_t content_hash(const History& history);

/// The same of a history without its labels and what was offered: of what was done before anybody was asked.
std::uint64_t past_hash(const History& history);

}  // namespace attune::library
