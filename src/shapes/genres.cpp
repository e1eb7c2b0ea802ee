#include "shapes/genres.h"

namespace attune::shapes {

void BranchWeight::describe(Fields<BranchWeight>& fields) {
    fields.called("BranchWeight", "how much something belongs to a branch of the tree of genres")
        .key("branch", &BranchWeight::branch, "its name")
        .key("weight", &BranchWeight::weight, "in [0, 1]; those of all branches add up to 1");
}

void RootWeight::describe(Fields<RootWeight>& fields) {
    fields.called("RootWeight", "how much something belongs to a root of the tree of genres")
        .key("root", &RootWeight::root, "its name")
        .key("weight", &RootWeight::weight, "in [0, 1]");
}

void SettledBy::describe(Fields<SettledBy>& fields) {
    fields.called("SettledBy", "who has said where a genre belongs")
        .key("by", &SettledBy::by, "who", {"you", "attune"})
        .key("line", &SettledBy::line, "of the person's own file; null where attune says so");
}

void Genre::describe(Fields<Genre>& fields) {
    fields.called("Genre", "a genre of the library")
        .key("genre", &Genre::genre, "its name")
        .key("artists", &Genre::artists, "that are called so; those of other people count in part")
        .key("branches", &Genre::branches, "heaviest first; none where nobody can tell")
        .key("settled", &Genre::settled, "who has said so; null: the evidence");
}

void Genres::describe(Fields<Genres>& fields) {
    fields.called("Genres", "the genres of the library")
        .key("total", &Genres::total, "how many there are")
        .key("genres", &Genres::genres, "those of most artists first");
}

void GenreBranch::describe(Fields<GenreBranch>& fields) {
    fields.called("GenreBranch", "a branch of the tree of genres")
        .key("branch", &GenreBranch::branch, "its name")
        .key("genres", &GenreBranch::genres, "how many genres belong to it most")
        .key("examples", &GenreBranch::examples, "those of most artists");
}

void GenreRoot::describe(Fields<GenreRoot>& fields) {
    fields.called("GenreRoot", "a root of the tree of genres")
        .key("root", &GenreRoot::root, "its name")
        .key("branches", &GenreRoot::branches, "all of them");
}

void GenreTree::describe(Fields<GenreTree>& fields) {
    fields.called("GenreTree", "the tree of genres")
        .key("genres", &GenreTree::genres, "how many the library knows")
        .key("own_file", &GenreTree::own_file, "where the person says genres belong; null: there is none")
        .key("roots", &GenreTree::roots, "all of them");
}

void GenreWord::describe(Fields<GenreWord>& fields) {
    fields.called("GenreWord", "what a word of a genre's name says")
        .key("words", &GenreWord::words, "the word, or several together")
        .key("is_head", &GenreWord::is_head, "whether it is what the genre is a kind of")
        .key("branch", &GenreWord::branch, "that it speaks for most")
        .key("says", &GenreWord::says, "how much, in nats");
}

void NameEvidence::describe(Fields<NameEvidence>& fields) {
    fields.called("NameEvidence", "what a genre's name says")
        .key("weights", &NameEvidence::weights, "heaviest first")
        .key("words", &NameEvidence::words, "what it is made of");
}

void NearGenre::describe(Fields<NearGenre>& fields) {
    fields.called("NearGenre", "a genre that is called beside another")
        .key("genre", &NearGenre::genre, "its name")
        .key("likeness", &NearGenre::likeness, "cosine of their vectors, in (0, 1]")
        .key("branch", &NearGenre::branch, "that it belongs to most");
}

void CompanyEvidence::describe(Fields<CompanyEvidence>& fields) {
    fields.called("CompanyEvidence", "what the genres beside it say")
        .key("weights", &CompanyEvidence::weights, "heaviest first")
        .key("nearest", &CompanyEvidence::nearest, "the nearest first");
}

void GenreFeature::describe(Fields<GenreFeature>& fields) {
    fields.called("GenreFeature", "how a genre sounds, by one feature")
        .key("feature", &GenreFeature::feature, "its name")
        .key("mean", &GenreFeature::mean, "of its artists")
        .key("deviations", &GenreFeature::deviations, "from the mean of all genres, in standard deviations");
}

void SoundEvidence::describe(Fields<SoundEvidence>& fields) {
    fields.called("SoundEvidence", "what a genre's sound says")
        .key("weights", &SoundEvidence::weights, "heaviest first")
        .key("features", &SoundEvidence::features, "those that are known");
}

void GenreEvidence::describe(Fields<GenreEvidence>& fields) {
    fields.called("GenreEvidence", "what speaks for branches; null where it says nothing")
        .key("together", &GenreEvidence::together, "all of it; none where nobody can tell")
        .key("name", &GenreEvidence::name, "what its name says")
        .key("company", &GenreEvidence::company, "what the genres beside it say")
        .key("sound", &GenreEvidence::sound, "what its sound says");
}

void GenreExplained::describe(Fields<GenreExplained>& fields) {
    fields.called("GenreExplained", "where a genre belongs, and why")
        .key("genre", &GenreExplained::genre, "its name, as attune writes it")
        .key("known", &GenreExplained::known, "whether somebody in the library is called so")
        .key("artists_called_so", &GenreExplained::artists_called_so, "those of other people count in part")
        .key("branches", &GenreExplained::branches, "heaviest first; none where nobody can tell")
        .key("roots", &GenreExplained::roots, "with a weight of 0.05 or more")
        .key("settled", &GenreExplained::settled, "who has said so; null: the evidence")
        .key("evidence", &GenreExplained::evidence, "what speaks for branches")
        .key("artists", &GenreExplained::artists, "at most eight that show best what it is");
}

void MapGroup::describe(Fields<MapGroup>& fields) {
    fields.called("MapGroup", "a group of genres on the map")
        .key("group", &MapGroup::group, "its number, from 0")
        .key("genres", &MapGroup::genres, "how many")
        .key("examples", &MapGroup::examples, "those of most artists")
        .key("share_of_plays", &MapGroup::share_of_plays, "of the person, in [0, 1]; null without plays");
}

void MapGenre::describe(Fields<MapGenre>& fields) {
    fields.called("MapGenre", "a genre on the map")
        .key("genre", &MapGenre::genre, "its name")
        .key("x", &MapGenre::x, "its place")
        .key("y", &MapGenre::y, "its place")
        .key("artists", &MapGenre::artists, "that are called so")
        .key("branch", &MapGenre::branch, "that it belongs to most")
        .key("root", &MapGenre::root, "of that branch")
        .key("group", &MapGenre::group, "one of groups")
        .key("plays", &MapGenre::plays,
             "of the person, shared among the genres of an artist; null without a person");
}

void GenreMap::describe(Fields<GenreMap>& fields) {
    fields.called("GenreMap", "the map of genres, and how much of it the person plays")
        .key("person", &GenreMap::person, "null: the library has nobody of that name")
        .key("plays", &GenreMap::plays, "of the person")
        .key("plays_with_genres", &GenreMap::plays_with_genres, "of these, plays of artists with genres")
        .key("by", &GenreMap::by, "how the groups were made",
             {"hierarchical", "kmeans", "spectral", "affinity"})
        .key("goes_on", &GenreMap::goes_on, "whether places go on from an earlier map")
        .key("groups", &GenreMap::groups, "all of them")
        .key("genres", &GenreMap::genres, "all that have a place");
}

void TrackGenre::describe(Fields<TrackGenre>& fields) {
    fields.called("TrackGenre", "the branch of a track")
        .all_of(&TrackGenre::track)
        .key("branch", &TrackGenre::branch, "null: nobody can tell")
        .key("root", &TrackGenre::root, "null: nobody can tell")
        .key("told_by", &TrackGenre::told_by, "what told it", {"artist", "playlists", "sound", "facts"})
        .key("branches", &TrackGenre::branches, "what it may be, heaviest first");
}

void HeldOut::describe(Fields<HeldOut>& fields) {
    fields.called("HeldOut", "how often answers were right on artists never met")
        .key("tracks", &HeldOut::tracks, "that were asked for")
        .key("majority", &HeldOut::majority, "share of the commonest answer")
        .key("accuracy", &HeldOut::accuracy, "share of right answers where all were given")
        .key("log_loss", &HeldOut::log_loss, "in nats")
        .key("threshold", &HeldOut::threshold, "the probability from which an answer is given")
        .key("coverage", &HeldOut::coverage, "share of tracks that were given an answer")
        .key("told_accuracy", &HeldOut::told_accuracy, "share of these answers that were right");
}

void HeldOutGenres::describe(Fields<HeldOutGenres>& fields) {
    fields.called("HeldOutGenres", "how often answers were right on artists never met")
        .key("branches", &HeldOutGenres::branches, "of branches")
        .key("roots", &HeldOutGenres::roots, "of roots");
}

void TrackGenres::describe(Fields<TrackGenres>& fields) {
    fields.called("TrackGenres", "the branches of tracks")
        .key("tracks", &TrackGenres::tracks, "in the order in which they were asked for")
        .key("held_out", &TrackGenres::held_out,
             "how often such answers were right; null: nothing was learnt")
        .key("note", &TrackGenres::note, "why nothing could be learnt, or null");
}

}  // namespace attune::shapes
