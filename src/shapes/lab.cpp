#include "shapes/lab.h"

#include "library/audio_features.h"

namespace attune::shapes {
namespace {

std::vector<std::string> feature_words() {
    std::vector<std::string> words;
    for (const auto& feature : library::audio_feature_names) words.emplace_back(feature.name);
    return words;
}

}  // namespace

void TableColumn::describe(Fields<TableColumn>& fields) {
    fields.called("TableColumn", "a column of a table")
        .key("name", &TableColumn::name, "as the table writes it")
        .key("kind", &TableColumn::kind, "what its values are",
             {"number", "flag", "date", "list", "id", "text"})
        .key("known", &TableColumn::known, "rows that have a value")
        .key("distinct", &TableColumn::distinct, "different values, counted up to 1000")
        .key("example", &TableColumn::example, "the first value");
}

void TableContents::describe(Fields<TableContents>& fields) {
    fields.called("TableContents", "what a table of tracks holds")
        .key("rows", &TableContents::rows, "how many")
        .key("columns", &TableContents::columns, "in their order; of the library none")
        .key("labels", &TableContents::labels, "columns that a study could tell, the likeliest first")
        .key("targets", &TableContents::targets, "columns that a study could explain, the likeliest first")
        .key("groups", &TableContents::groups, "columns that could never be divided, the likeliest first");
}

void LabTable::describe(Fields<LabTable>& fields) {
    fields.called("LabTable", "a table that can be studied")
        .key("table", &LabTable::table, "its id; library: the tracks of the library")
        .key("name", &LabTable::name, "of the file")
        .all_of(&LabTable::contents);
}

void LabTables::describe(Fields<LabTables>& fields) {
    fields.called("LabTables", "the tables that can be studied")
        .key("tables", &LabTables::tables, "the library first, then the newest");
}

void StudyAsked::describe(Fields<StudyAsked>& fields) {
    fields.called("StudyAsked", "what was asked of a study")
        .key("table_name", &StudyAsked::table_name, "the table, as people know it")
        .key("answer", &StudyAsked::answer, "the column that it is about; may be empty")
        .key("group", &StudyAsked::group, "the column that was never divided; empty: none")
        .key("at", &StudyAsked::at, "when")
        .key("id", &StudyAsked::id, "as s3");
}

void KeptGenreStudy::describe(Fields<KeptGenreStudy>& fields) {
    fields.called("KeptGenreStudy", "a study of genres that is kept")
        .all_of(&KeptGenreStudy::study)
        .all_of(&KeptGenreStudy::asked);
}

void KeptPopularityStudy::describe(Fields<KeptPopularityStudy>& fields) {
    fields.called("KeptPopularityStudy", "a study of a number that is kept")
        .all_of(&KeptPopularityStudy::study)
        .all_of(&KeptPopularityStudy::asked);
}

void KeptClusterStudy::describe(Fields<KeptClusterStudy>& fields) {
    fields.called("KeptClusterStudy", "a study of groups that is kept")
        .all_of(&KeptClusterStudy::study)
        .all_of(&KeptClusterStudy::asked);
}

void StudyEntry::describe(Fields<StudyEntry>& fields) {
    fields.called("StudyEntry", "a study in the list of those that are kept")
        .key("study", &StudyEntry::study, "what was studied", {"genre", "popularity", "clusters"})
        .key("table_name", &StudyEntry::table_name, "the table, as people know it")
        .key("answer", &StudyEntry::answer, "the column that it is about; may be empty")
        .key("group", &StudyEntry::group, "the column that was never divided; empty: none")
        .key("at", &StudyEntry::at, "when")
        .key("rows", &StudyEntry::rows, "that were studied")
        .key("best", &StudyEntry::best, "its best model; of groups how good they are")
        .key("id", &StudyEntry::id, "as s3");
}

void StudyList::describe(Fields<StudyList>& fields) {
    fields.called("StudyList", "the studies that are kept")
        .key("studies", &StudyList::studies, "newest first");
}

void ComparedFigure::describe(Fields<ComparedFigure>& fields) {
    fields.called("ComparedFigure", "a figure of two studies")
        .key("model", &ComparedFigure::model, "of which model, or the best of each")
        .key("figure", &ComparedFigure::figure, "which one", {"accuracy", "top2", "mae", "r2"})
        .key("judged", &ComparedFigure::judged, "by which folds", {"random", "by_group"})
        .key("first", &ComparedFigure::first, "of the first study")
        .key("first_interval", &ComparedFigure::first_interval, "its 95 % interval")
        .key("second", &ComparedFigure::second, "of the second study")
        .key("second_interval", &ComparedFigure::second_interval, "its 95 % interval")
        .key("difference", &ComparedFigure::difference, "second less first")
        .key("verdict", &ComparedFigure::verdict, "of the second",
             {"better", "worse", "within the intervals"});
}

void Comparison::describe(Fields<Comparison>& fields) {
    fields.called("Comparison", "two studies of one kind, side by side")
        .key("study", &Comparison::study, "what was studied", {"genre", "popularity"})
        .key("differences", &Comparison::differences, "of what was studied, in words")
        .key("figures", &Comparison::figures, "of the best of each first, then of all that both have")
        .key("only_first", &Comparison::only_first, "models that the second has not")
        .key("only_second", &Comparison::only_second, "models that the first has not");
}

void SaidClass::describe(Fields<SaidClass>& fields) {
    fields.called("SaidClass", "which class a study's model says that a track is")
        .all_of(&SaidClass::track)
        .key("said", &SaidClass::said, "the likeliest")
        .key("can_tell", &SaidClass::can_tell, "whether such answers are right at least half of the time")
        .key("probabilities", &SaidClass::probabilities, "of each class");
}

void SaidNumber::describe(Fields<SaidNumber>& fields) {
    fields.called("SaidNumber", "which number a study's model says that a track has")
        .all_of(&SaidNumber::track)
        .key("value", &SaidNumber::value, "the number")
        .key("low", &SaidNumber::low, "the lower end of its 90 % interval")
        .key("high", &SaidNumber::high, "the upper end of its 90 % interval")
        .key("can_tell", &SaidNumber::can_tell, "whether enough of the track is known");
}

void Predictions::describe(Fields<Predictions>& fields) {
    fields.called("Predictions", "what a study's model says of tracks")
        .key("study", &Predictions::study, "what was studied", {"genre", "popularity"})
        .key("answer", &Predictions::answer, "the column that the model learnt to tell")
        .key("tracks", &Predictions::tracks, "in their order")
        .key("dropped", &Predictions::dropped, "rows that were left out, by the reason");
}

void GuessedGenre::describe(Fields<GuessedGenre>& fields) {
    fields.called("GuessedGenre", "a branch that a track may be")
        .key("genre", &GuessedGenre::genre, "the branch")
        .key("probability", &GuessedGenre::probability, "in [0, 1]");
}

void TaggedGenre::describe(Fields<TaggedGenre>& fields) {
    fields.called("TaggedGenre", "what an artist is called")
        .key("genre", &TaggedGenre::genre, "the name")
        .key("branch", &TaggedGenre::branch, "that it belongs to most; null where the tree does not know it");
}

void GenreGuess::describe(Fields<GenreGuess>& fields) {
    fields.called("GenreGuess", "which genre a track is by its sound and company, beside what it is called")
        .key("track", &GenreGuess::track, "null: of an artist, or the words mean several")
        .key("tracks", &GenreGuess::tracks, "how many were heard together")
        .key("candidates", &GenreGuess::candidates, "what else the words may mean, at most ten")
        .key("predicted", &GenreGuess::predicted, "the likeliest first")
        .key("can_tell", &GenreGuess::can_tell, "whether such answers are right often enough to be given")
        .key("tagged", &GenreGuess::tagged, "what the artist is called")
        .key("features", &GenreGuess::features, "means over the tracks; none where the words mean several",
             feature_words())
        .key("heard_from", &GenreGuess::heard_from, "what told it", {"sound", "playlists", "nothing"})
        .key("why", &GenreGuess::why, "a sentence for people")
        .key("held_out", &GenreGuess::held_out, "how often such answers were right; null: nothing was learnt")
        .key("study_says", &GenreGuess::study_says, "what the model of a study says, or null");
}

}  // namespace attune::shapes
