#include "sources/hetrec.h"

#include "core/text.h"
#include "sources/community_columns.h"
#include "sources/raw_table.h"
#include "sources/streams.h"
#include "sources/values.h"

namespace attune::sources {
namespace {

using library::CommunityName;

/// Whether the first line begins with these columns.
bool begins_with(const FileHead& head, std::initializer_list<std::string_view> names) {
    MemoryStream in(head.bytes);
    RawReader reader(in, '\t');
    CsvRow row;
    if (!reader.next(row) || row.fields.size() < names.size()) return false;
    auto field = row.fields.begin();
    for (const auto name : names) {
        if (normal_name(*field++) != name) return false;
    }
    return true;
}

bool is_artists(const FileHead& head) { return begins_with(head, {"id", "name", "url"}); }
bool is_tags(const FileHead& head) { return begins_with(head, {"tagid", "tagvalue"}); }
bool is_plays(const FileHead& head) { return begins_with(head, {"userid", "artistid", "weight"}); }
bool is_taggings(const FileHead& head) { return begins_with(head, {"userid", "artistid", "tagid"}); }

void read_names(ByteStream& in, RecordSink& sink, CommunityName::Kind kind) {
    read_raw_table(in, '\t', sink, {.n_least = 2}, [&](const CsvRow& row) {
        CommunityName name{kind, clean_text(row.fields[0]), clean_text(row.fields[1])};
        if (name.number.empty() || name.name.empty()) {
            sink.dropped(DropReason::no_track, row.place, digest_of(row));
        } else {
            sink.community_name(std::move(name), row.place);
        }
    });
}

void read_artists(ByteStream& in, const FileHead& /*head*/, const ReadOptions& /*options*/,
                  RecordSink& sink) {
    read_names(in, sink, CommunityName::Kind::artist);
}

void read_tags(ByteStream& in, const FileHead& /*head*/, const ReadOptions& /*options*/, RecordSink& sink) {
    read_names(in, sink, CommunityName::Kind::tag);
}

void read_plays(ByteStream& in, const FileHead& /*head*/, const ReadOptions& /*options*/, RecordSink& sink) {
    read_raw_table(in, '\t', sink, {.n_least = 3}, [&](const CsvRow& row) {
        library::CommunityPlay play;
        play.person = clean_text(row.fields[0]);
        play.artist_name = clean_text(row.fields[1]);
        play.naming = library::ItemNaming::listed_number;
        give_play(std::move(play), row.fields[2], row, sink);
    });
}

/// The day of a tagging says nothing of the artist and is not read.
void read_taggings(ByteStream& in, const FileHead& /*head*/, const ReadOptions& /*options*/,
                   RecordSink& sink) {
    read_raw_table(in, '\t', sink, {.n_least = 3}, [&](const CsvRow& row) {
        library::CommunityTagging tagging{clean_text(row.fields[0]), clean_text(row.fields[1]),
                                          clean_text(row.fields[2])};
        if (tagging.person.empty()) {
            sink.dropped(DropReason::no_person, row.place, digest_of(row));
        } else if (tagging.artist_number.empty() || tagging.tag_number.empty()) {
            sink.dropped(DropReason::no_track, row.place, digest_of(row));
        } else {
            sink.community_tagging(std::move(tagging), row.place);
        }
    });
}

}  // namespace

Source hetrec_artists_source() noexcept {
    return {"hetrec_artists", "names of artists (HetRec artists.dat)", is_artists, read_artists};
}

Source hetrec_tags_source() noexcept { return {"hetrec_tags", "tags (HetRec tags.dat)", is_tags, read_tags}; }

Source hetrec_plays_source() noexcept {
    return {"hetrec_plays", "how often people played artists (HetRec user_artists.dat)", is_plays,
            read_plays};
}

Source hetrec_taggings_source() noexcept {
    return {"hetrec_taggings", "who tagged which artist (HetRec user_taggedartists.dat)", is_taggings,
            read_taggings};
}

}  // namespace attune::sources
