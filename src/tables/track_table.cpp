#include "tables/track_table.h"

#include "core/error.h"
#include "core/text.h"
#include "core/time.h"
#include "sources/feature_columns.h"
#include "sources/streams.h"
#include "sources/values.h"
#include "tables/seen_column.h"
#include "tables/table_roles.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace attune::tables {
namespace {

constexpr std::size_t rows_between_checks = 4096;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// How the values of a column are kept.
enum class Kind { text, label, name, list, number, year, flag, audio, any };

/// "['rock', 'pop']", "rock;pop", "rock|pop" and "rock" as genres.
std::vector<std::string> genres_of(std::string_view text) {
    if (text.starts_with('[')) return sources::parse_list(text);
    std::vector<std::string> genres;
    for (const auto part : split(text, text.find('|') != std::string_view::npos ? "|" : ";"))
        genres.push_back(sources::clean_text(part));
    return genres;
}

/// A column that is read as text; what it holds is settled when all of it is there: numbers, yes and no (1 and
/// 0), dates (their years), or texts.
learning::Column settle(std::string name, learning::Texts texts, bool decimal_comma) {
    learning::Numbers numbers;
    learning::Numbers flags;
    learning::Numbers years;
    SeenColumn seen(decimal_comma);
    for (const auto& text : texts) {
        seen.look(text);
        const auto flag = sources::parse_flag(text);
        const auto year = parse_year(text);
        numbers.push_back(number_of(text, decimal_comma).value_or(unknown));
        flags.push_back(flag ? (*flag ? 1 : 0) : unknown);
        years.push_back(year ? *year : unknown);
    }
    switch (seen.kind()) {
        case ColumnKind::empty:
        case ColumnKind::number: return {std::move(name), std::move(numbers)};
        case ColumnKind::flag: return {std::move(name), std::move(flags)};
        case ColumnKind::date: return {std::move(name), std::move(years)};
        case ColumnKind::list:
        case ColumnKind::id:
        case ColumnKind::text: break;
    }
    return {std::move(name), std::move(texts)};
}

/// One column of the file on its way into the table.
class ColumnReader {
  public:
    ColumnReader(std::string name, std::size_t index, Kind kind, std::optional<library::AudioFeature> audio)
        : name_(std::move(name)), index_(index), kind_(kind), audio_(audio) {}

    void read(const sources::CsvRow& row, const library::AudioFeatures& audio, bool decimal_comma) {
        const auto value = sources::value_of(row, index_);
        switch (kind_) {
            case Kind::audio: return numbers_.push_back(static_cast<double>(audio[*audio_]));
            case Kind::number: return numbers_.push_back(number_of(value, decimal_comma).value_or(unknown));
            case Kind::year: {
                const auto year = parse_year(value);
                return numbers_.push_back(year ? *year : unknown);
            }
            case Kind::flag: {
                const auto flag = sources::parse_flag(value);
                return numbers_.push_back(flag ? (*flag ? 1 : 0) : unknown);
            }
            case Kind::list: return lists_.push_back(genres_of(value));
            case Kind::label: {
                const auto list = value.starts_with('[') ? genres_of(value) : std::vector<std::string>();
                return texts_.push_back(list.empty() ? sources::clean_text(value) : list.front());
            }
            // There are songs and artists called "None".
            case Kind::name: return texts_.push_back(sources::clean_text(sources::text_of(row, index_)));
            case Kind::text:
            case Kind::any: return texts_.push_back(sources::clean_text(value));
        }
    }

    learning::Column finish(bool decimal_comma) {
        switch (kind_) {
            case Kind::list: return {name_, std::move(lists_)};
            case Kind::text:
            case Kind::label:
            case Kind::name: return {name_, std::move(texts_)};
            case Kind::any: return settle(name_, std::move(texts_), decimal_comma);
            default: return {name_, std::move(numbers_)};
        }
    }

    const std::string& name() const noexcept { return name_; }
    std::size_t index() const noexcept { return index_; }

