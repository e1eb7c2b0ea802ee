#include "engine/sound/hearing.h"

#include "audio/decode_file.h"
#include "core/json.h"
#include "core/json_text.h"
#include "features/result/analyzer.h"
#include "shapes/analysis.h"
#include "shapes/to_json.h"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <memory>
#include <optional>
#include <thread>

namespace attune::engine {
namespace {

// Two encodings of one recording may differ by the silence that encoders add.
constexpr int same_length_ms = 1500;
// What somebody else heard is taken over only where the recording is the same beyond doubt.
constexpr double same_beyond_doubt = 0.1;

/// Hears one file after another, knowing what others have heard.
class Ear {
  public:
    Ear(const HearingOptions& options, const KnownContents& known, const Task& task)
        : options_(options), known_(known), task_(task) {}

    void hear(const std::filesystem::path& path, Hearing& hearing) {
        if (!known_.by_others.empty() && adopt(path, hearing)) return;
        std::optional<features::Analyzer> analyzer;
        std::optional<audio::Fingerprinter> fingerprinter;
        audio::AudioFormat format;
        const audio::Listener listener{[&](const audio::AudioFormat& found) {
                                           format = found;
                                           features::AnalyzerOptions analyzer_options;
                                           analyzer_options.true_peak = options_.true_peak;
                                           analyzer.emplace(found.sample_rate, found.n_channels,
                                                            analyzer_options);
                                           fingerprinter.emplace(found.sample_rate, found.n_channels);
                                       },
                                       [&](std::span<const float> block) {
                                           analyzer->push(block);
                                           if (!fingerprinter->has_enough()) fingerprinter->push(block);
                                       }};
        const auto heard = audio::decode_file(path, listener, {}, task_);
        if (!heard) throw heard.error();
        auto analysis = analyzer->finish();
        analysis.problems.insert(analysis.problems.begin(), heard->problems.begin(), heard->problems.end());
        const int duration_ms = static_cast<int>(std::lround(1000 * heard->duration_s()));
        analysis.features[library::AudioFeature::duration_ms] = static_cast<float>(duration_ms);
        hearing.kind = Hearing::Kind::heard;
        hearing.heard_s = heard->duration_s();
        hearing.analysis = {hearing.content,
                            analysis.version,
                            duration_ms,
                            fingerprinter->finish(),
                            json_text(shapes::to_json(shapes::heard_of(analysis))),
                            analysis.embedding};
        name(path, format.metadata, hearing);
    }

    /// What the tags of a file say, without listening to it.
    static void name(const std::filesystem::path& path, const std::map<std::string, std::string>& metadata,
                     Hearing& hearing) {
        hearing.tags = audio::read_tags(path, metadata);
        hearing.track = audio::describe_track(hearing.tags, path, hearing.analysis.duration_ms);
    }

  private:
    /// Listens for two minutes whether somebody else has analysed this recording.
    bool adopt(const std::filesystem::path& path, Hearing& hearing) {
        auto decoder = audio::open_decoder(path);
        if (!decoder || !(*decoder)->format().stated_duration_s) return false;
        const auto& format = (*decoder)->format();
        const double stated_ms = 1000 * *format.stated_duration_s;
        if (stated_ms > 1e9) return false;
        const auto least =
            std::ranges::lower_bound(known_.by_others, static_cast<int>(stated_ms) - same_length_ms, {},
                                     &store::AnalysisRow::duration_ms);
        if (least == known_.by_others.end() || least->duration_ms > stated_ms + same_length_ms) return false;
        audio::Fingerprinter fingerprinter(format.sample_rate, format.n_channels);
        for (auto block = (*decoder)->read(); !block.empty() && !fingerprinter.has_enough();
             block = (*decoder)->read()) {
            task_.check();
            fingerprinter.push(block);
        }
        const auto fingerprint = fingerprinter.finish();
        for (auto row = least;
             row != known_.by_others.end() && row->duration_ms <= stated_ms + same_length_ms; ++row) {
            if (audio::difference(fingerprint, row->fingerprint) > same_beyond_doubt) continue;
            hearing.kind = Hearing::Kind::adopted;
            hearing.analysis = *row;
            hearing.analysis.content = hearing.content;
            name(path, format.metadata, hearing);
            return true;
        }
        return false;
    }

