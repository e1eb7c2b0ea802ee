#pragma once

#include <string_view>

namespace attune::report {

/// The styles of a page and of the marks in its pictures. Marks:
///
/// * `s0`..`s7` fill, `l0`..`l7` stroke, `b0`..`b7` fill faintly with the colour of a series; the eight can
/// be
///   told apart with any kind of colour vision, and dashes and shapes differ as well;
/// * `v0`..`v6` fill from low (blue) over grey to high (orange), `v-none` for a missing value;
/// * `heat` and `cool` fill with either end of a scale: how much is their opacity;
/// * `grid`, `zero`, `whisker`, `guide`: lines; `tick`, `label`, `value`, `faint`, `on`, `strong`: texts.
std::string_view style_sheet() noexcept;

}  // namespace attune::report
