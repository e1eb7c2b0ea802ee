#pragma once

#include "core/error.h"

#include <chrono>
#include <map>
#include <string>

namespace attune::bench {

/// NAME=VALUE of the command line.
struct Settings {
    std::map<std::string, std::string> values;

    std::string text(const std::string& name) const {
        const auto found = values.find(name);
        if (found == values.end()) fail(ErrorCode::invalid_argument, "say {}=...", name);
        return found->second;
    }
    double number(const std::string& name, double otherwise) const {
        const auto found = values.find(name);
        return found == values.end() ? otherwise : std::stod(found->second);
    }
};

class Stopwatch {
  public:
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    }

  private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

// Each task reads tables named in the settings, writes its answer to out=, and prints the seconds of the work
// alone as JSON.
void classify(const Settings& settings);
void isolate(const Settings& settings);
void least_squares(const Settings& settings);
void map(const Settings& settings);
void propagate(const Settings& settings);
void study_classes(const Settings& settings);
void study_numbers(const Settings& settings);

}  // namespace attune::bench
