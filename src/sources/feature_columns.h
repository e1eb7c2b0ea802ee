#pragma once

#include "library/audio_features.h"
#include "sources/csv.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace attune::sources {

/// The columns of a table that hold audio features, and what was wrong with their values so far.
class FeatureColumns {
  public:
    explicit FeatureColumns(const Columns& columns);

    /// How many of the twelve features of the sound (all but the duration) the table has.
    std::size_t n_sound_features() const noexcept;

    /// The features that the table has, each with the index of its column.
    std::vector<std::pair<library::AudioFeature, std::size_t>> found() const;

    /// The features of a row. A value that is no number, or not of its feature, is missing, and so is one
    /// that stands for "not known": tempo 0, key -1, time signature 0, duration 0.
    library::AudioFeatures read(const CsvRow& row);

    /// Tells of each column whose values were partly left out.
    void report(RecordSink& sink) const;

  private:
    struct Column {
        library::AudioFeature feature{};
        std::size_t index = 0;
        float scale = 1;
        std::string_view name;
        std::uint64_t n_refused = 0;
        Place first_refused;
    };

    float value(std::string_view text, const Column& column, bool& is_refused) const;

    std::vector<Column> columns_;
    bool decimal_comma_;
};

}  // namespace attune::sources
