#include "core/task.h"

#include "core/error.h"

namespace attune {

void Task::report(std::string_view stage, std::size_t done, std::size_t total) const {
    check();
    if (sink_ != nullptr) sink_->report(stage, done, total);
}

void Task::check() const {
    if (stop_.stop_requested()) fail(ErrorCode::interrupted, "stopped; everything is as it was before");
}

}  // namespace attune
