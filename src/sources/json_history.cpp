#include "sources/json_history.h"

#include "core/text.h"
#include "sources/flat_rows.h"
#include "sources/json_paths.h"
#include "sources/streams.h"
#include "sources/values.h"

#include <algorithm>
#include <array>
#include <vector>

namespace attune::sources {
namespace {

namespace dom = simdjson::dom;
using library::Listen;
using library::ListenSource;

enum class Unit { milliseconds, seconds };

/// How one program writes plays. Paths are those of json_paths.h; of several the first that is there counts.
struct Layout {
    std::string_view kind;
    std::string_view help;
    std::string_view signs;       ///< texts of which a file has all (" & " between), and none behind "!"
    std::string_view first_keys;  ///< that a record may begin with; other objects are what lies around
    std::string_view title;
    std::string_view artist;
    std::string_view album;
    std::string_view moment;
    std::string_view heard;  ///< how long the play was
    Unit heard_in = Unit::milliseconds;
    std::string_view length;  ///< of the track
    Unit length_in = Unit::milliseconds;
    std::string_view mbid;
    bool is_end = false;  ///< the moment is that of the end
    ListenSource source = ListenSource::lastfm;
};

// Where each layout is from:
//   listenbrainz_own   ListenBrainz, "JSON documentation" (users/json.rst), and its own importer of such exports
//   maloja             maloja (krateng), export of /apis; listenbrainz-server background/listens_importer/maloja.py
//   koito              Koito (gabehf), internal/export/export.go
//   pano_scrobbler     listenbrainz-server background/listens_importer/panoscrobbler.py
//   lastfm_json        Last.fm API, user.getRecentTracks; lists of its pages as exporters save them
//   lastfmstats        lastfm-stats-web (felhag): username, scrobbles with track, artist, album, date in ms
//   youtube_history    Google Takeout; listenbrainz-server background/listens_importer/youtubemusic.py
//   spotify_recent     Spotify Web API, recently played: items with track and played_at
constexpr std::array layouts{
    Layout{
        "listenbrainz_own",
        "my own listens of ListenBrainz: the ZIP of its export, its JSON lines or its API's JSON",
        "\"track_metadata\" & \"track_name\" & \"artist_name\"",
        "inserted_at listened_at track_metadata recording_msid user_name user_id created timestamp id data",
        "track_metadata.track_name", "track_metadata.artist_name", "track_metadata.release_name",
        "listened_at|timestamp", "track_metadata.additional_info.duration_played", Unit::seconds,
        "track_metadata.additional_info.duration_ms", Unit::milliseconds,
        "track_metadata.mbid_mapping.recording_mbid|track_metadata.additional_info.recording_mbid"},
    Layout{"maloja", "scrobbles exported from Maloja", "\"scrobbles\" & \"artists\" & \"title\" & \"time\"",
           "time track duration origin extra", "track.title|title",
           "track.artists[]|artists[]|track.artists|artists", "track.album.albumtitle|album.albumtitle",
           "time", "duration", Unit::seconds, "track.length|length", Unit::seconds, ""},
    Layout{"koito", "listens exported from Koito", "\"listens\" & \"aliases\" & \"listened_at\"",
           "listened_at client track album artists", "track.aliases", "artists", "album.aliases",
           "listened_at", "", Unit::seconds, "track.duration", Unit::seconds, "track.mbid"},
    Layout{"pano_scrobbler", "the archive of Pano Scrobbler", "\"timeMs\" & \"track\" & \"artist\"",
           "timeMs track artist album albumArtist durationMs mediaPlayerName mediaPlayerPackage "
           "mediaPlayerVersion event",
           "track", "artist", "album", "timeMs", "", Unit::milliseconds, "durationMs", Unit::milliseconds,
           ""},
    Layout{"lastfm_json", "scrobbles of Last.fm as its API writes them",
           "\"#text\" & \"artist\" & \"name\" & \"uts\"", "artist album date streamable image loved", "name",
           "artist.#text|artist.name", "album.#text|album.title", "date.uts", "", Unit::seconds, "duration",
           Unit::seconds, "mbid"},
    Layout{"lastfmstats", "scrobbles exported from lastfmstats.com",
           "\"username\" & \"scrobbles\" & \"date\" & \"track\"", "track artist album albumId date", "track",
           "artist", "album", "date", "", Unit::seconds, "", Unit::seconds, ""},
    Layout{"youtube_history", "what Google Takeout says was played in YouTube Music (watch-history.json)",
           "\"header\" & \"titleUrl\" & \"time\"",
           "header title titleUrl subtitles time products activityControls details description", "title",
           "subtitles[].name", "", "time", "", Unit::seconds, "", Unit::seconds, ""},
    Layout{"spotify_recent", "plays of Spotify as its API writes them (played_at)",
           "\"played_at\" & \"track\" & \"artists\"", "track played_at context", "track.name",
           "track.artists[].name", "track.album.name", "played_at", "", Unit::seconds, "track.duration_ms",
           Unit::milliseconds, "", true},
    Layout{"plays_json", "any JSON whose records have an artist, a title and the moment of a play", "", "",
           "trackName|track_name|track.name|track.title|track|title|name|songName|song_name|song|songTitle|"
           "master_metadata_track_name",
           "artistName|artist_name|artist.name|artist.#text|artist|track.artist.name|track.artist|artists[]."
           "name|artists[]|"
           "track.artists[].name|track.artists[]|artists|songArtist|singer|performer|master_metadata_album_"
           "artist_name",
           "albumName|album_name|album.name|album.title|album.#text|album|release_name|track.album.name|"
           "track.album",
           "endTime|ts|time|timestamp|listened_at|listenedAt|played_at|playedAt|date.uts|date|uts|dateTime|"
           "datetime|startedAt|started_at|startTime|scrobbledAt|timeMs",
           "msPlayed|ms_played|msListened|playDurationMs|playedMs|listenedMs", Unit::milliseconds,
           "durationMs|duration_ms|track.duration_ms|trackDurationMs", Unit::milliseconds,
           "recording_mbid|mbid"},
};

constexpr std::size_t last_layout = layouts.size() - 1;

// --- values ----------------------------------------------------------------------------------------------------------

/// Seconds, milliseconds, microseconds or nanoseconds since 1970, or a date of ISO 8601 with any offset.
std::optional<Timestamp> moment_of(std::string_view text) {
    text = trim(text);
    if (const auto number = parse_number(text); number && *number > 0) {
        double seconds = *number;
        for (int thousand = 0; thousand < 3 && seconds >= 1e11; ++thousand) seconds /= 1000;
        return seconds < 1e11 ? std::optional(timestamp_of(static_cast<std::int64_t>(seconds)))
                              : std::nullopt;
    }
    if (const auto time = parse_timestamp(text)) return time;
    constexpr std::size_t up_to_seconds = 19;
    if (text.size() <= up_to_seconds) return std::nullopt;
    const auto time = parse_timestamp(text.substr(0, up_to_seconds));
    auto rest = text.substr(up_to_seconds);
    if (rest.starts_with('.') || rest.starts_with(',')) {
        const auto end = rest.find_first_not_of("0123456789", 1);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end);
    }
    rest = trim(rest);
    if (!time || rest.empty() || rest == "Z" || rest == "z" || rest == "UTC") return time;
    const bool is_offset = (rest.front() == '+' || rest.front() == '-') && rest.size() >= 3;
    if (!is_offset) return std::nullopt;
    const auto hours = parse_whole(rest.substr(1, 2)).value_or(99);
    const auto minute_text =
        rest.substr(std::min<std::size_t>(rest.size(), rest.size() > 3 && rest[3] == ':' ? 4 : 3));
    const auto minutes = minute_text.empty() ? 0 : parse_whole(minute_text).value_or(99);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return std::nullopt;
    const auto offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    return rest.front() == '+' ? *time - offset : *time + offset;
}

std::optional<int> milliseconds_of(std::string_view text, Unit unit) {
    constexpr double longest = 24.0 * 60 * 60 * 1000;
    auto number = parse_number(text);
    if (!number || *number < 0) return std::nullopt;
    const double ms = unit == Unit::seconds ? *number * 1000 : *number;
    return ms <= longest ? std::optional(static_cast<int>(ms)) : std::nullopt;
}

/// What Koito knows a thing by: the alias that is the main one, else the first.
std::string main_alias(const dom::element& aliases) {
    dom::array list;
    std::string name;
    if (aliases.get(list) != simdjson::SUCCESS) return name;
    for (const auto& alias : list) {
        const bool is_main = text_at(alias, "is_primary|IsPrimary|primary") == "true";
        if (!name.empty() && !is_main) continue;
        name = text_at(alias, "alias|Alias|name");
        if (is_main) break;
    }
    return name;
}

/// The names in a list of names, or of objects with names.
std::vector<std::string> names_in(const dom::element& value) {
    std::vector<std::string> names;
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS) return names;
    for (const auto& item : list) {
        std::string name = text_in(item);
        if (name.empty()) name = text_at(item, "name|#text|artist");
        if (name.empty()) {
            if (const auto aliases = value_at(item, "aliases")) name = main_alias(*aliases);
        }
        if (!name.empty()) names.push_back(std::move(name));
    }
    return names;
}

