#pragma once

#include "library/ids.h"
#include "store/audio_rows.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace attune::store {

/// Files of sound, and what was heard in them.
class Sound {
  public:
    virtual ~Sound() = default;

    /// Adds what was heard in a file, or replaces it.
    virtual void add_analysis(const AnalysisRow& row) = 0;

    virtual std::optional<AnalysisRow> analysis(std::uint64_t content, int version) = 0;

    /// All of one version, in the order of `content` as signed numbers.
    virtual std::vector<AnalysisRow> analyses(int version) = 0;

    /// Those of a version that last so long, both ends included.
    virtual std::vector<AnalysisRow> analyses_lasting(int version, int least_ms, int most_ms) = 0;

    /// Those of a version that belong to no file that the library has seen: somebody else made them.
    virtual std::vector<AnalysisRow> analyses_without_file(int version) = 0;

    /// AnalysisRow::content of all of one version, in no particular order.
    virtual std::vector<std::uint64_t> analysed_contents(int version) = 0;

    /// Adds a file, or replaces what is known of the one at its path.
    virtual void set_audio_file(const AudioFileRow& row) = 0;

    /// Forgets that a file lies there; what was heard in it stays.
    virtual void forget_audio_file(std::string_view path) = 0;

    /// All files, in the order of their paths.
    virtual std::vector<AudioFileRow> audio_files() = 0;

    virtual std::optional<AudioFileRow> audio_file(std::string_view path) = 0;

  protected:
    Sound() = default;
    Sound(const Sound&) = default;
    Sound& operator=(const Sound&) = default;
};

}  // namespace attune::store
