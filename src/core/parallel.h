#pragma once

#include <cstddef>
#include <functional>

namespace attune {

/// The number of threads to use when nobody says: the cores of this machine, at least 1.
std::size_t default_threads() noexcept;

/// Calls body(i) once for each i in [0, count), on up to `threads` threads, in no given order.
///
/// A body must write only to what belongs to its own i, so that the outcome does not depend on the number of
/// threads. The first exception of a body is thrown here, after all threads have ended.
void parallel_for(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& body);

}  // namespace attune