/// The text at one of the paths, where the end of one may be a list of aliases.
std::string name_at(const dom::element& record, std::string_view paths) {
    for (const auto path : split(paths, "|")) {
        const auto value = value_at(record, path);
        if (!value) continue;
        std::string name = text_in(*value);
        if (name.empty()) name = main_alias(*value);
        if (!name.empty()) return name;
    }
    return {};
}

/// Sets the artists: one text is a credit as it stands, a list has the main artist first.
void take_artists(const dom::element& record, std::string_view paths, library::TrackDescription& track) {
    for (const auto path : split(paths, "|")) {
        std::string_view list_path = path.substr(0, path.find("[]"));
        const auto list = value_at(record, list_path);
        const bool is_list = list && list->is_array();
        if (is_list) {
            auto names = names_in(*list);
            if (names.empty()) continue;
            track.artist_name = std::move(names.front());
            track.other_artists.assign(std::make_move_iterator(names.begin() + 1),
                                       std::make_move_iterator(names.end()));
            return;
        }
        track.artist_name = text_at(record, path);
        if (!track.artist_name.empty()) return;
    }
}

// --- rows ------------------------------------------------------------------------------------------------------------

class JsonPlays final : public JsonRecordHandler {
  public:
    JsonPlays(const Layout& layout, const ReadOptions& options, RecordSink& sink)
        : layout_(&layout),
          options_(options),
          sink_(&sink),
          damage_(sink),
          first_keys_(split(layout.first_keys, " ")) {}

