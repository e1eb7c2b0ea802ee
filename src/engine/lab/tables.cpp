#include "engine/lab/tables.h"

#include "core/csv_field.h"
#include "core/error.h"
#include "core/text.h"
#include "core/time.h"
#include "engine/genres/genre_tree.h"
#include "files/file.h"
#include "library/audio_features.h"
#include "library/track_number.h"
#include "sources/csv.h"
#include "sources/feature_columns.h"
#include "sources/streams.h"
#include "sources/track_columns.h"
#include "sources/values.h"
#include "tables/seen_column.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>
#include <system_error>

namespace attune::engine {
namespace {

constexpr std::size_t rows_between_reports = 4096;
/// A class of which there are hardly any tracks cannot be learnt.
constexpr std::size_t least_rows_of_class = 5;

/// One column with its name.
struct NamedColumn {
    std::string name;
    tables::SeenColumn seen;

    bool is_number() const { return seen.kind() == tables::ColumnKind::number; }
};

/// The names of columns, the likeliest first: by rank, then as they stand.
std::vector<std::string> ranked(std::vector<std::pair<std::size_t, std::string>> names) {
    std::ranges::stable_sort(names, std::less(), &std::pair<std::size_t, std::string>::first);
    std::vector<std::string> list;
    for (auto& [rank, name] : names) list.push_back(std::move(name));
    return list;
}

/// What the columns could be to a study.
class Offers {
  public:
    Offers(const sources::Columns& columns, const std::vector<NamedColumn>& seen, std::size_t n_rows)
        : columns_(columns), seen_(seen), n_rows_(n_rows) {
        for (const auto& [audio, index] : sources::FeatureColumns(columns).found()) sounds_.insert(index);
    }

    std::vector<std::string> labels() const {
        std::vector<std::pair<std::size_t, std::string>> names;
        for (std::size_t c = 0; c < seen_.size(); ++c) {
            const auto n = seen_[c].seen.n_distinct();
            const bool is_told =
                n >= 2 && n < tables::SeenColumn::most_distinct && n * least_rows_of_class <= n_rows_;
            // A column of few numbers may be classes (0 and 1), one of a scale never.
            const bool is_scale = seen_[c].is_number() && n > 20;
            if (!is_told || is_scale || sounds_.contains(c)) continue;
            const auto name = columns_.name(c);
            const bool is_genre = name.find("genre") != std::string_view::npos || name == "branch";
            names.emplace_back(is_genre               ? 0
                               : seen_[c].is_number() ? 2 * tables::SeenColumn::most_distinct + n
                                                      : n,
                               seen_[c].name);
        }
        return ranked(std::move(names));
    }

    std::vector<std::string> targets() const {
        std::vector<std::pair<std::size_t, std::string>> names;
        for (std::size_t c = 0; c < seen_.size(); ++c) {
            if (!seen_[c].is_number() || seen_[c].seen.n_distinct() < 3) continue;
            const bool is_popularity = columns_.name(c).find("popularity") != std::string_view::npos;
            names.emplace_back(is_popularity ? 0 : sounds_.contains(c) ? 2 : 1, seen_[c].name);
        }
        return ranked(std::move(names));
    }

    std::vector<std::string> groups() const {
        const sources::TrackColumns tracks(columns_);
        std::vector<std::pair<std::size_t, std::string>> names;
        for (std::size_t c = 0; c < seen_.size(); ++c) {
            const bool is_name = c == tracks.artist || c == tracks.album;
            if (!is_name && (seen_[c].is_number() || seen_[c].seen.n_distinct() < 10)) continue;
            if (c == tracks.title || c == tracks.spotify_id) continue;
            names.emplace_back(c == tracks.artist ? 0 : c == tracks.album ? 1 : 2, seen_[c].name);
        }
        return ranked(std::move(names));
    }

