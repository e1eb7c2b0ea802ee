#include "shapes/intake.h"

namespace attune::shapes {

void ImportProblem::describe(Fields<ImportProblem>& fields) {
    fields.called("ImportProblem", "what could not be read")
        .key("where", &ImportProblem::where, "a line and byte, or a path")
        .key("message", &ImportProblem::message, "a sentence for people");
}

void RowCounts::describe(Fields<RowCounts>& fields) {
    fields.called("RowCounts", "the fate of every row: rows = imported + duplicates + the sum of dropped")
        .key("rows", &RowCounts::rows, "that were read")
        .key("imported", &RowCounts::imported, "that were new")
        .key("duplicates", &RowCounts::duplicates, "that the library had")
        .key("dropped", &RowCounts::dropped, "that were left out, by the reason");
}

void ReadColumn::describe(Fields<ReadColumn>& fields) {
    fields.called("ReadColumn", "how a column of a table was read")
        .key("column", &ReadColumn::column, "its name as it stands there, or its number")
        .key("meaning", &ReadColumn::meaning, "what it was taken for")
        .key("example", &ReadColumn::example, "its value in the first row");
}

void ImportQuestion::describe(Fields<ImportQuestion>& fields) {
    fields.called("ImportQuestion", "a file that changed nothing, because it is not clear what it is")
        .key("path", &ImportQuestion::path, "of the file, or of the entry of an archive")
        .key("kind", &ImportQuestion::kind, "which kind of file it seems to be")
        .key("question", &ImportQuestion::question, "what is not clear, a sentence for people")
        .key("choices", &ImportQuestion::choices, "the options of `attune import` that answer");
}

void FileReport::describe(Fields<FileReport>& fields) {
    fields.called("FileReport", "what came of a file that was imported")
        .key("path", &FileReport::path, "of the file, or of the entry of an archive")
        .key("kind", &FileReport::kind, "which kind of file it is; unknown: it was not read")
        .all_of(&FileReport::counts)
        .key("columns", &FileReport::columns, "of a table: how each of them was read")
        .key("problems", &FileReport::problems, "the first of what could not be read");
}

void ImportReport::describe(Fields<ImportReport>& fields) {
    fields.called("ImportReport", "what came of an import")
        .key("files", &ImportReport::files, "each of them")
        .key("totals", &ImportReport::totals, "of all files")
        .key("questions", &ImportReport::questions, "files that are asked about, and were not read")
        .key("other_files", &ImportReport::other_files,
             "files that hold nothing to import, by what they are (\"picture\", \"personal\", \"json\", "
             "...): number of files")
        .key("seconds", &ImportReport::seconds, "that it took");
}

void HeldCounts::describe(Fields<HeldCounts>& fields) {
    fields.called("HeldCounts", "what the library holds for the person")
        .key("listens", &HeldCounts::listens, "plays of the person")
        .key("tracks", &HeldCounts::tracks, "that the person played")
        .key("artists", &HeldCounts::artists, "that the person played")
        .key("playlists", &HeldCounts::playlists, "of the person")
        .key("library_tracks", &HeldCounts::library_tracks, "all that it knows");
}

void LibraryChange::describe(Fields<LibraryChange>& fields) {
    fields.called("LibraryChange", "what an import changed")
        .key("before", &LibraryChange::before, "what was held before")
        .key("after", &LibraryChange::after, "what is held after");
}

void ImportResult::describe(Fields<ImportResult>& fields) {
    fields.called("ImportResult", "what came of importing an upload")
        .all_of(&ImportResult::report)
        .key("changed", &ImportResult::changed, "what it changed");
}

void Import::describe(Fields<Import>& fields) {
    fields.called("Import", "a file that was imported")
        .key("import", &Import::number, "its number")
        .key("name", &Import::name, "of the file")
        .key("kind", &Import::kind, "which kind of file it is")
        .key("at", &Import::at, "when")
        .key("report", &Import::report, "what was said of it then");
}

void Imports::describe(Fields<Imports>& fields) {
    fields.called("Imports", "what was imported").key("imports", &Imports::imports, "newest first");
}

void FileTags::describe(Fields<FileTags>& fields) {
    fields.called("FileTags", "what the tags of a file say; what they do not say is left out")
        .key_if("title", &FileTags::title, "")
        .key_if("artists", &FileTags::artists, "")
        .key_if("album", &FileTags::album, "")
        .key_if("album_artist", &FileTags::album_artist, "")
        .key_if("genres", &FileTags::genres, "")
        .key_if("year", &FileTags::year, "")
        .key_if("track_number", &FileTags::track_number, "")
        .key_if("isrc", &FileTags::isrc, "")
        .key_if("recording_mbid", &FileTags::recording_mbid, "");
}

void HeardFeatures::describe(Fields<HeardFeatures>& fields) {
    fields.called("HeardFeatures", "the thirteen audio features as they were heard")
        .all_of(&HeardFeatures::sound)
        .key("tempo_alternative", &HeardFeatures::tempo_alternative, "the other octave of the tempo, in BPM")
        .key("confidence", &HeardFeatures::confidence, "of each feature, in [0, 1]");
}

void HeardRhythm::describe(Fields<HeardRhythm>& fields) {
    fields.called("HeardRhythm", "the rhythm of a recording")
        .key("pulse", &HeardRhythm::pulse, "how clear the beat is, in [0, 1]")
        .key("steadiness", &HeardRhythm::steadiness, "how even the beats are, in [0, 1]")
        .key("onsets_per_s", &HeardRhythm::onsets_per_s, "how many sounds begin a second");
}

void HeardTonality::describe(Fields<HeardTonality>& fields) {
    fields.called("HeardTonality", "the tonality of a recording")
        .key("tuning_cents", &HeardTonality::tuning_cents, "off 440 Hz")
        .key("key_strength", &HeardTonality::key_strength, "how well the key fits, in [0, 1]")
        .key("chroma", &HeardTonality::chroma, "shares of the pitch classes, C first");
}

void HeardLoudness::describe(Fields<HeardLoudness>& fields) {
    fields.called("HeardLoudness", "the loudness of a recording")
        .key("integrated_lufs", &HeardLoudness::integrated_lufs, "of the whole, in LUFS")
        .key("range_lu", &HeardLoudness::range_lu, "between soft and loud, in LU")
        .key("true_peak_dbtp", &HeardLoudness::true_peak_dbtp, "in dBTP; null where it was not asked for")
        .key("sample_peak_dbfs", &HeardLoudness::sample_peak_dbfs, "in dBFS")
        .key("clipped_share", &HeardLoudness::clipped_share, "of the samples, in [0, 1]");
}

void Heard::describe(Fields<Heard>& fields) {
    fields.called("Heard", "what was heard in a recording")
        .key("features", &Heard::features, "the thirteen audio features")
        .key("rhythm", &Heard::rhythm, "")
        .key("tonality", &Heard::tonality, "")
        .key("loudness", &Heard::loudness, "")
        .key("descriptors", &Heard::descriptors, "numbers of the sound, by their names")
        .key("problems", &Heard::problems, "what was wrong with the file");
}

void AnalyzedFile::describe(Fields<AnalyzedFile>& fields) {
    fields
        .called("AnalyzedFile",
                "what came of a file of sound; of one that failed the parts heard are left out")
        .key("path", &AnalyzedFile::path, "of the file")
        .key("status", &AnalyzedFile::status, "skipped: it was analysed before",
             {"analyzed", "skipped", "failed"})
        .key("id", &AnalyzedFile::id, "as track:12; null where nothing is kept")
        .key("duration_ms", &AnalyzedFile::duration_ms, "in milliseconds; null where it failed")
        .key("tags", &AnalyzedFile::tags, "what its tags say")
        .key("version", &AnalyzedFile::version, "of the analysis")
        .key("features", &AnalyzedFile::features, "the thirteen audio features; null where it failed")
        .key_if("rhythm", &AnalyzedFile::rhythm, "")
        .key_if("tonality", &AnalyzedFile::tonality, "")
        .key_if("loudness", &AnalyzedFile::loudness, "")
        .key_if("descriptors", &AnalyzedFile::descriptors, "numbers of the sound, by their names")
        .key("problems", &AnalyzedFile::problems, "what was wrong with it");
}

void AnalysisTotals::describe(Fields<AnalysisTotals>& fields) {
    fields.called("AnalysisTotals", "sums of an analysis")
        .key("files", &AnalysisTotals::files, "all of them")
        .key("analyzed", &AnalysisTotals::analyzed, "that were listened to")
        .key("adopted", &AnalysisTotals::adopted, "of these, taken over from what others have analysed")
        .key("skipped", &AnalysisTotals::skipped, "that were analysed before")
        .key("failed", &AnalysisTotals::failed, "that could not be read")
        .key("audio_seconds", &AnalysisTotals::audio_seconds, "that were listened to")
        .key("cpu_seconds", &AnalysisTotals::cpu_seconds, "that it took, of all threads")
        .key("wall_seconds", &AnalysisTotals::wall_seconds, "that it took");
}

void AnalysisReport::describe(Fields<AnalysisReport>& fields) {
    fields.called("AnalysisReport", "what came of listening to files")
        .key("files", &AnalysisReport::files, "in the order of their paths")
        .key("problems", &AnalysisReport::problems, "folders that could not be read")
        .key("totals", &AnalysisReport::totals, "of all files");
}

void CacheReport::describe(Fields<CacheReport>& fields) {
    fields.called("CacheReport", "what came of a file of analyses")
        .key("analyses", &CacheReport::analyses, "written, or new to the library")
        .key("known", &CacheReport::known, "that the library had")
        .key("other_version", &CacheReport::other_version,
             "of another version: kept, but of no use to this one")
        .key("bad", &CacheReport::bad, "lines that could not be read")
        .key("problems", &CacheReport::problems, "the first of them");
}

}  // namespace attune::shapes
