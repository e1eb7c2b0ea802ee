#include "engine/find/explore.h"

#include "core/error.h"
#include "core/json.h"
#include "core/json_text.h"
#include "core/text.h"
#include "engine/genres/genre_tree.h"
#include "engine/library/snapshot.h"
#include "library/audio_features.h"
#include "similarity/sound_map.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <mutex>
#include <numeric>
#include <optional>

namespace attune::engine {
namespace {

constexpr std::uint16_t missing_code = 65'535;
constexpr double most_code = 65'534;
constexpr std::size_t most_columns = 4;
constexpr std::size_t head_granule = 4;
constexpr std::size_t n_sound_groups = 8;
static_assert(std::endian::native == std::endian::little, "columns are written as they lie in memory");

constexpr std::array label_words{library::LabelValue::like, library::LabelValue::dislike,
                                 library::LabelValue::skip};

template <class T>
void append(std::string& bytes, std::span<const T> values) {
    const auto* data = reinterpret_cast<const char*>(values.data());
    bytes.append(data, values.size_bytes());
}

std::optional<std::size_t> feature_of(std::string_view name) {
    for (std::size_t f = 0; f < library::n_audio_features; ++f) {
        if (library::audio_feature_names[f].name == name) return f;
    }
    return std::nullopt;
}

/// The branch of most of the genres of a track's artist, or of the track itself; -1 if none has one.
std::int32_t commonest_branch(const library::Collection& collection, std::size_t track,
                              std::span<const std::int32_t> of_genres, std::size_t n_branches) {
    const auto& row = collection.tracks[track];
    const auto& of_artist = collection.artists[row.artist].genres;
    std::vector<int> counts(n_branches, 0);
    bool has_any = false;
    for (const auto genre : of_artist.empty() ? row.tags : of_artist) {
        if (of_genres[genre] < 0) continue;
        ++counts[static_cast<std::size_t>(of_genres[genre])];
        has_any = true;
    }
    return has_any ? static_cast<std::int32_t>(std::ranges::max_element(counts) - counts.begin()) : -1;
}

std::string known_columns() {
    std::string names;
    for (const auto& feature : library::audio_feature_names) names += std::string(feature.name) + ", ";
    return names +
           "popularity, year, plays, genre, decade, label, playlist, added_by, branch, cluster, sound_x, "
           "sound_y";
}

}  // namespace

/// One value a track: a number, or an index into words.
struct ExploreTable::Column {
    std::vector<float> values;  ///< NaN where it is missing
    std::vector<std::string> words;
    bool has_words = false;
    std::string method = {};  ///< how the numbers were found, where that needs saying

    /// @param of_tracks  a word of each track; below 0: none
    template <class Index>
    void take_words(const std::vector<Index>& of_tracks) {
        for (std::size_t t = 0; t < values.size(); ++t) {
            if (of_tracks[t] >= 0) values[t] = static_cast<float>(of_tracks[t]);
        }
    }

    /// The codes of these tracks, and how to read them.
    std::vector<std::uint16_t> codes(std::span<const library::TrackIndex> tracks, Json& head) const {
        float low = std::numeric_limits<float>::infinity();
        float high = -low;
        for (const auto track : tracks) {
            if (std::isnan(values[track])) continue;
            low = std::min(low, values[track]);
            high = std::max(high, values[track]);
        }
        if (low > high) low = high = 0;
        const double step = has_words ? 1.0 : (static_cast<double>(high) - low) / most_code;
        const double from = has_words ? 0.0 : low;
        std::vector<std::uint16_t> codes(tracks.size(), missing_code);
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            const float value = values[tracks[i]];
            if (std::isnan(value)) continue;
            const double code = step == 0 ? 0 : std::round((value - from) / step);
            if (code <= most_code) codes[i] = static_cast<std::uint16_t>(code);
        }
        if (has_words) {
            head["words"] = words;
        } else {
            if (!method.empty()) head["method"] = method;
            head["low"] = low;
            head["high"] = high;
        }
        return codes;
    }
};

/// What no person has a part in. Each is made when it is first asked for; from several threads.
class ExploreTable::Music {
  public:
    /// The branch of the genres of each track's artist.
    struct Branches {
        std::vector<std::int32_t> of_tracks;  ///< -1: none
        std::vector<std::string> names;
    };

    Music(std::shared_ptr<const Collected> collected, std::uint64_t seed)
        : collected_(std::move(collected)), seed_(seed) {}

    const similarity::SoundMap& sound_map() const {
        const std::lock_guard lock(map_mutex_);
        if (!map_) map_ = similarity::map_of_sound(collected_->collection, n_sound_groups, seed_);
        return *map_;
    }