  private:
    const sources::Columns& columns_;
    const std::vector<NamedColumn>& seen_;
    std::size_t n_rows_;
    std::set<std::size_t> sounds_;
};

template <class T>
std::string number_or_nothing(const std::optional<T>& value) {
    return value ? fmt::format("{}", *value) : std::string();
}

/// The branch of each genre; empty where the library knows none.
std::vector<std::string> branches_of(Snapshot& snapshot) {
    if (snapshot.collection().genres.empty()) return {};
    const auto tree = learn_genres(snapshot);
    std::vector<std::string> names;
    for (const auto branch : branches_of_genres(*tree, snapshot.collection()))
        names.push_back(branch < 0 ? std::string()
                                   : tree->taxonomy.branches()[static_cast<std::size_t>(branch)].name);
    return names;
}

std::vector<std::size_t> plays_of(Snapshot& snapshot) {
    std::vector<std::size_t> plays(snapshot.collection().tracks.size(), 0);
    if (const auto person = snapshot.store().find_person(snapshot.workspace().person)) {
        const auto known = snapshot.history(*person);
        for (const auto& play : known->history.plays) ++plays[play.track];
    }
    return plays;
}

std::string header_of_library() {
    std::string header = "track_id,artist,title,album,year,explicit,popularity";
    for (const auto& feature : library::audio_feature_names) header += "," + std::string(feature.name);
    return header + ",genre,branch,plays\n";
}

}  // namespace

shapes::TableContents describe_table(const std::filesystem::path& file, const Task& task) {
    sources::FileStream bytes(file);
    sources::TextStream text(bytes, file.filename().string());
    const auto columns = sources::Columns::of(text.head());
    if (columns.size() == 0 || !columns.has_header() ||
        text.head().bytes.find('\0') != std::string_view::npos)
        fail(ErrorCode::corrupt_data, "{} is no table: its first row must name the columns",
             file.filename().string());
    std::vector<NamedColumn> seen;
    for (std::size_t c = 0; c < columns.size(); ++c)
        seen.push_back({sources::clean_text(columns.as_written(c)),
                        tables::SeenColumn(tables::has_decimal_comma(columns))});
    sources::CsvReader csv(text, columns.separator());
    sources::CsvRow row;
    sources::skip_to_values(csv, columns);
    csv.expect_fields(columns.size());
    std::size_t n_rows = 0;
    while (csv.next(row)) {
        // What the study will not read says nothing of its columns.
        if (!tables::is_readable(row, columns.size())) continue;
        if (n_rows++ % rows_between_reports == 0) task.report("looking at the table", n_rows, 0);
        for (std::size_t c = 0; c < seen.size(); ++c) seen[c].seen.look(sources::value_of(row, c));
    }
    const Offers offers(columns, seen, n_rows);
    shapes::TableContents contents{n_rows, {}, offers.labels(), offers.targets(), offers.groups()};
    for (const auto& column : seen) {
        contents.columns.push_back({column.name, std::string(tables::to_string(column.seen.kind())),
                                    column.seen.n_known(), column.seen.n_distinct(), column.seen.example()});
    }
    return contents;
}

std::size_t write_library_table(Workspace& workspace, const std::filesystem::path& file) {
    Snapshot snapshot(workspace);
    const auto& collection = snapshot.collection();
    const auto branches = branches_of(snapshot);
    const auto plays = plays_of(snapshot);
    std::string table = header_of_library();
    std::size_t n_tracks = 0;
    for (std::size_t t = 0; t < collection.tracks.size(); ++t) {
        const auto features = collection.features.row(t);
        if (std::ranges::all_of(features, [](float x) { return is_missing(x); })) continue;
        ++n_tracks;
        const auto& track = collection.tracks[t];
        const auto explicit_word = track.is_explicit ? (*track.is_explicit ? "true" : "false") : "";
        table += fmt::format("{},{},{},{},{},{},{}", library::track_number(track.id),
                             csv_field(track.artist_name), csv_field(track.track_name),
                             csv_field(track.release_name), number_or_nothing(track.release_year),
                             explicit_word, number_or_nothing(track.popularity));
        for (const float x : features) table += is_missing(x) ? std::string(",") : fmt::format(",{}", x);
        const auto& genres = collection.artists[track.artist].genres;
        const auto& named = genres.empty() ? track.tags : genres;
        table += named.empty() ? std::string(",,")
                               : fmt::format(",{},{}", csv_field(collection.genres[named.front()]),
                                             csv_field(branches[named.front()]));
        table += fmt::format(",{}\n", plays[t]);
    }
    if (n_tracks == 0) {
        fail(ErrorCode::not_found,
             "no catalogue says how any track of the library sounds; import one that does");
    }
    files::write_file(file, table);
    return n_tracks;
}

LibraryTable::LibraryTable(Workspace& workspace) {
    auto pattern = (std::filesystem::temp_directory_path() / "attune-table-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        fail(ErrorCode::unavailable, "cannot make a folder in {}",
             std::filesystem::temp_directory_path().string());
    folder_ = pattern;
    try {
        write_library_table(workspace, file());
    } catch (...) {
        remove();
        throw;
    }
}

LibraryTable::~LibraryTable() { remove(); }

void LibraryTable::remove() const {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

}  // namespace attune::engine
