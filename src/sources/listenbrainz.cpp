#include "sources/listenbrainz.h"

#include "core/text.h"
#include "sources/flat_rows.h"
#include "sources/values.h"

#include <algorithm>
#include <array>

namespace attune::sources {
namespace {

// In the order of a dump; the names stand in `track_metadata`.
enum Key : std::size_t { user_id, user_name, timestamp, listened_at, track_name, artist_name, n_keys };
constexpr std::array<std::string_view, n_keys> keys{"user_id",     "user_name",  "timestamp",
                                                    "listened_at", "track_name", "artist_name"};

// What a record may begin with: what begins otherwise is an object within it, or none.
constexpr std::array<std::string_view, 8> first_keys{"user_id",     "user_name",      "timestamp",
                                                     "listened_at", "track_metadata", "recording_msid",
                                                     "inserted_at", "created"};

bool is_listenbrainz(const FileHead& head) {
    const auto text = trim(head.bytes);
    if (!text.starts_with('{') && !text.starts_with('[')) return false;
    const auto has = [&](std::string_view key) { return text.find(key) != std::string_view::npos; };
    return has("\"track_metadata\"") && has("\"artist_name\"") && has("\"track_name\"");
}

std::string text_of(const JsonValue& value) {
    const bool is_word = value.kind == JsonValue::Kind::text || value.kind == JsonValue::Kind::number;
    return is_word ? clean_text(value.text) : std::string();
}

class Listens final : public FlatRows {
  public:
    Listens(Timestamp now, RecordSink& sink) : FlatRows(keys, sink), now_(now) {}

    bool is_record(std::string_view first_key) override {
        return std::ranges::find(first_keys, first_key) != first_keys.end();
    }

  private:
    void row(const JsonFields& fields, Place place) override {
        play_.person = text_of(fields[user_name]);
        if (play_.person.empty()) play_.person = text_of(fields[user_id]);
        play_.artist_name = text_of(fields[artist_name]);
        play_.track_name = text_of(fields[track_name]);
        play_.count = 1;
        play_.naming = library::ItemNaming::name;
        const auto& time = fields[listened_at].is_given() ? fields[listened_at] : fields[timestamp];
        play_.listened_at = parse_epoch(time.text);
        if (!play_.listened_at) play_.listened_at = parse_timestamp(time.text);
        if (play_.artist_name.empty() || play_.track_name.empty()) {
            drop(DropReason::no_track, time, place);
        } else if (!play_.listened_at || !is_credible(*play_.listened_at, now_)) {
            drop(DropReason::bad_date, time, place);
        } else {
            sink().community_play(std::move(play_), place);
        }
    }

    void drop(DropReason reason, const JsonValue& time, Place place) {
        RowDigest digest;
        digest.add(play_.person).add(time.text).add(play_.artist_name).add(play_.track_name);
        sink().dropped(reason, place, digest.value());
    }

    Timestamp now_;
    library::CommunityPlay play_;  // kept for the memory of its strings
};

void read_listenbrainz(ByteStream& in, const FileHead& /*head*/, const ReadOptions& options,
                       RecordSink& sink) {
    Listens(options.now, sink).read(in);
}

}  // namespace

Source listenbrainz_source() noexcept {
    return {"listenbrainz", "listens of ListenBrainz (dumps and exports, JSON lines)", is_listenbrainz,
            read_listenbrainz};
}

}  // namespace attune::sources
