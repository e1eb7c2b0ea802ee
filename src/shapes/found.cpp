#include "shapes/found.h"

#include <utility>

namespace attune::shapes {

void FoundReason::describe(Fields<FoundReason>& fields) {
    fields.called("FoundReason", "why something was found")
        .key("name", &FoundReason::name, "the word that fits or is shared, or the view: sound, listeners")
        .key("share", &FoundReason::share, "how much of it fits, in [0, 1]")
        .key("text", &FoundReason::text, "a sentence for people");
}

void FoundTrack::describe(Fields<FoundTrack>& fields) {
    fields.called("FoundTrack", "a track that was found")
        .all_of(&FoundTrack::track)
        .key("score", &FoundTrack::score, "how well it fits, falling")
        .key("reasons", &FoundTrack::reasons, "why");
}

void FoundArtist::describe(Fields<FoundArtist>& fields) {
    fields.called("FoundArtist", "an artist that was found")
        .key("artist", &FoundArtist::artist, "the name")
        .key("score", &FoundArtist::score, "how well it fits, falling")
        .key("reasons", &FoundArtist::reasons, "why")
        .key("track", &FoundArtist::first_track, "one to begin with, or null");
}

void FoundTag::describe(Fields<FoundTag>& fields) {
    fields.called("FoundTag", "a tag that was found")
        .key("tag", &FoundTag::tag, "the tag")
        .key("score", &FoundTag::score, "how near it is, falling");
}

void SimilarAbout::describe(Fields<SimilarAbout>& fields) {
    fields.called("SimilarAbout", "what a name was taken for")
        .key("kind", &SimilarAbout::kind, "what it is", {"artist", "track", "tag"})
        .key("name", &SimilarAbout::name, "as the library writes it");
}

void Similar::describe(Fields<Similar>& fields) {
    fields.called("Similar", "what is like an artist, a track or a tag")
        .key("about", &Similar::about, "what was asked for")
        .key("by", &Similar::by, "what was compared; null: all that is known", {"tags", "sound", "listeners"})
        .key("tags", &Similar::tags, "of a tag: those near it")
        .key("artists", &Similar::artists, "of an artist and of a tag")
        .key("tracks", &Similar::tracks, "of a track and of a tag");
}

void UnderstoodWords::describe(Fields<UnderstoodWords>& fields) {
    fields.called("UnderstoodWords", "what a part of the words was taken for")
        .key("words", &UnderstoodWords::words, "as they were typed")
        .key("as", &UnderstoodWords::as, "what they were taken for")
        .key("kind", &UnderstoodWords::kind, "what that is", {"tag", "sound", "era"})
        .key("negated", &UnderstoodWords::negated, "whether it is what is not wanted");
}

void WordSearch::describe(Fields<WordSearch>& fields) {
    fields.called("WordSearch", "what fits words about music")
        .key("query", &WordSearch::query, "the words")
        .key("understood", &WordSearch::understood, "what their parts were taken for")
        .key("unknown", &WordSearch::unknown, "words that the library does not know")
        .key("tracks", &WordSearch::tracks, "the best first; none where artists were asked for")
        .key("artists", &WordSearch::artists, "the best first, where artists were asked for");
}

FoundTrack make_found(const library::CollectionTrack& track, double score, std::vector<FoundReason> reasons) {
    return {track_of(track), score, std::move(reasons)};
}

}  // namespace attune::shapes
