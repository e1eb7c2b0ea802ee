#include "engine/track_table.h"

#include "core/error.h"
#include "core/text.h"
#include "sources/csv.h"
#include "sources/feature_columns.h"
#include "sources/streams.h"
#include "sources/values.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace attune::engine {
namespace {

constexpr std::size_t most_names = 40;
constexpr std::size_t rows_between_checks = 4096;

std::string known_columns(const sources::Columns& columns) {
    std::string names;
    for (std::size_t c = 0; c < std::min(columns.size(), most_names); ++c) {
        const auto name = fit(sources::clean_text(columns.as_written(c)), 40);
        if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
    return columns.size() > most_names ? names + ", …" : names;
}

std::size_t find_column(const sources::Columns& columns, std::string_view name,
                        const std::filesystem::path& file) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns.as_written(c) == name) return c;
    }
    const auto normal = sources::normal_name(name);
    const auto found = normal.empty() ? std::nullopt : columns.find({normal});
    if (!found)
        fail(ErrorCode::not_found, "{} has no column '{}'; there are: {}", file.string(), name,
             known_columns(columns));
    return *found;
}

/// A column that is read as text; what it holds is settled when all of it is there.
learning::Column settle(std::string name, learning::Texts texts, bool decimal_comma) {
    learning::Numbers numbers;
    std::size_t n_filled = 0;
    std::size_t n_numbers = 0;
    for (const auto& text : texts) {
        std::string with_point = text;
        if (decimal_comma) std::ranges::replace(with_point, ',', '.');
        const auto number = sources::parse_number(with_point);
        n_filled += text.empty() ? 0U : 1U;
        n_numbers += number ? 1U : 0U;
        numbers.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    if (2 * n_numbers >= n_filled) return {std::move(name), std::move(numbers)};
    return {std::move(name), std::move(texts)};
}

/// Fills the columns of a table row by row.
class TableReader {
  public:
    TableReader(const sources::Columns& columns, const TableColumns& wanted,
                const std::filesystem::path& file)
        : columns_(columns), feature_columns_(columns) {
        label_ = find_column(columns, wanted.label, file);
        if (!wanted.group.empty()) group_ = find_column(columns, wanted.group, file);
        id_ = columns.find({"trackid", "spotifyid", "trackuri", "spotifyuri", "uri", "id"});
        if (id_ == label_ || id_ == group_) id_.reset();
        for (const auto& name : wanted.features) add_feature(find_column(columns, name, file));
        if (!wanted.features.empty()) return;
        for (const auto& [audio, index] : feature_columns_.found()) {
            if (index != label_ && index != group_) add_feature(index);
        }
        if (features_.empty())
            fail(ErrorCode::not_found,
                 "{} has no column of audio features; name features with --features, of: {}", file.string(),
                 known_columns(columns));
    }

    void read(const sources::CsvRow& row) {
        labels_.push_back(sources::clean_text(sources::value_of(row, label_)));
        if (group_) groups_.push_back(sources::clean_text(sources::text_of(row, group_)));
        if (id_) ids_.push_back(sources::clean_text(sources::value_of(row, id_)));
        const auto audio = feature_columns_.read(row);
        for (auto& feature : features_) {
            if (feature.audio)
                feature.numbers.push_back(static_cast<double>(audio[*feature.audio]));
            else
                feature.texts.push_back(sources::clean_text(sources::value_of(row, feature.index)));
        }
    }

    TrackTable finish() {
        TrackTable read;
        read.columns.label = add_texts(read, label_, std::move(labels_));
        if (group_) read.columns.group = add_texts(read, *group_, std::move(groups_));
        if (id_) read.columns.id = add_texts(read, *id_, std::move(ids_));
        for (auto& feature : features_) {
            const auto name = name_of(feature.index);
            read.columns.features.push_back(name);
            const bool is_in_table =
                feature.index == label_ || feature.index == group_ || feature.index == id_;
            if (is_in_table) continue;  // the study refuses it
            if (feature.audio)
                read.table.add({name, std::move(feature.numbers)});
            else
                read.table.add(settle(name, std::move(feature.texts), columns_.separator() != ','));
        }
        return read;
    }

  private:
    struct Feature {
        std::size_t index = 0;
        std::optional<library::AudioFeature> audio;
        learning::Numbers numbers;
        learning::Texts texts;
    };

    void add_feature(std::size_t index) {
        Feature feature{index, std::nullopt, {}, {}};
        for (const auto& [audio, at] : feature_columns_.found()) {
            if (at == index) feature.audio = audio;
        }
        features_.push_back(std::move(feature));
    }

    std::string name_of(std::size_t index) const { return sources::clean_text(columns_.as_written(index)); }

    std::string add_texts(TrackTable& read, std::size_t index, learning::Texts texts) const {
        // The artist may be the label and the group at once.
        const auto name = name_of(index);
        const auto& there = read.table.columns();
        if (std::ranges::find(there, name, &learning::Column::name) == there.end())
            read.table.add({name, std::move(texts)});
        return name;
    }

    const sources::Columns& columns_;
    sources::FeatureColumns feature_columns_;
    std::size_t label_ = 0;
    std::optional<std::size_t> group_;
    std::optional<std::size_t> id_;
    std::vector<Feature> features_;
    learning::Texts labels_;
    learning::Texts groups_;
    learning::Texts ids_;
};

/// Whether the row can be read by the columns of its table.
bool is_readable(const sources::CsvRow& row, std::size_t n_columns) {
    if (row.is_broken || (row.fields.size() < n_columns && !row.has_line_end)) return false;
    for (std::size_t c = n_columns; c < row.fields.size(); ++c) {
        if (!trim(row.fields[c]).empty()) return false;
    }
    return true;
}

}  // namespace

TrackTable read_track_table(const std::filesystem::path& file, const TableColumns& wanted, const Task& task) {
    require(!std::filesystem::is_directory(file), "{} is a folder; name a table", file.string());
    sources::FileStream bytes(file);
    sources::TextStream text(bytes, file.filename().string());
    const auto columns = sources::Columns::of(text.head());
    if (columns.size() == 0 || text.head().bytes.find('\0') != std::string_view::npos)
        fail(ErrorCode::corrupt_data, "{} is no table: its first row must name the columns", file.string());
    TableReader reader(columns, wanted, file);
    sources::CsvReader csv(text, columns.separator());
    sources::CsvRow row;
    csv.next(row);
    csv.expect_fields(columns.size());
    std::size_t n_rows = 0;
    std::size_t n_unreadable = 0;
    while (csv.next(row)) {
        if (n_rows++ % rows_between_checks == 0) task.report("reading the table", n_rows, 0);
        if (is_readable(row, columns.size()))
            reader.read(row);
        else
            ++n_unreadable;
    }
    auto read = reader.finish();
    read.n_unreadable = n_unreadable;
    return read;
}

}  // namespace attune::engine
