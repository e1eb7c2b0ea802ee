#pragma once

#include "library/audio_features.h"
#include "sources/csv.h"
#include "sources/measures.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attune::sources {

/// The columns of a table that hold audio features, on whatever scale and in whatever notation, and what was wrong with
/// their values so far. A scale belongs to a column: all of its values are read on it, or the column is left out.
class FeatureColumns {
  public:
    explicit FeatureColumns(const Columns& columns);

    /// How many of the twelve features of the sound (all but the duration) the table has.
    std::size_t n_sound_features() const noexcept;

    /// The features that the table has, each with the index of its column; without those that are left out.
    std::vector<std::pair<library::AudioFeature, std::size_t>> found() const;

    /// Of each column of a feature what it is read as ("energy, from 0 to 100"), or why it is left out.
    std::vector<std::pair<std::size_t, std::string>> meanings() const;

    /// The features of a row. A value that is no number, or not of its feature, is missing, and so is one
    /// that stands for "not known": tempo 0, key -1, time signature 0, duration 0, and all zeros of a row that was never
    /// analysed. A key that is written with its mode tells the mode where no column does.
    library::AudioFeatures read(const CsvRow& row);

    /// Tells of each column that is left out, or whose values were partly left out.
    void report(RecordSink& sink) const;

  private:
    struct Column {
        library::AudioFeature feature{};
        std::size_t index = 0;
        std::string written = {};
        NumberStyle style = {};
        LengthColumn length = {};
        float scale = 1;
        std::string left_out = {};  ///< why; empty for a column that is read
        std::uint64_t n_refused = 0;
        Place first_refused = {};
    };

    void settle_scales(const Columns& columns);
    void settle_keys(const Columns& columns);
    void leave_out_other_scales(const Columns& columns);
    std::vector<double> numbers_of(const Columns& columns, const Column& column) const;
    static float value(std::string_view text, const Column& column, library::AudioFeatures& features);

    std::vector<Column> columns_;
};

}  // namespace attune::sources
