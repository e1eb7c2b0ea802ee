#pragma once

#include "report/axes.h"

#include <cstddef>
#include <string>
#include <vector>

namespace attune::report {

/// Small pictures of one size in rows and columns, each with a name above it.
struct PanelGrid {
    std::vector<Frame> frames;  ///< where the data of each panel lie
    double height = 0;          ///< of all
};

/// Lays out `count` panels, as many in a row as fit.
/// @param axis_width  room at the left of each for the texts of its y axis, px
PanelGrid panel_grid(std::size_t count, double width, double axis_width);

/// The name of a panel, above its frame.
void draw_panel_name(Svg& svg, const Frame& frame, const std::string& name, double axis_width);

}  // namespace attune::report