    const Branches& branches(Workspace& workspace) const {
        const std::lock_guard lock(map_mutex_);
        if (branches_) return *branches_;
        const auto& collection = collected_->collection;
        Branches branches;
        branches.of_tracks.assign(collection.tracks.size(), -1);
        if (!collection.genres.empty()) {
            Snapshot snapshot(workspace);
            const auto tree = learn_genres(snapshot);
            for (const auto& branch : tree->taxonomy.branches()) branches.names.push_back(branch.name);
            const auto of_genres = branches_of_genres(*tree, collection);
            for (std::size_t t = 0; t < collection.tracks.size(); ++t)
                branches.of_tracks[t] = commonest_branch(collection, t, of_genres, branches.names.size());
        }
        branches_ = std::move(branches);
        return *branches_;
    }

    /// Artist and title of each track, for finding.
    const std::vector<std::string>& folded() const {
        const std::lock_guard lock(folded_mutex_);
        if (!folded_.empty()) return folded_;
        folded_.reserve(collected_->collection.tracks.size());
        for (const auto& track : collected_->collection.tracks)
            folded_.push_back(fold(track.artist_name) + " " + fold(track.track_name));
        return folded_;
    }

    /// Of all that may be made of `n_tracks`.
    static std::size_t bytes_of(std::size_t n_tracks) { return n_tracks * 100; }

  private:
    std::shared_ptr<const Collected> collected_;
    std::uint64_t seed_;
    mutable std::mutex map_mutex_;
    mutable std::optional<similarity::SoundMap> map_;
    mutable std::optional<Branches> branches_;
    mutable std::mutex folded_mutex_;
    mutable std::vector<std::string> folded_;
};

ExploreTable::ExploreTable(Workspace& workspace) {
    Snapshot snapshot(workspace);
    collected_ = snapshot.collected();
    music_ = snapshot.get<Music>(
        fmt::format("explore/{}", workspace.seed), state_of_genres(snapshot),
        [&] { return std::make_shared<const Music>(collected_, workspace.seed); },
        [&](const Music&) { return Music::bytes_of(collected_->collection.tracks.size()); });
    const auto n = collected_->collection.tracks.size();
    plays_.resize(n, 0);
    labels_.resize(n, -1);
    playlists_.resize(n, -1);
    added_by_.resize(n, -1);
    mine_.resize(n, false);
    const auto person = workspace.store->find_person(workspace.person);
    if (!person) return;
    const auto known = snapshot.history(*person);
    const auto& history = known->history;
    for (const auto& play : history.plays) {
        ++plays_[play.track];
        mine_[play.track] = true;
    }
    for (const auto track : history.saved_tracks) mine_[track] = true;
    for (const auto& label : history.labels) {
        labels_[label.track] =
            static_cast<std::int8_t>(std::ranges::find(label_words, label.value) - label_words.begin());
        mine_[label.track] = true;
    }
    adders_ = workspace.store->contributors(*person);
    for (const auto& playlist : workspace.store->playlists(*person)) {
        for (const auto& item : playlist.items) {
            const auto track = collected_->track_index.at(item.track);
            mine_[track] = true;
            if (playlists_[track] < 0) playlists_[track] = static_cast<std::int32_t>(playlist_names_.size());
            const auto adder = std::ranges::find(adders_, item.added_by);
            if (added_by_[track] < 0 && adder != adders_.end())
                added_by_[track] = static_cast<std::int32_t>(adder - adders_.begin());
        }
        playlist_names_.push_back(playlist.name);
    }
}

bool ExploreTable::is_mine(library::TrackIndex track) const { return mine_[track]; }

std::size_t ExploreTable::n_heard() const {
    std::size_t n = 0;
    for (std::size_t t = 0; t < collected_->collection.tracks.size(); ++t)
        n += std::ranges::any_of(collected_->collection.features.row(t),
                                 [](float x) { return !is_missing(x); })
                 ? 1
                 : 0;
    return n;
}

ExploreTable::Column ExploreTable::numbers(const std::string& name) const {
    const auto& collection = collected_->collection;
    Column column;
    column.values.resize(collection.tracks.size(), missing);
    const auto feature = feature_of(name);
    for (std::size_t t = 0; t < column.values.size(); ++t) {
        const auto& track = collection.tracks[t];
        if (name == "plays") {
            column.values[t] = static_cast<float>(plays_[t]);
        } else if (name == "popularity") {
            column.values[t] = track.popularity.value_or(missing);
        } else if (name == "year") {
            if (track.release_year) column.values[t] = static_cast<float>(*track.release_year);
        } else if (feature) {
            column.values[t] = collection.features(t, *feature);
        }
    }
    return column;
}

