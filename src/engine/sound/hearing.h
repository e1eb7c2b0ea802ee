#pragma once

#include "audio/fingerprint.h"
#include "audio/tags.h"
#include "core/task.h"
#include "engine/sound/sound_files.h"
#include "store/audio_rows.h"

#include <cstddef>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace attune::engine {

struct HearingOptions {
    bool true_peak = false;
    std::size_t threads = 1;
};

/// What is known of the content of files before anybody listens.
struct KnownContents {
    std::set<std::uint64_t> contents;           ///< that were analysed
    std::vector<store::AnalysisRow> by_others;  ///< analyses that belong to no file yet, by duration
};

/// What came of one file.
struct Hearing {
    enum class Kind {
        heard,    ///< it was analysed just now
        adopted,  ///< it is a recording that somebody else has analysed
        known,    ///< its content was analysed before, or is that of another file of this run
        failed,
    };

    std::size_t file = 0;  ///< its place among the files of the run
    Kind kind = Kind::failed;
    std::string problem;         ///< why it failed
    bool is_of_content = false;  ///< if it failed: by what the file holds, so that it will fail again
    std::uint64_t content = 0;
    audio::Tags tags;
    library::TrackDescription track;
    store::AnalysisRow analysis;  ///< if heard or adopted
    double heard_s = 0;           ///< seconds of sound that were analysed
};

/// Listens to all files on some threads and hands each outcome to `take`, on the thread that called, as it
/// comes. No content is listened to twice. When `take` throws or the task is interrupted, the files under way
/// are dropped.
void hear_files(const std::vector<SoundFile>& files, const KnownContents& known,
                const HearingOptions& options, const Task& task,
                const std::function<void(const Hearing&)>& take);

}  // namespace attune::engine
