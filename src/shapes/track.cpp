#include "shapes/track.h"

namespace attune::shapes {

void Track::describe(Fields<Track>& fields) {
    fields.called("Track", "a track by what it is called")
        .key("id", &Track::id, "as track:12")
        .key("artist", &Track::artist, "the credit, as its source wrote it")
        .key("title", &Track::title, "the title, as its source wrote it")
        .key("uri", &Track::uri, "as spotify:track:…; empty where no link is known");
}

void ReleasedTrack::describe(Fields<ReleasedTrack>& fields) {
    fields.called("ReleasedTrack", "a track and where it came out")
        .all_of(&ReleasedTrack::name)
        .key("release", &ReleasedTrack::release, "the album; empty where it is not known")
        .key("year", &ReleasedTrack::year, "of the release; null where it is not known");
}

library::TrackId id_of(const Track& track) { return library::parse_track_number(track.id).value(); }

}  // namespace attune::shapes
