#include "sources/community_table.h"

#include "core/text.h"
#include "sources/community_columns.h"
#include "sources/raw_table.h"
#include "sources/values.h"

#include <algorithm>

namespace attune::sources {
namespace {

bool is_community_table(const FileHead& head) {
    if (head.bytes.find('\0') != std::string_view::npos) return false;
    return CommunityColumns(head).name_plays();
}

class Rows {
  public:
    Rows(const CommunityColumns& columns, Timestamp now, RecordSink& sink)
        : columns_(columns), now_(now), sink_(sink) {}

    void operator()(const CsvRow& row) {
        library::CommunityPlay play;
        play.person = clean_text(text_of(row, columns_.person));
        play.artist_name = clean_text(text_of(row, columns_.artist));
        play.track_name = clean_text(text_of(row, columns_.track));
        if (columns_.track && play.track_name.empty()) play.artist_name.clear();
        if (columns_.has_bare_numbers) play.naming = library::ItemNaming::bare_number;
        if (columns_.are_listens()) {
            const auto time = time_of(row);
            if (!time) {
                sink_.dropped(DropReason::bad_date, row.place, digest_of(row));
                return;
            }
            play.listened_at = time;
        }
        give_play(std::move(play), columns_.count ? text_of(row, columns_.count) : "1", row, sink_);
    }

  private:
    std::optional<Timestamp> time_of(const CsvRow& row) const {
        const auto text = value_of(row, columns_.time);
        auto time = parse_timestamp(text);
        if (!time) time = parse_epoch(text);
        return time && is_credible(*time, now_) ? time : std::nullopt;
    }

    const CommunityColumns& columns_;
    Timestamp now_;
    RecordSink& sink_;
};

void read_community_table(ByteStream& in, const FileHead& head, const ReadOptions& options,
                          RecordSink& sink) {
    const CommunityColumns columns(head);
    if (columns.has_bare_numbers) {
        sink.problem(
            "the artists are bare numbers, which name nobody: people who listen alike can be found by them, "
            "but none of them is an artist of your library",
            {1, 1});
    }
    Rows rows(columns, options.now, sink);
    const bool is_quoted = columns.separator == ',' || columns.separator == ';';
    if (is_quoted) {
        const TableShape shape{columns.separator, columns.n_columns, columns.has_header ? 1U : 0U, true};
        read_table(in, sink, shape, std::ref(rows));
    } else {
        const auto last =
            std::max({columns.person, columns.artist, columns.track, columns.count, columns.time});
        const RawShape shape{.has_header = columns.has_header, .n_least = last.value_or(0) + 1};
        read_raw_table(in, columns.separator, sink, shape, std::ref(rows));
    }
}

}  // namespace

Source community_table_source() noexcept {
    return {"community_table", "people, what they played and how often (CSV, TSV)", is_community_table,
            read_community_table};
}

}  // namespace attune::sources