  private:
    std::string name_;
    std::size_t index_;
    Kind kind_;
    std::optional<library::AudioFeature> audio_;
    learning::Numbers numbers_;
    learning::Texts texts_;
    learning::TextLists lists_;
};

/// Fills the columns of a table row by row.
class TableReader {
  public:
    TableReader(const sources::Columns& columns, const TableRoles& roles, const TableColumns& wanted)
        : columns_(columns),
          roles_(roles),
          feature_columns_(columns),
          unused_(columns.size(), SeenColumn(has_decimal_comma(columns))) {
        auto& to = read_.columns;
        to.label = add(roles.label, Kind::label, "label");
        to.target = add(roles.target, Kind::number, "target");
        to.group = add(roles.group, Kind::name, "group");
        to.id = add(roles.id, Kind::text, "id");
        to.genre = add(roles.genre, Kind::list, "genre");
        to.year = add(roles.year, Kind::year, "year");
        for (std::size_t f = 0; f < roles.features.size(); ++f) {
            const bool is_list = f < wanted.features.size() &&
                                 std::ranges::find(wanted.lists, wanted.features[f]) != wanted.lists.end();
            add_feature(roles.features[f], is_list);
        }
        to.title = add(roles.title, Kind::name, "names");
        to.artist = add(roles.artist, Kind::name, "names");
    }

    void read(const sources::CsvRow& row) {
        const auto audio = feature_columns_.read(row);
        for (auto& reader : readers_) reader.read(row, audio, decimal_comma());
        for (std::size_t c = 0; c < unused_.size(); ++c) {
            if (!uses_.contains(c)) unused_[c].look(sources::value_of(row, c));
        }
    }

    TrackTable finish() {
        for (auto& reader : readers_) read_.table.add(reader.finish(decimal_comma()));
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const auto use = uses_.find(c);
            read_.uses.push_back(use != uses_.end()
                                     ? lab::ColumnUse{name_of(c), use->second, {}}
                                     : lab::ColumnUse{name_of(c), "not used", reason_not_used(unused_[c])});
        }
        return std::move(read_);
    }

  private:
    bool decimal_comma() const noexcept { return has_decimal_comma(columns_); }
    std::string name_of(std::size_t index) const { return sources::clean_text(columns_.as_written(index)); }

    /// @return its name in the table. The artist may be the label, the group and a name at once: it is read
    /// once, and is what it was first.
    std::string add(std::optional<std::size_t> index, Kind kind, const std::string& use) {
        if (!index) return {};
        if (uses_.try_emplace(*index, use).second) {
            readers_.emplace_back(name_of(*index), *index, kind, audio_feature_of(columns_, *index));
        }
        return name_of(*index);
    }

    void add_feature(std::size_t index, bool is_list) {
        const auto audio = audio_feature_of(columns_, index);
        const bool is_flag = index == roles_.is_explicit;
        read_.columns.features.push_back(add(index,
                                             is_list   ? Kind::list
                                             : audio   ? Kind::audio
                                             : is_flag ? Kind::flag
                                                       : Kind::any,
                                             "feature"));
        if (audio) read_.columns.sounds.emplace(name_of(index), *audio);
        // A genre and a year are features of a study of numbers beside what else they are.
        const bool is_fact = index == roles_.genre || index == roles_.year;
        if (is_fact) uses_[index] = "feature";
    }

    const sources::Columns& columns_;
    const TableRoles& roles_;
    sources::FeatureColumns feature_columns_;
    std::vector<SeenColumn> unused_;  ///< of all columns; those that are used are not looked at
    std::map<std::size_t, std::string> uses_;
    std::vector<ColumnReader> readers_;
    TrackTable read_;
};

}  // namespace

TrackTable read_track_table(const std::filesystem::path& file, const TableColumns& wanted, const Task& task) {
    require(!std::filesystem::is_directory(file), "{} is a folder; name a table", file.string());
    sources::FileStream bytes(file);
    sources::TextStream text(bytes, file.filename().string());
    const auto columns = sources::Columns::of(text.head());
    if (columns.size() == 0 || !columns.has_header() ||
        text.head().bytes.find('\0') != std::string_view::npos)
        fail(ErrorCode::corrupt_data, "{} is no table: its first row must name the columns", file.string());
    const auto roles = find_roles(columns, wanted, file);
    TableReader reader(columns, roles, wanted);
    sources::CsvReader csv(text, columns.separator());
    sources::CsvRow row;
    sources::skip_to_values(csv, columns);
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

}  // namespace attune::tables