ExploreTable::Column ExploreTable::column(Workspace& workspace, const std::string& name) const {
    const auto& collection = collected_->collection;
    if (name == "plays" || name == "popularity" || name == "year" || feature_of(name)) return numbers(name);
    Column column;
    column.has_words = true;
    column.values.resize(collection.tracks.size(), missing);
    if (name == "genre") {
        column.words = collection.genres;
        for (std::size_t t = 0; t < column.values.size(); ++t) {
            const auto& genres = collection.artists[collection.tracks[t].artist].genres;
            const auto& tags = collection.tracks[t].tags;
            if (!genres.empty() || !tags.empty())
                column.values[t] = static_cast<float>(genres.empty() ? tags.front() : genres.front());
        }
    } else if (name == "decade") {
        for (int year = 1900; year < 2100; year += 10) column.words.push_back(fmt::format("{}s", year));
        for (std::size_t t = 0; t < column.values.size(); ++t) {
            const int year = collection.tracks[t].release_year.value_or(0);
            if (year >= 1900 && year < 2100) column.values[t] = static_cast<float>((year - 1900) / 10);
        }
    } else if (name == "label") {
        for (const auto value : label_words) column.words.emplace_back(library::to_string(value));
        column.take_words(labels_);
    } else if (name == "playlist") {
        column.words = playlist_names_;
        column.take_words(playlists_);
    } else if (name == "sound_x" || name == "sound_y") {
        column.has_words = false;
        column.method = music_->sound_map().method;
        for (std::size_t t = 0; t < column.values.size(); ++t)
            column.values[t] = music_->sound_map().places(t, name == "sound_x" ? 0 : 1);
    } else if (name == "branch") {
        column.words = music_->branches(workspace).names;
        column.take_words(music_->branches(workspace).of_tracks);
    } else if (name == "cluster") {
        column.words = music_->sound_map().group_names;
        column.take_words(music_->sound_map().group_of);
    } else if (name == "added_by") {
        column.words = adders_;
        column.take_words(added_by_);
    } else {
        fail(ErrorCode::invalid_argument, "no column '{}'; there are: {}", name, known_columns());
    }
    return column;
}

std::string ExploreTable::points(Workspace& workspace, std::span<const std::string> columns,
                                 bool only_mine) const {
    require(columns.size() <= most_columns, "at most {} columns at once, got {}", most_columns,
            columns.size());
    std::vector<library::TrackIndex> tracks;
    std::vector<std::uint32_t> ids;
    for (library::TrackIndex t = 0; t < collected_->collection.tracks.size(); ++t) {
        if (only_mine && !is_mine(t)) continue;
        tracks.push_back(t);
        ids.push_back(static_cast<std::uint32_t>(collected_->collection.tracks[t].id.value));
    }
    Json head{{"points", tracks.size()},
              {"columns", Json::array({{{"name", "id"}, {"type", "u32"}, {"offset", 0}}})}};
    std::string bytes;
    append<std::uint32_t>(bytes, ids);
    for (const auto& name : columns) {
        Json about{{"name", name}, {"type", "u16"}, {"offset", bytes.size()}};
        const auto codes = column(workspace, name).codes(tracks, about);
        append<std::uint16_t>(bytes, codes);
        head["columns"].push_back(std::move(about));
    }
    std::string text = json_text(head);
    text.resize((text.size() + head_granule - 1) / head_granule * head_granule, ' ');
    std::string whole = "ATX1";
    const std::array length{static_cast<std::uint32_t>(text.size())};
    append<std::uint32_t>(whole, length);
    return whole + text + bytes;
}

shapes::TrackDetail ExploreTable::detail(library::TrackIndex t) const {
    const auto& track = collected_->collection.tracks[t];
    shapes::TrackDetail detail;
    detail.track = shapes::released_track_of(track);
    if (track.popularity) detail.popularity = *track.popularity;
    detail.plays = plays_[t];
    for (const auto genre : collected_->collection.artists[track.artist].genres)
        detail.genres.push_back(collected_->collection.genres[genre]);
    if (labels_[t] >= 0) detail.label = library::to_string(label_words[static_cast<std::size_t>(labels_[t])]);
    for (std::size_t f = 0; f < library::n_audio_features; ++f)
        detail.features.values[f] = shapes::known(collected_->collection.features(t, f));
    return detail;
}

shapes::TrackDetails ExploreTable::tracks(std::span<const std::int64_t> ids) const {
    shapes::TrackDetails details;
    for (const auto id : ids) {
        const auto found = collected_->track_index.find(library::TrackId{id});
        if (found != collected_->track_index.end()) details.tracks.push_back(detail(found->second));
    }
    return details;
}

shapes::TrackDetails ExploreTable::find(std::string_view text, std::size_t count) const {
    std::vector<std::string> words;
    const std::string wanted = fold(text);
    for (std::size_t begin = 0; begin < wanted.size();) {
        const auto end = std::min(wanted.find(' ', begin), wanted.size());
        if (end > begin) words.push_back(wanted.substr(begin, end - begin));
        begin = end + 1;
    }
    std::vector<library::TrackIndex> found;
    const auto& names = music_->folded();
    for (library::TrackIndex t = 0; t < names.size() && !words.empty(); ++t) {
        const auto& name = names[t];
        if (std::ranges::all_of(words,
                                [&](const auto& word) { return name.find(word) != std::string::npos; }))
            found.push_back(t);
    }
    std::ranges::stable_sort(found, std::greater(), [this](auto t) { return plays_[t]; });
    found.resize(std::min(found.size(), count));
    shapes::TrackDetails details;
    for (const auto t : found) details.tracks.push_back(detail(t));
    return details;
}

}  // namespace attune::engine