    const HearingOptions& options_;
    const KnownContents& known_;
    const Task& task_;
};

/// Threads that listen, and the outcomes that wait to be taken.
class Pool {
  public:
    Pool(const std::vector<SoundFile>& files, const KnownContents& known, const HearingOptions& options)
        : files_(files), known_(known), options_(options) {
        const auto n = std::max<std::size_t>(1, std::min(options.threads, files.size()));
        running_ = n;
        for (std::size_t t = 0; t < n; ++t)
            threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;
    ~Pool() {
        for (auto& thread : threads_) thread.request_stop();
    }

    /// The next outcome; nothing if none came for a while, or none is left: see is_done().
    std::optional<Hearing> next() {
        std::unique_lock lock(mutex_);
        came_.wait_for(lock, std::chrono::milliseconds(100),
                       [&] { return !outcomes_.empty() || running_ == 0; });
        if (outcomes_.empty()) return std::nullopt;
        auto outcome = std::move(outcomes_.front());
        outcomes_.pop_front();
        return outcome;
    }

    bool is_done() {
        const std::scoped_lock lock(mutex_);
        return running_ == 0 && outcomes_.empty();
    }

  private:
    void work(const std::stop_token& stop) {
        const Task task(nullptr, stop);
        Ear ear(options_, known_, task);
        while (!stop.stop_requested()) {
            const auto file = take_number();
            if (!file) break;
            Hearing hearing;
            hearing.file = *file;
            try {
                listen(ear, hearing);
            } catch (const Error& error) {
                if (error.code() == ErrorCode::interrupted) break;
                hearing.problem = error.what();
                hearing.is_of_content = error.code() == ErrorCode::corrupt_data;
            } catch (const std::exception& error) {
                hearing.problem = error.what();  // out of memory, perhaps: the next file may be smaller
            }
            put(std::move(hearing));
        }
        const std::scoped_lock lock(mutex_);
        --running_;
        came_.notify_one();
    }

    void listen(Ear& ear, Hearing& hearing) {
        const std::filesystem::path path = files_[hearing.file].path;
        hearing.content = content_of(path);
        if (!claim(hearing.content)) {
            hearing.kind = Hearing::Kind::known;
            const auto decoder = audio::open_decoder(path);
            Ear::name(path, decoder ? (*decoder)->format().metadata : std::map<std::string, std::string>(),
                      hearing);
            return;
        }
        ear.hear(path, hearing);
    }

    std::optional<std::size_t> take_number() {
        const std::scoped_lock lock(mutex_);
        return next_ < files_.size() ? std::optional(next_++) : std::nullopt;
    }

    /// False if the content was analysed before, or another thread has taken it.
    bool claim(std::uint64_t content) {
        if (known_.contents.contains(content)) return false;
        const std::scoped_lock lock(mutex_);
        return claimed_.insert(content).second;
    }

    void put(Hearing&& hearing) {
        const std::scoped_lock lock(mutex_);
        outcomes_.push_back(std::move(hearing));
        came_.notify_one();
    }

    const std::vector<SoundFile>& files_;
    const KnownContents& known_;
    const HearingOptions& options_;
    std::mutex mutex_;
    std::condition_variable came_;
    std::deque<Hearing> outcomes_;
    std::set<std::uint64_t> claimed_;
    std::size_t next_ = 0;
    std::size_t running_ = 0;
    std::vector<std::jthread> threads_;  // last: they end before the rest goes
};

}  // namespace

void hear_files(const std::vector<SoundFile>& files, const KnownContents& known,
                const HearingOptions& options, const Task& task,
                const std::function<void(const Hearing&)>& take) {
    if (files.empty()) return;
    std::size_t total = 0;
    for (const auto& file : files) total += static_cast<std::size_t>(file.n_bytes);
    std::size_t done = 0;
    task.report("listening", 0, total);
    Pool pool(files, known, options);
    while (!pool.is_done()) {
        if (const auto hearing = pool.next()) {
            take(*hearing);
            done += static_cast<std::size_t>(files[hearing->file].n_bytes);
        }
        task.report("listening", done, total);
    }
}

}  // namespace attune::engine