    void read(ByteStream& in) {
        read_json_records(in, *this);
        damage_.flush();
    }

    bool is_record(std::string_view first_key) override {
        if (!first_keys_.empty()) return std::ranges::find(first_keys_, first_key) != first_keys_.end();
        constexpr std::array<std::string_view, 12> around{
            "scrobbles", "listens",    "plays",   "history", "items",    "recenttracks",
            "data",      "exportedAt", "version", "user",    "username", "meta"};
        return std::ranges::find(around, first_key) == around.end();
    }

    bool record(std::string_view object, Place place) override {
        dom::element record;
        std::string mended;
        auto error = parser_.parse(object.data(), object.size(), false).get(record);
        if (error == simdjson::UTF8_ERROR) {
            mended = to_utf8(object);
            error = parser_.parse(mended).get(record);
        }
        if (error != simdjson::SUCCESS) return false;
        damage_.flush();
        row(record, place);
        return true;
    }

    /// What stands around the list is none of our business; only text that has a row in it is damage.
    void gap(std::string_view text, Place place, bool is_damage) override {
        if (is_damage) return damage_.extend(text);
        const bool has_row = std::ranges::any_of(first_keys_, [&](std::string_view key) {
            return key.size() > 4 && text.find("\"" + std::string(key) + "\"") != std::string_view::npos;
        });
        if (has_row && !is_outline(text)) damage_.add(text, place);
    }

