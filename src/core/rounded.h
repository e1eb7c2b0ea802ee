#pragma once

#include "core/parse_all.h"

#include <fmt/format.h>

namespace attune {

/// A number as people write it with so many significant digits: 0.1, not 0.10000000149. In every locale.
inline double rounded(float value, int n_digits) {
    return parse_all<double>(fmt::format("{:.{}g}", value, n_digits)).value_or(value);
}

}  // namespace attune
