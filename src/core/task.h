#pragma once

#include <cstddef>
#include <stop_token>
#include <string_view>

namespace attune {

/// Somebody who wants to know how far the work is: a bar on a terminal, a stream of events on the page.
class ProgressSink {
  public:
    virtual ~ProgressSink() = default;

    /// `done` of `total` units of `stage` are done; total 0 means that the end is not known. Called often:
    /// an implementation shows only what people can follow. May be called from the thread that works.
    virtual void report(std::string_view stage, std::size_t done, std::size_t total) = 0;

  protected:
    ProgressSink() = default;
    ProgressSink(const ProgressSink&) = default;
    ProgressSink& operator=(const ProgressSink&) = default;
};

/// What long work is given besides its input: whom to tell how far it is, and whether to stop.
/// A default Task tells nobody and never stops.
class Task {
  public:
    Task() = default;
    Task(ProgressSink* sink, std::stop_token stop) : sink_(sink), stop_(std::move(stop)) {}

    /// Tells how far a stage is, and throws Error{interrupted} if the person asked to stop.
    void report(std::string_view stage, std::size_t done, std::size_t total) const;

    /// Throws Error{interrupted} if the person asked to stop. Cheap; call it in every loop that can be long.
    void check() const;

  private:
    ProgressSink* sink_ = nullptr;
    std::stop_token stop_;
};

}  // namespace attune
