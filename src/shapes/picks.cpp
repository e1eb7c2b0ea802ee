#include "shapes/picks.h"

namespace attune::shapes {
namespace {

const std::vector<std::string>& label_words() {
    static const std::vector<std::string> words{"like", "dislike", "skip"};
    return words;
}

const std::vector<std::string>& source_words() {
    static const std::vector<std::string> words{"your_artists", "similar_artists", "listeners",
                                                "genres",       "sound",           "exploration"};
    return words;
}

}  // namespace

void Chance::describe(Fields<Chance>& fields) {
    fields.called("Chance", "how probable it is that the person would like a track")
        .key("probability", &Chance::probability, "in [0, 1]; null where the past does not allow to tell")
        .key("low", &Chance::low, "the lower end of its 95 % interval, or null")
        .key("high", &Chance::high, "the upper end of its 95 % interval, or null");
}

void Pick::describe(Fields<Pick>& fields) {
    fields.called("Pick", "a track that is offered")
        .key("rank", &Pick::rank, "the place in the list, from 1")
        .all_of(&Pick::track)
        .key("score", &Pick::score, "the sum of the contributions of its reasons")
        .all_of(&Pick::chance)
        .key("new_artist", &Pick::new_artist, "whether the person never played the artist")
        .key("genres", &Pick::genres, "of the artist")
        .key("sources", &Pick::sources, "who would have thought of it; may be none", source_words())
        .key("reasons", &Pick::reasons, "why, the heaviest first");
}

void Discovery::describe(Fields<Discovery>& fields) {
    fields
        .called(
            "Discovery",
            "tracks that the person has not met: new artists and more of known ones, mixed, each best first")
        .key("run", &Discovery::run, "the run in force")
        .key("cycle", &Discovery::cycle, "the cycle that the list belongs to")
        .key("candidates", &Discovery::candidates, "how many tracks were looked at")
        .key("new_artist_rate", &Discovery::new_artist_rate,
             "of what the person came to keep, the share by artists that were new to them; in [0.2, 0.8]")
        .key("share_of_new", &Discovery::share_of_new,
             "the share of new artists that the list is mixed for: the rate, moved by the dial for "
             "familiarity")
        .key("picks", &Discovery::picks, "in the order of the list");
}

void ArtistPick::describe(Fields<ArtistPick>& fields) {
    fields.called("ArtistPick", "an artist that the person has never played")
        .key("rank", &ArtistPick::rank, "the place in the list, from 1")
        .key("artist", &ArtistPick::artist, "the name")
        .key("score", &ArtistPick::score, "the sum of the contributions of its reasons")
        .key("listeners", &ArtistPick::listeners, "how many other people play it")
        .key("catalogue_tracks", &ArtistPick::catalogue_tracks, "how many tracks of it the catalogues have")
        .key("reasons", &ArtistPick::reasons, "why, the heaviest first");
}

void ArtistPicks::describe(Fields<ArtistPicks>& fields) {
    fields.called("ArtistPicks", "artists that are new, best first")
        .key("artists", &ArtistPicks::artists, "in the order of the list");
}

void KeptPick::describe(Fields<KeptPick>& fields) {
    fields.called("KeptPick", "a pick of a cycle, with the label that it has now")
        .key("rank", &KeptPick::rank, "the place in the list, from 1")
        .all_of(&KeptPick::track)
        .key("score", &KeptPick::score, "as in the list that was made")
        .key("probability", &KeptPick::probability, "in [0, 1]; null where the past does not allow to tell")
        .key("label", &KeptPick::label, "what the person said of it, or null", label_words())
        .key_if("low", &KeptPick::low, "the lower end of its 95 % interval; where it is known")
        .key_if("high", &KeptPick::high, "the upper end of its 95 % interval; where it is known")
        .key_if("new_artist", &KeptPick::new_artist, "whether the artist was new; where it is known")
        .key_if("genres", &KeptPick::genres, "of the artist; where they are known")
        .key_if("sources", &KeptPick::sources, "who would have thought of it; where it is known",
                source_words())
        .key_if("reasons", &KeptPick::reasons, "why; where it is known");
}

void Picks::describe(Fields<Picks>& fields) {
    fields.called("Picks", "what was offered in a cycle")
        .key("cycle", &Picks::cycle, "null: there is none yet")
        .key("run", &Picks::run, "the run that made the list; null: there is none, or none any more")
        .key("picks", &Picks::picks, "in the order of the list");
}

void LabelledTrack::describe(Fields<LabelledTrack>& fields) {
    fields.called("LabelledTrack", "a track and what the person said of it")
        .all_of(&LabelledTrack::track)
        .key("label", &LabelledTrack::label, "what was said", label_words())
        .key("at", &LabelledTrack::at, "when");
}

void Labels::describe(Fields<Labels>& fields) {
    fields.called("Labels", "what the person said of tracks and artists")
        .key("labels", &Labels::labels, "of tracks")
        .key("blocked_artists", &Labels::blocked_artists, "names of artists that are never offered");
}

void NewLabel::describe(Fields<NewLabel>& fields) {
    fields.called("NewLabel", "the label of a track")
        .all_of(&NewLabel::track)
        .key("label", &NewLabel::label, "null: it was cleared", label_words());
}

void ChangedLabel::describe(Fields<ChangedLabel>& fields) {
    fields.called("ChangedLabel", "the label of a track, and what it was")
        .all_of(&ChangedLabel::now)
        .key("before", &ChangedLabel::before, "what it was, for undo; null: none", label_words());
}

void BlockedArtist::describe(Fields<BlockedArtist>& fields) {
    fields.called("BlockedArtist", "whether an artist may be offered")
        .key("artist", &BlockedArtist::artist, "the name, as the library has it")
        .key("blocked", &BlockedArtist::blocked, "true: never offered");
}

void ScoredTrack::describe(Fields<ScoredTrack>& fields) {
    fields.called("ScoredTrack", "how much the person would like a track of a file")
        .key("artist", &ScoredTrack::artist, "as the file has it")
        .key("title", &ScoredTrack::title, "as the file has it")
        .key("uri", &ScoredTrack::uri, "as the file has it; may be empty")
        .key("known", &ScoredTrack::known, "whether the library knows the track")
        .key("id", &ScoredTrack::id, "as track:12; null where it is not known")
        .all_of(&ScoredTrack::chance)
        .key("score", &ScoredTrack::score, "the sum of the contributions of its reasons")
        .key("reasons", &ScoredTrack::reasons, "why, the heaviest first");
}

void Scores::describe(Fields<Scores>& fields) {
    fields.called("Scores", "how much the person would like the tracks of a file")
        .key("tracks", &Scores::tracks, "in the order of the file")
        .key("problems", &Scores::problems, "rows that name no track");
}

void ExportFormat::describe(Fields<ExportFormat>& fields) {
    fields.called("ExportFormat", "a format of files of tracks")
        .key("name", &ExportFormat::name, "what it is called")
        .key("extension", &ExportFormat::extension, "how names of its files end")
        .key("help", &ExportFormat::help, "a line for people");
}

void ExportFormats::describe(Fields<ExportFormats>& fields) {
    fields.called("ExportFormats", "the formats of files of tracks")
        .key("formats", &ExportFormats::formats, "all that there are");
}

void Exported::describe(Fields<Exported>& fields) {
    fields.called("Exported", "a list that was written to a file")
        .key("list", &Exported::list, "which list")
        .key("format", &Exported::format, "one of the formats")
        .key("file", &Exported::file, "where it was written")
        .key("tracks", &Exported::tracks, "how many it has")
        .key("without_uri", &Exported::without_uri, "how many of them have no link");
}

}  // namespace attune::shapes
