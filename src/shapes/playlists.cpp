#include "shapes/playlists.h"

namespace attune::shapes {

void PlaylistName::describe(Fields<PlaylistName>& fields) {
    fields.called("PlaylistName", "a playlist by what it is called")
        .key("id", &PlaylistName::id, "as playlist:3")
        .key("name", &PlaylistName::name, "what it is called; several may have one name");
}

void Playlist::describe(Fields<Playlist>& fields) {
    fields.called("Playlist", "a playlist that holds tracks")
        .all_of(&Playlist::name)
        .key("kind", &Playlist::kind, "where it comes from")
        .key("tracks", &Playlist::tracks, "its entries")
        .key("versions", &Playlist::versions, "states that are kept; 0: it was never changed here")
        .key("people", &Playlist::people, "who added to it; none where the file does not say");
}

void Playlists::describe(Fields<Playlists>& fields) {
    fields.called("Playlists", "the playlists of the person that hold tracks")
        .key("playlists", &Playlists::playlists, "all of them");
}

void MadePlaylist::describe(Fields<MadePlaylist>& fields) {
    fields.called("MadePlaylist", "a playlist that was made of chosen tracks")
        .all_of(&MadePlaylist::name)
        .key("tracks", &MadePlaylist::tracks, "its entries")
        .key("change", &MadePlaylist::change, "the number of the change that made it");
}

void PlaylistDifference::describe(Fields<PlaylistDifference>& fields) {
    fields.called("PlaylistDifference", "what sets a playlist apart from the person's others")
        .key("quantity", &PlaylistDifference::quantity, "what was measured")
        .key("effect", &PlaylistDifference::effect, "the difference of the means in standard deviations")
        .key("mean", &PlaylistDifference::mean, "of its tracks")
        .key("low", &PlaylistDifference::low, "where its usual tracks begin")
        .key("high", &PlaylistDifference::high, "where its usual tracks end")
        .key("elsewhere", &PlaylistDifference::elsewhere, "the mean of the tracks of other playlists")
        .key("text", &PlaylistDifference::text, "a sentence for people; empty where it is not worth one");
}

void PlaylistGenre::describe(Fields<PlaylistGenre>& fields) {
    fields.called("PlaylistGenre", "how much of a playlist is called so")
        .key("genre", &PlaylistGenre::genre, "the genre")
        .key("here", &PlaylistGenre::here, "share of its tracks, in [0, 1]")
        .key("elsewhere", &PlaylistGenre::elsewhere, "share of the tracks of other playlists, in [0, 1]");
}

void PlaylistEntry::describe(Fields<PlaylistEntry>& fields) {
    fields.called("PlaylistEntry", "an entry of a playlist")
        .all_of(&PlaylistEntry::track)
        .key("position", &PlaylistEntry::position, "from 1")
        .key("added_at", &PlaylistEntry::added_at, "when; null where it is not known")
        .key("added_by", &PlaylistEntry::added_by, "who; null where it is not known");
}

void PlaylistDetail::describe(Fields<PlaylistDetail>& fields) {
    fields.called("PlaylistDetail", "a playlist, what it is like and what sets it apart")
        .all_of(&PlaylistDetail::name)
        .key("kind", &PlaylistDetail::kind, "where it comes from")
        .key("tracks", &PlaylistDetail::tracks, "each once")
        .key("with_sound", &PlaylistDetail::with_sound, "of them, those whose sound is known")
        .key("with_genres", &PlaylistDetail::with_genres, "of them, those whose genres are known")
        .key("differences", &PlaylistDetail::differences, "the largest first")
        .key("genres", &PlaylistDetail::genres, "what its tracks are called, the most first")
        .key("telling_genres", &PlaylistDetail::telling_genres, "those that it has more than others")
        .key("entries", &PlaylistDetail::entries, "in their order");
}

void OutlierVote::describe(Fields<OutlierVote>& fields) {
    fields.called("OutlierVote", "what a method says that looks at sound alone")
        .key("score", &OutlierVote::score, "larger lies farther apart")
        .key("outlier", &OutlierVote::outlier, "whether it is beyond the usual bound of the method");
}

void BetterHome::describe(Fields<BetterHome>& fields) {
    fields.called("BetterHome", "a playlist that a track would sit better in")
        .all_of(&BetterHome::name)
        .key("reason", &BetterHome::reason, "a sentence for people; may be empty");
}

void Verdict::describe(Fields<Verdict>& fields) {
    fields.called("Verdict", "what the doctor says of a track that does not fit, or that was decided on")
        .all_of(&Verdict::track)
        .key("position", &Verdict::position, "of the entry, from 1")
        .key("standing", &Verdict::standing, "whether it belongs", {"foreign", "doubtful", "kept", "dropped"})
        .key("probability", &Verdict::probability, "that it does not belong, in [0, 1]")
        .key("margin", &Verdict::margin, "how far it is from belonging; below 0 it does not")
        .key("parts", &Verdict::parts, "what the margin is made of; with an intercept they add up to it",
             {"sound", "genres", "artist", "release", "era", "popularity", "length", "other playlists",
              "decisions"})
        .key("methods", &Verdict::methods, "what methods say that look at sound alone",
             {"z-score", "IQR", "Mahalanobis", "isolation forest"})
        .key("n_methods", &Verdict::n_methods, "how many of them call it an outlier")
        .key("reasons", &Verdict::reasons, "sentences for people, the weightiest first")
        .key("home", &Verdict::home, "where it would sit better, or null");
}

void Margin::describe(Fields<Margin>& fields) {
    fields.called("Margin", "how well an entry fits")
        .key("position", &Margin::position, "of the entry, from 1")
        .key("margin", &Margin::margin, "below 0 it does not belong");
}

void DuplicateEntry::describe(Fields<DuplicateEntry>& fields) {
    fields.called("DuplicateEntry", "an entry that is there before")
        .all_of(&DuplicateEntry::track)
        .key("position", &DuplicateEntry::position, "of the entry, from 1")
        .key("of", &DuplicateEntry::of, "the entry that it is like")
        .key("kind", &DuplicateEntry::kind, "how it is like it",
             {"same_track", "same_song", "same_sound", "version"})
        .key("text", &DuplicateEntry::text, "a sentence for people");
}

void ExaminedPlaylist::describe(Fields<ExaminedPlaylist>& fields) {
    fields.called("ExaminedPlaylist", "what the doctor says of a playlist")
        .all_of(&ExaminedPlaylist::name)
        .key("tracks", &ExaminedPlaylist::tracks, "its entries")
        .key("without_sound", &ExaminedPlaylist::without_sound, "whose sound is not known")
        .key("without_genres", &ExaminedPlaylist::without_genres, "whose genres are not known")
        .key("without_both", &ExaminedPlaylist::without_both, "of which neither is known")
        .key("has_verdicts", &ExaminedPlaylist::has_verdicts, "false: too few tracks to tell")
        .key("verdicts", &ExaminedPlaylist::verdicts, "of tracks that do not simply fit, the worst first")
        .key("margins", &ExaminedPlaylist::margins, "of all tracks")
        .key("duplicates", &ExaminedPlaylist::duplicates, "entries that are there before");
}

void DoctorChange::describe(Fields<DoctorChange>& fields) {
    fields.called("DoctorChange", "what the doctor would do with an entry, or did")
        .all_of(&DoctorChange::track)
        .key("position", &DoctorChange::position, "of the entry, from 1")
        .key("playlist", &DoctorChange::playlist, "where it is")
        .key("action", &DoctorChange::action, "what is done", {"remove", "move"})
        .key("to", &DoctorChange::to, "where it is moved, or null")
        .key("why", &DoctorChange::why, "a sentence for people");
}

void Doctor::describe(Fields<Doctor>& fields) {
    fields.called("Doctor", "what does not belong on playlists, and why")
        .key("playlists", &Doctor::playlists, "those that were looked at")
        .key("changes", &Doctor::changes, "what would be done, or was")
        .key("change", &Doctor::change, "the number of the change once it is made, else null");
}

void BuiltTrack::describe(Fields<BuiltTrack>& fields) {
    fields.called("BuiltTrack", "a track that was picked for a playlist")
        .key("position", &BuiltTrack::position, "from 1")
        .all_of(&BuiltTrack::track)
        .key("score", &BuiltTrack::score, "how well it fits, in [0, 1]")
        .key("reason", &BuiltTrack::reason, "why; may be empty");
}

void BuiltPlaylist::describe(Fields<BuiltPlaylist>& fields) {
    fields.called("BuiltPlaylist", "a playlist that was built, or tracks that were added to one")
        .key("name", &BuiltPlaylist::name, "of the playlist")
        .key("from", &BuiltPlaylist::from, "what was picked from", {"mine", "new", "all"})
        .key("tracks", &BuiltPlaylist::tracks, "in their order")
        .key("change", &BuiltPlaylist::change, "the number of the change once it is made, else null");
}

void PlaylistPart::describe(Fields<PlaylistPart>& fields) {
    fields.called("PlaylistPart", "a part of a playlist that goes together")
        .key("name", &PlaylistPart::name, "what to call it")
        .key("tracks", &PlaylistPart::tracks, "in their order");
}

void SplitPlaylist::describe(Fields<SplitPlaylist>& fields) {
    fields.called("SplitPlaylist", "a playlist divided into parts that go together")
        .all_of(&SplitPlaylist::name)
        .key("parts", &SplitPlaylist::parts, "the parts")
        .key("left_out", &SplitPlaylist::left_out, "tracks of which neither sound nor genres are known")
        .key("change", &SplitPlaylist::change, "the number of the change once it is made, else null");
}

void MusicCluster::describe(Fields<MusicCluster>& fields) {
    fields.called("MusicCluster", "a part of the person's music that goes together")
        .key("cluster", &MusicCluster::cluster, "its number, from 1")
        .key("name", &MusicCluster::name, "what tells it apart")
        .key("tracks", &MusicCluster::tracks, "how many")
        .key("typical", &MusicCluster::typical, "at most five");
}

void MusicClusters::describe(Fields<MusicClusters>& fields) {
    fields.called("MusicClusters", "the person's music divided into clusters")
        .key("clusters", &MusicClusters::clusters, "largest first");
}

void PlaylistDecision::describe(Fields<PlaylistDecision>& fields) {
    fields.called("PlaylistDecision", "that a track stays on a playlist, or is to go")
        .key("playlist", &PlaylistDecision::playlist, "which playlist")
        .all_of(&PlaylistDecision::track)
        .key("decision", &PlaylistDecision::decision, "what was decided", {"keep", "drop"});
}

void PlaylistVersion::describe(Fields<PlaylistVersion>& fields) {
    fields.called("PlaylistVersion", "a state of a playlist")
        .key("version", &PlaylistVersion::version, "from 1")
        .key("parent", &PlaylistVersion::parent, "the state before; null for the first")
        .key("at", &PlaylistVersion::at, "when it was changed so")
        .key("text", &PlaylistVersion::text, "what was done")
        .key("tracks", &PlaylistVersion::tracks, "how many it has");
}

void PlaylistVersions::describe(Fields<PlaylistVersions>& fields) {
    fields.called("PlaylistVersions", "the states of a playlist")
        .all_of(&PlaylistVersions::name)
        .key("versions", &PlaylistVersions::versions, "oldest first; the last is in force");
}

void PlaylistChange::describe(Fields<PlaylistChange>& fields) {
    fields.called("PlaylistChange", "a change of playlists")
        .key("change", &PlaylistChange::change, "its number")
        .key("text", &PlaylistChange::text, "what was done")
        .key("at", &PlaylistChange::at, "when");
}

void PlaylistLength::describe(Fields<PlaylistLength>& fields) {
    fields.called("PlaylistLength", "a playlist and how long it is")
        .all_of(&PlaylistLength::name)
        .key("tracks", &PlaylistLength::tracks, "its entries");
}

void UndonePlaylists::describe(Fields<UndonePlaylists>& fields) {
    fields.called("UndonePlaylists", "a change of playlists that was taken back")
        .key("change", &UndonePlaylists::change, "the number of the change that took it back")
        .key("undone", &UndonePlaylists::undone, "what was taken back")
        .key("playlists", &UndonePlaylists::playlists, "those that hold again what they held");
}

void RestoredPlaylist::describe(Fields<RestoredPlaylist>& fields) {
    fields.called("RestoredPlaylist", "a playlist that is as in a version again")
        .all_of(&RestoredPlaylist::name)
        .key("change", &RestoredPlaylist::change, "the number of the change")
        .key("version", &RestoredPlaylist::version, "as in which version")
        .key("tracks", &RestoredPlaylist::tracks, "its entries");
}

void GenreShare::describe(Fields<GenreShare>& fields) {
    fields.called("GenreShare", "how much of somebody's tracks is called so")
        .key("genre", &GenreShare::genre, "the genre")
        .key("share", &GenreShare::share, "in [0, 1]");
}

void MedianYear::describe(Fields<MedianYear>& fields) {
    fields.called("MedianYear", "when tracks came out")
        .key("median", &MedianYear::median, "the year in the middle; null where none is known");
}

void PersonTaste::describe(Fields<PersonTaste>& fields) {
    fields.called("PersonTaste", "what somebody likes who added to playlists")
        .key("person", &PersonTaste::person, "a letter, or the name that they were given")
        .key("tracks", &PersonTaste::tracks, "that they added, each once")
        .key("artists", &PersonTaste::artists, "of these tracks")
        .key("playlists", &PersonTaste::playlists, "names of those that they added to")
        .key("genres", &PersonTaste::genres, "at most five, the most first")
        .key("sound", &PersonTaste::sound, "means over their tracks")
        .key("years", &PersonTaste::years, "when their tracks came out");
}

void TastePair::describe(Fields<TastePair>& fields) {
    fields.called("TastePair", "how the tastes of two people overlap")
        .key("a", &TastePair::a, "one of them")
        .key("b", &TastePair::b, "the other")
        .key("shared_tracks", &TastePair::shared_tracks, "that both added")
        .key("shared_artists", &TastePair::shared_artists, "that both added")
        .key("genres", &TastePair::genres, "overlap in [0, 1]; null where genres are not known")
        .key("sound", &TastePair::sound, "overlap in [0, 1]; null where too little is known")
        .key("text", &TastePair::text, "a sentence for people; may be empty");
}

void Tastes::describe(Fields<Tastes>& fields) {
    fields.called("Tastes", "what the people who added to playlists like")
        .key("people", &Tastes::people, "each of them")
        .key("pairs", &Tastes::pairs, "each with each");
}

}  // namespace attune::shapes