    void damaged(Place place) override { damage_.add_row(place); }

  private:
    /// Whether a key of the text opens a list or an object: it is what the records lie in.
    static bool is_outline(std::string_view text) {
        const auto bracket = text.find_last_of("[{");
        return bracket != std::string_view::npos;
    }

    void row(const dom::element& record, Place place) {
        Listen listen;
        listen.track.track_name = name_at(record, layout_->title);
        take_artists(record, layout_->artist, listen.track);
        listen.track.release_name = name_at(record, layout_->album);
        listen.track.recording_mbid = recording_mbid_of(text_at(record, layout_->mbid));
        listen.track.duration_ms = milliseconds_of(text_at(record, layout_->length), layout_->length_in);
        if (listen.track.duration_ms == 0) listen.track.duration_ms.reset();
        const std::string moment = text_at(record, layout_->moment);
        const auto digest =
            RowDigest().add(listen.track.track_name).add(listen.track.artist_name).add(moment).value();
        auto reason = particular(record, listen);
        const auto at = moment_of(moment);
        if (!reason && !listen.track.names_a_track()) reason = DropReason::no_track;
        if (!reason && (!at || !is_credible(*at, options_.now))) reason = DropReason::bad_date;
        if (!reason) reason = take_times(record, *at, listen);
        if (reason) {
            sink_->dropped(*reason, place, digest);
        } else {
            sink_->listen(std::move(listen),
                          listen.ms_played ? std::max(layout_->source, ListenSource::csv) : layout_->source,
                          place);
        }
    }

    /// What one program says in a way of its own.
    std::optional<DropReason> particular(const dom::element& record, Listen& listen) const {
        if (layout_->kind == "youtube_history") return youtube(record, listen);
        if (layout_->kind == "pano_scrobbler") {
            const std::string event = text_at(record, "event");
            if (event == "love" || event == "unlove") return DropReason::no_track;
        }
        if (text_at(record, "skipped") == "true") listen.skipped = true;
        return std::nullopt;
    }

    /// Of all that was watched, songs alone; the artist is the channel, which YouTube makes for each ("X - Topic").
    static std::optional<DropReason> youtube(const dom::element& record, Listen& listen) {
        if (text_at(record, "header") != "YouTube Music") return DropReason::video;
        constexpr std::string_view topic = " - Topic";
        auto& artist = listen.track.artist_name;
        if (artist.ends_with(topic)) artist.resize(artist.size() - topic.size());
        listen.track.track_name = without_watched(listen.track.track_name);
        if (listen.track.track_name.starts_with("https://"))
            listen.track.track_name.clear();  // the video is gone
        return std::nullopt;
    }

    /// "Watched Gate", in the language of the account.
    static std::string without_watched(std::string_view title) {
        struct Phrase {
            std::string_view before;
            std::string_view after;
        };
        constexpr std::array phrases{
            Phrase{"Watched ", ""},      Phrase{"Listened to ", ""},       Phrase{"", " angesehen"},
            Phrase{"", " angehört"},     Phrase{"Vous avez regardé ", ""}, Phrase{"Has visto ", ""},
            Phrase{"Hai guardato ", ""}, Phrase{"Você assistiu a ", ""},   Phrase{"Assistiu a ", ""},
            Phrase{"", " bekeken"},      Phrase{"Obejrzano: ", ""},        Phrase{"", " を視聴しました"}};
        for (const auto& [before, after] : phrases) {
            const bool fits = title.size() > before.size() + after.size() && title.starts_with(before) &&
                              title.ends_with(after);
            if (fits)
                return clean_text(title.substr(before.size(), title.size() - before.size() - after.size()));
        }
        return std::string(title);
    }

