#pragma once

#include "core/json.h"
#include "core/task.h"
#include "shapes/intake.h"
#include "store/store.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace attune::engine {

struct AnalyzeOptions {
    std::vector<std::filesystem::path> paths;
    bool true_peak = false;
    std::size_t threads = 1;
};

/// What became of one file.
struct AnalyzedFile {
    enum class Fate { analyzed, skipped, failed };

    std::string path;
    Fate fate = Fate::failed;
    std::string track_id;  ///< "track:12"; empty without a library
    int duration_ms = 0;
    int version = 0;
    Json tags = Json::object();
    Json analysis;        ///< shapes::Heard as JSON; null if it failed
    std::string problem;  ///< why it failed
};

struct AnalyzeReport {
    std::vector<AnalyzedFile> files;    ///< in the order of their paths
    std::vector<std::string> problems;  ///< folders that could not be looked through, and why
    std::size_t n_analyzed = 0;
    std::size_t n_adopted = 0;  ///< of these, taken over from what somebody else has analysed
    std::size_t n_skipped = 0;  ///< they were analysed before
    std::size_t n_failed = 0;
    double audio_seconds = 0;  ///< listened to in this run
    double cpu_seconds = 0;
    double wall_seconds = 0;
};

/// Listens to files and folders of them. With a store each file becomes a track of the provider "attune", in
/// a transaction of its own: stopped or killed at any moment, what was heard is kept, and the next run goes
/// on from there. A file whose size and time have not changed is skipped, one whose content was heard before
/// (moved, renamed, copied) is only noted; one in which there is no sound to be read fails again unread, until it or
/// attune changes; one that could not be read now is tried again.
///
/// A file becomes the track that its tags name; failing that, the track of a file that holds the same
/// recording by its fingerprint; else a new one.
///
/// @param store  null: nothing is looked up or kept
/// @throws Error{not_found} if there is nothing at a path, Error{interrupted}, Error{unavailable}
AnalyzeReport analyze_paths(const AnalyzeOptions& options, store::Store* store, const Task& task);

/// The same, again and again: whatever comes or changes below the paths is analysed once it has rested for
/// `rest_s` seconds. Ends when the task is interrupted, without an error.
/// @param seen  is given the report of each round in which something happened, the first one included
void watch_paths(const AnalyzeOptions& options, store::Store* store, const Task& task, double rest_s,
                 const std::function<void(const AnalyzeReport&)>& seen);

shapes::AnalysisReport shape_of(const AnalyzeReport& report);

}  // namespace attune::engine
