#include "sources/catalogue_csv.h"

#include "core/text.h"
#include "sources/feature_columns.h"
#include "sources/table_look.h"
#include "sources/track_columns.h"
#include "sources/values.h"

#include <algorithm>
#include <array>

namespace attune::sources {
namespace {

/// A table with fewer is about something else ("tempo" and "key" alone are in any list of DJ tools).
constexpr std::size_t least_features = 3;

constexpr std::string_view key_separator = "___";  // between title and artist in keys of one known program

/// Columns whose words are tags.
class TagColumns {
  public:
    explicit TagColumns(const Columns& columns) {
        constexpr std::array<std::string_view, 8> words{
            "genre",      "topgenre", "trackgenre", "playlistgenre", "playlistsubgenre",
            "firstgenre", "subgenre", "mood"};
        constexpr std::array<std::string_view, 4> lists{"labels", "genres", "artistgenres", "tags"};
        for (const auto name : lists) add(columns.find({name}), lists_);
        for (const auto name : words) add(columns.find({name}), single_);
        // The "hit or flop" tables by decade; elsewhere a target is somebody's own outcome.
        if (columns.has({"chorushit"}) && columns.has({"sections"})) hit_ = columns.find({"target"});
    }

    std::vector<std::string> read(const CsvRow& row) const {
        std::vector<std::string> tags;
        for (const auto column : lists_) {
            for (auto& tag : split_tags(value_of(row, column))) tags.push_back(std::move(tag));
        }
        for (const auto column : single_) tags.push_back(clean_text(value_of(row, column)));
        if (const auto target = parse_whole(value_of(row, hit_)))
            tags.emplace_back(*target != 0 ? "hit" : "flop");
        std::erase(tags, "");
        return distinct(std::move(tags));
    }

    /// A Python or JSON list, or words with "|", ";" or "," between.
    static std::vector<std::string> split_tags(std::string_view text) {
        if (text.starts_with('[')) return parse_list(text);
        std::vector<std::string> tags;
        for (const std::string_view separator : {"|", ";", ","}) {
            if (text.find(separator) == std::string_view::npos && separator != ",") continue;
            for (const auto tag : split(text, separator)) tags.push_back(clean_text(tag));
            break;
        }
        return tags;
    }

  private:
    /// A column may go by several names.
    void add(std::optional<std::size_t> column, std::vector<std::size_t>& to) const {
        const auto has = [&](const std::vector<std::size_t>& taken) {
            return column && std::ranges::find(taken, *column) != taken.end();
        };
        if (column && !has(single_) && !has(lists_)) to.push_back(*column);
    }

    static std::vector<std::string> distinct(std::vector<std::string> tags) {
        std::vector<std::string> kept;
        for (auto& tag : tags) {
            if (std::ranges::find(kept, tag) == kept.end()) kept.push_back(std::move(tag));
        }
        return kept;
    }

    std::vector<std::size_t> single_;
    std::vector<std::size_t> lists_;
    std::optional<std::size_t> hit_;
};

class CatalogueRows {
  public:
    CatalogueRows(const Columns& columns, RecordSink& sink)
        : track_(columns),
          features_(columns),
          tags_(columns),
          popularity_(columns.find({"popularity", "trackpopularity", "pop"})),
          explicit_(columns.find({"explicit", "isexplicit"})),
          year_(columns.find(
              {"releasedate", "trackalbumreleasedate", "albumreleasedate", "year", "releaseyear"})),
          sink_(&sink) {
        if (!track_.title) key_ = columns.find({""});
    }

    void row(const CsvRow& row) {
        library::CatalogueTrack entry;
        entry.track = track_.track(row);
        set_names_from_key(row, entry.track);
        entry.features = features_.read(row);
        const float duration = entry.features[library::AudioFeature::duration_ms];
        if (!is_missing(duration)) entry.track.duration_ms = static_cast<int>(duration);
        if (entry.track.track_name.empty() && entry.track.spotify_id.empty()) {
            sink_->dropped(DropReason::no_track, row.place, digest_of(row));
        } else if (!entry.features.describes_sound()) {
            sink_->dropped(DropReason::no_features, row.place, digest_of(row));
        } else {
            set_facts(row, entry);
            sink_->catalogue_track(std::move(entry), row.place);
        }
    }

    void report() { features_.report(*sink_); }

  private:
    /// Tables without a column of titles have them as their nameless key, alone or as "Title___Artist".
    void set_names_from_key(const CsvRow& row, library::TrackDescription& track) const {
        if (!key_) return;
        const auto key = text_of(row, key_);
        const auto at = key.rfind(key_separator);
        track.track_name = clean_text(key.substr(0, at));
        if (at != std::string_view::npos)
            track.artist_name = clean_text(key.substr(at + key_separator.size()));
    }

    void set_facts(const CsvRow& row, library::CatalogueTrack& entry) const {
        const auto popularity = parse_number(value_of(row, popularity_));
        if (popularity && *popularity >= 0 && *popularity <= 100)
            entry.popularity = static_cast<float>(*popularity);
        entry.is_explicit = parse_flag(value_of(row, explicit_));
        entry.release_year = parse_year(value_of(row, year_));
        entry.tags = tags_.read(row);
    }

    TrackColumns track_;
    FeatureColumns features_;
    TagColumns tags_;
    std::optional<std::size_t> key_;
    std::optional<std::size_t> popularity_;
    std::optional<std::size_t> explicit_;
    std::optional<std::size_t> year_;
    RecordSink* sink_;
};

bool is_catalogue(const FileHead& head) {
    const auto columns = Columns::of(head);
    const TrackColumns track(columns);
    const bool has_identity = track.title || track.spotify_id || columns.has({""});
    return has_identity && FeatureColumns(columns).n_sound_features() >= least_features;
}

void read_catalogue(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/, RecordSink& sink) {
    const auto columns = Columns::of(head);
    CatalogueRows rows(columns, sink);
    read_table(in, sink, shape_of(columns, true), [&](const CsvRow& row) { rows.row(row); });
    rows.report();
}

// --- artists and genres
// --------------------------------------------------------------------------------------

std::optional<std::size_t> artist_column(const Columns& columns) {
    return columns.find({"artist", "artists", "artistname", "artistnames"});
}

std::optional<std::size_t> genre_column(const Columns& columns) {
    return columns.find({"genres", "genre", "artistgenres", "tags"});
}

bool is_artist_genres(const FileHead& head) {
    const auto columns = Columns::of(head);
    return artist_column(columns) && genre_column(columns) && !TrackColumns(columns).title;
}

void read_artist_genres(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/,
                        RecordSink& sink) {
    const auto columns = Columns::of(head);
    const auto artist = artist_column(columns);
    const auto genres = genre_column(columns);
    read_table(in, sink, shape_of(columns), [&](const CsvRow& row) {
        library::ArtistGenres entry{clean_text(text_of(row, artist)),
                                    TagColumns::split_tags(value_of(row, genres))};
        if (entry.artist_name.empty()) {
            sink.dropped(DropReason::no_track, row.place, digest_of(row));
        } else {
            sink.artist_genres(std::move(entry), row.place);
        }
    });
}

}  // namespace

Source catalogue_source() noexcept {
    return {"catalogue", "tracks with audio features (CSV)", is_catalogue, read_catalogue, look_at_catalogue};
}

Source artist_genres_source() noexcept {
    return {"artist_genres", "artists with their genres (CSV)", is_artist_genres, read_artist_genres};
}

}  // namespace attune::sources
