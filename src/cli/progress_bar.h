#pragma once

#include "core/task.h"

#include <memory>

namespace attune::cli {

/// Progress on standard error: a bar that is drawn over and wiped at the end on a terminal, a plain line every
/// few seconds elsewhere. Nothing is shown for work of less than half a second.
std::unique_ptr<ProgressSink> make_progress_bar();

}  // namespace attune::cli
