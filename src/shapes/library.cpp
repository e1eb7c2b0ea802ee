#include "shapes/library.h"

namespace attune::shapes {

void RunStage::describe(Fields<RunStage>& fields) {
    fields.called("RunStage", "a stage of the models of a run")
        .key("stage", &RunStage::stage, "what it learnt from")
        .key("rows", &RunStage::rows, "how many examples")
        .key("positive", &RunStage::positive, "how many of them are liked")
        .key("auc_by_artist", &RunStage::auc_by_artist,
             "AUC on artists that it has not seen; null where it learnt nothing")
        .key("weight", &RunStage::weight, "how much it counts; 0: not at all");
}

void RunSummary::describe(Fields<RunSummary>& fields) {
    fields.called("RunSummary", "what a run learnt from")
        .key("stages", &RunSummary::stages, "the stages of its models")
        .key("history_weight", &RunSummary::history_weight, "of the stages beside the labels, in [0, 1]")
        .key("replay", &RunSummary::replay, "whether it learnt how the person came upon what they kept")
        .key("listens", &RunSummary::listens, "of the person, then")
        .key("labels", &RunSummary::labels, "of the person, then")
        .key("tracks", &RunSummary::tracks, "of the library, then")
        .key("feature_scale", &RunSummary::feature_scale, "whose audio features it learnt from")
        .key_if("quick", &RunSummary::quick, "whether it was for a first look; of older runs not known");
}

void Run::describe(Fields<Run>& fields) {
    fields.called("Run", "what was learnt at one time")
        .key("run", &Run::run, "its number")
        .key("at", &Run::at, "when it was made")
        .key("seed", &Run::seed, "of all that is random in it")
        .key("version", &Run::version, "of attune that made it")
        .key("fingerprint", &Run::fingerprint, "of the library that it learnt from")
        .key("is_current", &Run::is_current, "whether it is in force")
        .key("summary", &Run::summary, "what it learnt from");
}

void Runs::describe(Fields<Runs>& fields) {
    fields.called("Runs", "the runs of the person").key("runs", &Runs::runs, "oldest first");
}

void Cycle::describe(Fields<Cycle>& fields) {
    fields.called("Cycle", "a list of picks and what became of it")
        .key("cycle", &Cycle::cycle, "its number, from 1")
        .key("run", &Cycle::run, "the run that made it; 0: it was forgotten")
        .key("at", &Cycle::at, "when the list was made")
        .key("offered", &Cycle::offered, "how many tracks")
        .key("liked", &Cycle::liked, "how many of them")
        .key("disliked", &Cycle::disliked, "how many of them")
        .key("skipped", &Cycle::skipped, "how many of them")
        .key("acceptance", &Cycle::acceptance,
             "likes of likes and dislikes; null before the first of either");
}

void LibraryCounts::describe(Fields<LibraryCounts>& fields) {
    fields.called("LibraryCounts", "what the library holds, whoever played it")
        .key("tracks", &LibraryCounts::tracks, "all of them")
        .key("artists", &LibraryCounts::artists, "all of them")
        .key("catalogue_tracks", &LibraryCounts::catalogue_tracks,
             "tracks that a catalogue has: those may be offered");
}

void Covered::describe(Fields<Covered>& fields) {
    fields.called("Covered", "how much of the person's music something is known of")
        .key("plays", &Covered::plays, "as a share of the plays, in [0, 1]")
        .key("tracks", &Covered::tracks, "as a share of the tracks, in [0, 1]")
        .key("n_plays", &Covered::n_plays, "plays")
        .key("n_tracks", &Covered::n_tracks, "tracks");
}

void GenresCovered::describe(Fields<GenresCovered>& fields) {
    fields.called("GenresCovered", "how much of the person's music has genres")
        .all_of(&GenresCovered::covered)
        .key("artists", &GenresCovered::artists, "as a share of the artists, in [0, 1]")
        .key("n_artists", &GenresCovered::n_artists, "artists");
}

void Coverage::describe(Fields<Coverage>& fields) {
    fields.called("Coverage", "how much of the person's music something is known of")
        .key("features", &Coverage::features, "how it sounds")
        .key("genres", &Coverage::genres, "what it is called");
}

void Provider::describe(Fields<Provider>& fields) {
    fields.called("Provider", "who says what tracks are like")
        .key("provider", &Provider::provider, "a catalogue, or attune itself")
        .key("tracks", &Provider::tracks, "that it describes")
        .key("with_features", &Provider::with_features, "whose sound it describes");
}

void CommunityCounts::describe(Fields<CommunityCounts>& fields) {
    fields.called("CommunityCounts", "what is known of other people's listening")
        .key("people", &CommunityCounts::people, "other people")
        .key("artists", &CommunityCounts::artists, "that they play")
        .key("tracks", &CommunityCounts::tracks, "that they play")
        .key("tags", &CommunityCounts::tags, "that they call music")
        .key("known_artists", &CommunityCounts::known_artists, "artists of the library that they play")
        .key("known_tracks", &CommunityCounts::known_tracks, "tracks of the library that they play");
}

void CommunitySource::describe(Fields<CommunitySource>& fields) {
    fields.called("CommunitySource", "where other people's listening comes from")
        .key("source", &CommunitySource::source, "its name")
        .key("people", &CommunitySource::people, "how many people")
        .key("artist_plays", &CommunitySource::artist_plays, "pairs of a person and an artist")
        .key("track_plays", &CommunitySource::track_plays, "pairs of a person and a track")
        .key("artist_tags", &CommunitySource::artist_tags, "pairs of an artist and a tag");
}

void Community::describe(Fields<Community>& fields) {
    fields.called("Community", "other people's listening")
        .all_of(&Community::counts)
        .key("sources", &Community::sources, "where it comes from");
}

void Status::describe(Fields<Status>& fields) {
    fields.called("Status", "what the library holds for the person")
        .key("person", &Status::person, "whose status this is")
        .key("listens", &Status::listens, "plays of the person")
        .key("tracks", &Status::tracks, "that the person played")
        .key("artists", &Status::artists, "that the person played")
        .key("playlists", &Status::playlists, "of the person")
        .key("library", &Status::library, "what it holds, whoever played it")
        .key("coverage", &Status::coverage, "how much of the person's music something is known of")
        .key("providers", &Status::providers, "who says what tracks are like")
        .key("community", &Status::community, "other people's listening")
        .key("people", &Status::people, "names of the people of the library")
        .key("runs", &Status::runs, "oldest first")
        .key("cycles", &Status::cycles, "oldest first");
}

void Person::describe(Fields<Person>& fields) {
    fields.called("Person", "somebody who plays music")
        .key("person", &Person::person, "the name")
        .key("listens", &Person::listens, "how many plays");
}

void People::describe(Fields<People>& fields) {
    fields.called("People", "the people of a library").key("people", &People::people, "all of them");
}

void NearTrack::describe(Fields<NearTrack>& fields) {
    fields.called("NearTrack", "a track that is written nearly like another")
        .key("track", &NearTrack::track, "a track whose sound is known")
        .key("likeness", &NearTrack::likeness, "of the names, in (0, 1]")
        .key("text", &NearTrack::text, "what the difference is");
}

void UnmatchedTrack::describe(Fields<UnmatchedTrack>& fields) {
    fields.called("UnmatchedTrack", "a played track of whose sound nothing is known")
        .key("track", &UnmatchedTrack::track, "the track")
        .key("plays", &UnmatchedTrack::plays, "of the person")
        .key("nearest", &UnmatchedTrack::nearest, "at most three, the likest first");
}

void Unmatched::describe(Fields<Unmatched>& fields) {
    fields.called("Unmatched", "played tracks of whose sound nothing is known")
        .key("tracks", &Unmatched::tracks, "how many")
        .key("plays", &Unmatched::plays, "of them all")
        .key("with_nearest", &Unmatched::with_nearest,
             "how many of them are written nearly like one that has")
        .key("list", &Unmatched::list, "of these, the most played first");
}

void DoubtfulMatch::describe(Fields<DoubtfulMatch>& fields) {
    fields.called("DoubtfulMatch", "an id that was matched by another artist's name than the track has")
        .key("match", &DoubtfulMatch::match, "names it for separate and keep, as spotify:…")
        .key("artist", &DoubtfulMatch::artist, "as its source wrote it")
        .key("title", &DoubtfulMatch::title, "as its source wrote it")
        .key("track", &DoubtfulMatch::track, "what it was taken for; null: a track that is gone")
        .key("how", &DoubtfulMatch::how, "by what it was matched")
        .key("plays", &DoubtfulMatch::plays, "of the person")
        .key("text", &DoubtfulMatch::text, "a sentence for people");
}

void Doubtful::describe(Fields<Doubtful>& fields) {
    fields.called("Doubtful", "matches by another artist's name")
        .key("total", &Doubtful::total, "how many")
        .key("list", &Doubtful::list, "the most played first");
}

void Correction::describe(Fields<Correction>& fields) {
    fields.called("Correction", "what a person said of a match")
        .key("correction", &Correction::correction, "its number")
        .key("kind", &Correction::kind, "what was said", {"joined", "separated", "kept"})
        .key("match", &Correction::match, "a track or an id")
        .key("artist", &Correction::artist, "as it was written")
        .key("title", &Correction::title, "as it was written")
        .key("track", &Correction::track, "what it means now; null: a track that is gone")
        .key("at", &Correction::at, "when it was said")
        .key("is_undone", &Correction::is_undone, "whether it was taken back")
        .key("text", &Correction::text, "a sentence for people");
}

void Matches::describe(Fields<Matches>& fields) {
    fields.called("Matches", "how names were matched to tracks")
        .key("unmatched", &Matches::unmatched, "played tracks of whose sound nothing is known")
        .key("doubtful", &Matches::doubtful, "matches by another artist's name")
        .key("corrections", &Matches::corrections, "newest first");
}

void ScaleAgreement::describe(Fields<ScaleAgreement>& fields) {
    fields.called("ScaleAgreement", "how attune's own values of a feature agree with those of catalogues")
        .key("feature", &ScaleAgreement::feature, "its name")
        .key("pairs", &ScaleAgreement::pairs, "tracks that both know")
        .key("error_as_is", &ScaleAgreement::error_as_is, "mean absolute error of attune's values")
        .key("error_mapped", &ScaleAgreement::error_mapped,
             "the same once brought to the scale of catalogues")
        .key("error_constant", &ScaleAgreement::error_constant, "the same of a guess")
        .key("is_of_use", &ScaleAgreement::is_of_use, "whether it is better than a guess");
}

void Scales::describe(Fields<Scales>& fields) {
    fields.called("Scales", "how attune's own features agree with those of catalogues")
        .key("own_tracks", &Scales::own_tracks, "that attune has listened to")
        .key("pairs", &Scales::pairs, "of these, those that a catalogue describes")
        .key("joined", &Scales::joined, "whether they are used side by side")
        .key("features", &Scales::features, "only with enough pairs to judge by");
}

void Finding::describe(Fields<Finding>& fields) {
    fields.called("Finding", "something that is wrong with a library")
        .key("kind", &Finding::kind, "which kind of fault",
             {"damaged", "missing_row", "lost_listens", "lost_community_plays", "missing_models",
              "left_models", "damaged_study", "left_study"})
        .key("text", &Finding::text, "what is wrong")
        .key("advice", &Finding::advice, "what to do about it");
}

void CheckReport::describe(Fields<CheckReport>& fields) {
    fields.called("CheckReport", "whether a library is well")
        .key("findings", &CheckReport::findings, "that are still there")
        .key("mended", &CheckReport::mended, "what was deleted, with --mend")
        .key("runs", &CheckReport::runs, "whose models were looked at")
        .key("studies", &CheckReport::studies, "that were looked at");
}

}  // namespace attune::shapes
