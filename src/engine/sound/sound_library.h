#pragma once

#include "engine/sound/analyze.h"
#include "engine/sound/hearing.h"

#include <optional>
#include <set>
#include <unordered_map>

namespace attune::engine {

/// The files of sound that a library knows, and how a new one gets in.
class SoundLibrary {
  public:
    SoundLibrary(store::Store& store, const Task& task);

    const KnownContents& known() const noexcept { return known_; }

    /// What the library has of a file that has not changed since; nothing if it has to be looked at.
    std::optional<AnalyzedFile> unchanged(const SoundFile& file);

    /// Keeps what came of a file, as one transaction, and says it. Waits while another program is writing. A failure that
    /// may pass (no right to read, a disk that is away, no memory) is said and not kept: the next run tries again.
    AnalyzedFile take(const SoundFile& file, const Hearing& hearing);

  private:
    library::TrackDescription same_recording(const Hearing& hearing, const store::AnalysisRow& analysis);
    library::TrackId keep_track(const Hearing& hearing, const store::AnalysisRow& analysis);
    bool fails_again(const Hearing& hearing) const;
    void forget_places_left(const SoundFile& file, std::uint64_t content);
    void set_file(store::AudioFileRow row);

    store::Store& store_;
    const Task& task_;
    KnownContents known_;
    std::unordered_map<std::string, store::AudioFileRow> files_;  // by path
    std::unordered_multimap<std::uint64_t, std::string> paths_;   // by content
    std::set<std::uint64_t> unreadable_;                          // contents that failed in this run
};

}  // namespace attune::engine
