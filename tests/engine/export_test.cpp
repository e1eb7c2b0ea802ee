#include "engine/playlists/export.h"

#include "core/error.h"
#include "engine/library/find_track.h"
#include "engine/picks/labels.h"
#include "engine/small_library.h"
#include "files/file.h"

namespace attune::engine {
namespace {

class Export : public SmallLibrary {
  protected:
    Export() {
        import(history_name, extended_history(6));
        label_track(*workspace, "Song 1", "like");
        label_track(*workspace, "Song 2", "dislike");
    }

    ErrorCode code_of(const ExportOptions& options) {
        try {
            export_list(*workspace, options);
        } catch (const Error& error) {
            return error.code();
        }
        ADD_FAILURE() << options.what << " was exported";
        return ErrorCode::interrupted;
    }
};

TEST_F(Export, WritesLabelsAsLists) {
    const auto liked = export_list(*workspace, {.what = "liked", .format = "csv"});
    EXPECT_EQ(liked.name, "attune liked");
    EXPECT_EQ(liked.n_tracks, 1U);
    EXPECT_NE(liked.content.find("Song 1"), std::string::npos);
    EXPECT_EQ(liked.content.find("Song 2"), std::string::npos);
    EXPECT_EQ(export_list(*workspace, {.what = "disliked", .format = "csv"}).name, "attune disliked");
}

TEST_F(Export, WritesTheLastPicksUnlessACycleIsNamed) {
    const auto pick = [&](int cycle, std::string_view title) {
        const auto track = find_track(*workspace, title).id;
        const store::CandidateRow row{cycle, 1, track, 0.5, 0.5};
        store().set_candidates(workspace->person_id(), {.number = cycle, .at = workspace->now}, {{row}});
    };
    EXPECT_EQ(code_of({.format = "csv"}), ErrorCode::not_found);
    pick(1, "Song 3");
    pick(2, "Song 4");
    EXPECT_NE(export_list(*workspace, {.format = "csv"}).content.find("Song 4"), std::string::npos);
    EXPECT_NE(export_list(*workspace, {.format = "csv", .cycle = 1}).content.find("Song 3"),
              std::string::npos);
    EXPECT_EQ(code_of({.format = "csv", .cycle = 7}), ErrorCode::not_found);
}

TEST_F(Export, TellsTheFormatByTheNameOfTheFile) {
    const auto file = folder / "liked.m3u8";
    EXPECT_EQ(export_list(*workspace, {.what = "liked", .file = file}).format, "m3u8");
    EXPECT_EQ(files::read_file(file).substr(0, 7), "#EXTM3U");
    EXPECT_EQ(code_of({.what = "liked", .file = folder / "liked.doc"}), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of({.what = "liked", .format = "doc"}), ErrorCode::not_found);
}

TEST_F(Export, NamesFilesFromWhereTheListLies) {
    const auto file = (folder / "Music/one.flac").string();
    store::AudioFileRow row;
    row.path = file;
    row.content = 1;
    row.track = find_track(*workspace, "Song 1").id;
    row.version = 1;
    store().set_audio_file(row);
    const auto places = [&](const ExportOptions& options) {
        return export_list(*workspace, options).content;
    };
    const auto near = places({.what = "liked", .file = folder / "liked.m3u8"});
    EXPECT_NE(near.find("\nMusic/one.flac"), std::string::npos) << near;
    // The page exports without a file, and the browser saves the list where it likes.
    const auto anywhere = places({.what = "liked", .format = "m3u8"});
    EXPECT_NE(anywhere.find("\n" + file), std::string::npos) << anywhere;
}

TEST_F(Export, OfWhatIsNotThereSaysSo) {
    EXPECT_EQ(code_of({.what = "My summer", .format = "csv"}), ErrorCode::not_found);
    label_track(*workspace, "Song 1", "clear");
    EXPECT_EQ(code_of({.what = "liked", .format = "csv"}), ErrorCode::not_found);
}

TEST_F(Export, CanBeImportedAgain) {
    const auto file = folder / "attune liked.csv";
    export_list(*workspace, {.what = "liked", .file = file});
    const auto report = import_paths(*workspace, {{file}});
    EXPECT_EQ(report.totals.rows, 1);
    EXPECT_EQ(store().tracks().size(), 6U);
}

}  // namespace
}  // namespace attune::engine
