#include "engine/sound/analyze.h"

#include "core/error.h"
#include "engine/sound/hearing.h"
#include "engine/sound/sound_library.h"
#include "features/analysis/analysis.h"
#include "shapes/analysis.h"
#include "shapes/to_json.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <map>
#include <optional>
#include <thread>

namespace attune::engine {
namespace {

using Clock = std::chrono::steady_clock;
using Fate = AnalyzedFile::Fate;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// What came of a file without a library to keep it in; `heard` has the files of the run by their content.
AnalyzedFile shown(const SoundFile& file, const Hearing& hearing,
                   const std::map<std::uint64_t, AnalyzedFile>& heard) {
    AnalyzedFile outcome{file.path,
                         Fate::failed,
                         {},
                         0,
                         features::feature_version,
                         shapes::to_json(shapes::tags_of(hearing.tags)),
                         {},
                         hearing.problem};
    if (hearing.kind == Hearing::Kind::known) {
        const auto& same = heard.at(hearing.content);
        outcome.fate = same.fate == Fate::failed ? Fate::failed : Fate::skipped;
        outcome.duration_ms = same.duration_ms;
        outcome.analysis = same.analysis;
        outcome.problem = same.problem;
    } else if (hearing.kind == Hearing::Kind::heard) {
        outcome.fate = Fate::analyzed;
        outcome.duration_ms = hearing.analysis.duration_ms;
        outcome.analysis = shapes::stored_json(hearing.analysis.details);
    }
    return outcome;
}

class Analysis {
  public:
    Analysis(const AnalyzeOptions& options, store::Store* store, const Task& task)
        : options_(options), task_(task), start_(Clock::now()), cpu_start_(std::clock()) {
        if (store != nullptr) library_.emplace(*store, task);
    }

    AnalyzeReport of(const SoundFiles& found) {
        report_.problems = found.problems;
        std::vector<SoundFile> to_hear;
        for (const auto& file : found.files) {
            auto known = library_ ? library_->unchanged(file) : std::nullopt;
            if (known) {
                add(std::move(*known));
            } else {
                to_hear.push_back(file);
            }
        }
        HearingOptions hearing_options;
        hearing_options.true_peak = options_.true_peak;
        hearing_options.threads = options_.threads;
        const KnownContents nothing;
        // Copies of one content wait until all else is heard: what they are like is known then.
        std::vector<Hearing> copies;
        hear_files(to_hear, library_ ? library_->known() : nothing, hearing_options, task_,
                   [&](const Hearing& hearing) {
                       if (hearing.kind == Hearing::Kind::known) {
                           copies.push_back(hearing);
                       } else {
                           take(to_hear[hearing.file], hearing);
                       }
                   });
        for (const auto& copy : copies) take(to_hear[copy.file], copy);
        std::ranges::sort(report_.files, {}, &AnalyzedFile::path);
        report_.wall_seconds = seconds_since(start_);
        report_.cpu_seconds = static_cast<double>(std::clock() - cpu_start_) / CLOCKS_PER_SEC;
        return std::move(report_);
    }

  private:
    void take(const SoundFile& file, const Hearing& hearing) {
        report_.audio_seconds += hearing.heard_s;
        report_.n_adopted += hearing.kind == Hearing::Kind::adopted;
        auto outcome = library_ ? library_->take(file, hearing) : shown(file, hearing, heard_);
        if (!library_ && hearing.kind != Hearing::Kind::known) heard_.emplace(hearing.content, outcome);
        add(std::move(outcome));
    }

    void add(AnalyzedFile&& file) {
        report_.n_analyzed += file.fate == Fate::analyzed;
        report_.n_skipped += file.fate == Fate::skipped;
        report_.n_failed += file.fate == Fate::failed;
        report_.files.push_back(std::move(file));
    }

    const AnalyzeOptions& options_;
    const Task& task_;
    Clock::time_point start_;
    std::clock_t cpu_start_;
    std::optional<SoundLibrary> library_;
    std::map<std::uint64_t, AnalyzedFile> heard_;
    AnalyzeReport report_;
};

std::string_view to_string(Fate fate) noexcept {
    switch (fate) {
        case Fate::analyzed: return "analyzed";
        case Fate::skipped: return "skipped";
        case Fate::failed: return "failed";
    }
    return "";
}

/// A part of what was heard, if it is there.
template <class Part>
void take_part(const Json& analysis, const char* name, std::optional<Part>& part) {
    if (const auto found = analysis.find(name); found != analysis.end()) part = Part(*found);
}

shapes::AnalyzedFile shape_of(const AnalyzedFile& file) {
    shapes::AnalyzedFile shape;
    shape.path = file.path;
    shape.status = to_string(file.fate);
    if (!file.track_id.empty()) shape.id = file.track_id;
    shape.tags = decltype(shape.tags)(file.tags);
    shape.version = file.version;
    if (file.fate == Fate::failed) {
        shape.problems = {file.problem};
        return shape;
    }
    shape.duration_ms = file.duration_ms;
    take_part(file.analysis, "features", shape.features);
    take_part(file.analysis, "rhythm", shape.rhythm);
    take_part(file.analysis, "tonality", shape.tonality);
    take_part(file.analysis, "loudness", shape.loudness);
    take_part(file.analysis, "descriptors", shape.descriptors);
    for (const auto& problem : file.analysis.value("problems", Json::array()))
        if (problem.is_string()) shape.problems.push_back(problem.get<std::string>());
    return shape;
}

/// Sleeps, and says whether it was interrupted.
bool is_interrupted_within(double seconds, const Task& task) {
    const auto end = Clock::now() + std::chrono::duration<double>(seconds);
    while (Clock::now() < end) {
        try {
            task.check();
        } catch (const Error&) {
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

AnalyzeReport analyze_files(const SoundFiles& found, const AnalyzeOptions& options, store::Store* store,
                            const Task& task) {
    try {
        return Analysis(options, store, task).of(found);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::interrupted || store == nullptr) throw;
        fail(ErrorCode::interrupted,
             "stopped; what was analysed is kept, and the next run goes on from there");
    }
}

}  // namespace

AnalyzeReport analyze_paths(const AnalyzeOptions& options, store::Store* store, const Task& task) {
    require(!options.paths.empty(), "name a file or folder of music to analyze");
    task.report("looking for music", 0, 0);
    return analyze_files(find_sound_files(options.paths), options, store, task);
}

void watch_paths(const AnalyzeOptions& options, store::Store* store, const Task& task, double rest_s,
                 const std::function<void(const AnalyzeReport&)>& seen) {
    require(!options.paths.empty(), "name a file or folder of music to analyze");
    const auto first = find_sound_files(options.paths);
    RestedFiles rested(first.files);
    try {
        seen(analyze_files(first, options, store, task));
        while (!is_interrupted_within(rest_s, task)) {
            auto now = find_sound_files(options.paths);
            const auto files = rested.take(std::move(now.files));
            if (!files.empty()) seen(Analysis(options, store, task).of({files, now.problems}));
        }
    } catch (const Error& error) {
        if (error.code() != ErrorCode::interrupted) throw;
    }
}

shapes::AnalysisReport shape_of(const AnalyzeReport& report) {
    shapes::AnalysisReport shape;
    for (const auto& file : report.files) shape.files.push_back(shape_of(file));
    shape.totals = {report.files.size(), report.n_analyzed,    report.n_adopted,   report.n_skipped,
                    report.n_failed,     report.audio_seconds, report.cpu_seconds, report.wall_seconds};
    shape.problems = report.problems;
    return shape;
}

}  // namespace attune::engine
