#include "shapes/listening.h"

namespace attune::shapes {

void Month::describe(Fields<Month>& fields) {
    fields.called("Month", "what was played in a month")
        .key("month", &Month::month, "as 2024-03, in UTC")
        .key("plays", &Month::plays, "how often something was played")
        .key("skips", &Month::skips, "how many of the plays were broken off")
        .key("hours", &Month::hours, "played, in hours")
        .key("new_tracks", &Month::new_tracks, "met for the first time ever")
        .key("new_artists", &Month::new_artists, "met for the first time ever")
        .key("kept_artists", &Month::kept_artists, "of these, those played on three days or more since");
}

void PlaySums::describe(Fields<PlaySums>& fields) {
    fields.called("PlaySums", "sums of plays")
        .key("plays", &PlaySums::plays, "how often it was played")
        .key("skips", &PlaySums::skips, "how many of the plays were broken off")
        .key("hours", &PlaySums::hours, "played, in hours")
        .key("first", &PlaySums::first, "the first play of the span")
        .key("last", &PlaySums::last, "the last play of the span")
        .key("trend", &PlaySums::trend, "plays in twelve equal parts of the span");
}

void TopArtist::describe(Fields<TopArtist>& fields) {
    fields.called("TopArtist", "an artist that was played much")
        .key("artist", &TopArtist::artist, "the name")
        .all_of(&TopArtist::sums);
}

void TopTrack::describe(Fields<TopTrack>& fields) {
    fields.called("TopTrack", "a track that was played much")
        .all_of(&TopTrack::track)
        .all_of(&TopTrack::sums);
}

void History::describe(Fields<History>& fields) {
    fields.called("History", "what a person played in a span of time")
        .key("first", &History::first, "the first play of the span, or null")
        .key("last", &History::last, "the last play of the span, or null")
        .key("plays", &History::plays, "how often something was played")
        .key("skips", &History::skips, "how many of the plays were broken off")
        .key("hours", &History::hours, "played, in hours")
        .key("tracks", &History::tracks, "different ones")
        .key("artists", &History::artists, "different ones")
        .key("months", &History::months, "those with plays, oldest first")
        .key("weekdays", &History::weekdays, "plays by weekday, Monday first, and hour, in UTC")
        .key("top_artists", &History::top_artists, "the most played first")
        .key("top_tracks", &History::top_tracks, "the most played first");
}

void TrackDetail::describe(Fields<TrackDetail>& fields) {
    fields.called("TrackDetail", "what there is to show of a track")
        .all_of(&TrackDetail::track)
        .key("popularity", &TrackDetail::popularity, "0 to 100; null where it is not known")
        .key("genres", &TrackDetail::genres, "of the artist")
        .key("plays", &TrackDetail::plays, "of the person")
        .key("label", &TrackDetail::label, "what the person said of it, or null", {"like", "dislike", "skip"})
        .key("features", &TrackDetail::features, "of its sound");
}

void TrackDetails::describe(Fields<TrackDetails>& fields) {
    fields.called("TrackDetails", "what there is to show of tracks")
        .key("tracks", &TrackDetails::tracks, "unknown ones are left out");
}

}  // namespace attune::shapes