    std::optional<DropReason> take_times(const dom::element& record, Timestamp at, Listen& listen) const {
        const std::string heard = text_at(record, layout_->heard);
        if (!heard.empty()) {
            const auto ms = milliseconds_of(heard, layout_->heard_in);
            if (!ms) return DropReason::bad_value;
            if (*ms == 0) return DropReason::zero_length;
            listen.ms_played = ms;
        }
        const auto length = std::chrono::seconds(listen.ms_played.value_or(0) / 1000);
        const bool is_end =
            layout_->is_end || (layout_ == &layouts[last_layout] && value_at(record, "endTime").has_value());
        listen.listened_at = is_end ? at - length : at;
        listen.ended_at = listen.listened_at + length;
        return std::nullopt;
    }

    const Layout* layout_;
    ReadOptions options_;
    RecordSink* sink_;
    Damage damage_;
    std::vector<std::string_view> first_keys_;
    dom::parser parser_;
};

// --- recognition -----------------------------------------------------------------------------------------------------

bool is_json(const FileHead& head) {
    const auto text = trim(head.bytes);
    return text.starts_with('{') || text.starts_with('[');
}

bool has_all(std::string_view text, std::string_view signs) {
    return std::ranges::all_of(
        split(signs, "&"), [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

/// Not the day on which an album came out: a day alone, or a year.
bool is_moment_of_a_play(std::string_view text) {
    constexpr std::size_t day = 10;
    const auto number = parse_number(text);
    if (number ? *number < 1e9 : text.size() <= day) return false;
    const auto time = moment_of(text);
    constexpr auto far = timestamp_of(4'102'444'800);  // 2100
    return time && is_credible(*time, far);
}

/// Whether one of the first records has a title, an artist and a moment that can be read.
bool has_plays(const FileHead& head) {
    struct Finder final : JsonRecordHandler {
        dom::parser parser;
        bool found = false;
        int n_looked = 0;
        bool is_record(std::string_view /*first_key*/) override { return !found && n_looked < 20; }
        bool record(std::string_view object, Place /*place*/) override {
            dom::element element;
            ++n_looked;
            if (parser.parse(object.data(), object.size(), false).get(element) != simdjson::SUCCESS)
                return false;
            const auto& layout = layouts[last_layout];
            library::TrackDescription track;
            take_artists(element, layout.artist, track);
            found = found || (!track.artist_name.empty() && !text_at(element, layout.title).empty() &&
                              is_moment_of_a_play(text_at(element, layout.moment)));
            return found;  // else what is within the object is looked at
        }
        void gap(std::string_view, Place, bool) override {}
        void damaged(Place) override {}
    };
    Finder finder;
    MemoryStream in(head.bytes);
    read_json_records(in, finder);
    return finder.found;
}

template <std::size_t index>
bool recognises(const FileHead& head) {
    if (!is_json(head)) return false;
    if constexpr (index == last_layout) return has_plays(head);
    return has_all(head.bytes, layouts[index].signs);
}

template <std::size_t index>
void read(ByteStream& in, const FileHead& /*head*/, const ReadOptions& options, RecordSink& sink) {
    JsonPlays(layouts[index], options, sink).read(in);
}

template <std::size_t... index>
constexpr auto sources_of(std::index_sequence<index...> /*all*/) {
    return std::array{Source{layouts[index].kind, layouts[index].help, recognises<index>, read<index>}...};
}

}  // namespace

std::span<const Source> json_history_sources() noexcept {
    static constexpr auto sources = sources_of(std::make_index_sequence<layouts.size()>());
    return sources;
}

}  // namespace attune::sources
