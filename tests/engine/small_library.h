#pragma once

#include "core/json.h"
#include "engine/intake/import.h"
#include "engine/library/workspace.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace attune::engine {

/// A library in a folder that goes when the test does, and what it takes to put things into it.
class SmallLibrary : public testing::Test {
  protected:
    SmallLibrary() {
        std::string name = (std::filesystem::temp_directory_path() / "attune-engine-XXXXXX").string();
        folder = ::mkdtemp(name.data());
        workspace = open_workspace(folder / "library", true);
        workspace->now = timestamp_of(1'720'000'000);  // July 2024
    }
    ~SmallLibrary() override {
        workspace.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }

    std::filesystem::path write(const std::string& name, const std::string& content) {
        const auto path = folder / name;
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }

    ImportReport import(const std::string& name, const std::string& content) {
        return import_paths(*workspace, {{write(name, content)}});
    }

    /// Imports as another person.
    ImportReport import_as(const std::string& person, const std::string& name, const std::string& content) {
        workspace->person = person;
        auto report = import(name, content);
        workspace->person = "me";
        return report;
    }

    std::int64_t n_listens() { return store().counts(workspace->ensure_person()).listens; }
    store::Store& store() { return *workspace->store; }

    std::filesystem::path folder;
    std::unique_ptr<Workspace> workspace;
};

/// Lets another program finish once somebody waits for it.
class EndsWriting final : public ProgressSink {
  public:
    explicit EndsWriting(store::Transaction& transaction) : transaction_(transaction) {}

    bool was_waited_for() const { return was_waited_for_; }
    void report(std::string_view stage, std::size_t /*done*/, std::size_t /*total*/) override {
        if (!stage.starts_with("waiting") || was_waited_for_) return;
        was_waited_for_ = true;
        transaction_.commit();
    }

  private:
    store::Transaction& transaction_;
    bool was_waited_for_ = false;
};

inline constexpr auto history_name = "Streaming_History_Audio_2024_0.json";

/// A row of an extended history: of track `number`, which ended `minute` minutes after 2024-05-01.
inline Json extended_row(int number, int minute, int ms_played = 200'000) {
    const auto ended = format_timestamp(timestamp_of(1'714'521'600 + 60 * minute));
    return {{"ts", ended},
            {"platform", "ios"},
            {"ms_played", ms_played},
            {"master_metadata_track_name", fmt::format("Song {}", number)},
            {"master_metadata_album_artist_name", fmt::format("Artist {}", number % 3)},
            {"master_metadata_album_album_name", "Album"},
            {"spotify_track_uri", fmt::format("spotify:track:{:022}", number)},
            {"episode_name", nullptr},
            {"spotify_episode_uri", nullptr},
            {"reason_start", "trackdone"},
            {"reason_end", "trackdone"},
            {"skipped", false},
            {"offline_timestamp", nullptr},
            {"incognito_mode", false}};
}

/// The same play as account data has it: an end to the minute.
inline Json account_row(int number, int minute, int ms_played = 200'000) {
    const auto ended = format_timestamp(timestamp_of(1'714'521'600 + 60 * minute));
    return {{"endTime", ended.substr(0, 10) + " " + ended.substr(11, 5)},
            {"artistName", fmt::format("Artist {}", number % 3)},
            {"trackName", fmt::format("Song {}", number)},
            {"msPlayed", ms_played}};
}

/// A history of one play each of the tracks 0 to count - 1, five minutes apart.
inline std::string extended_history(int count, int first = 0) {
    Json rows = Json::array();
    for (int i = first; i < first + count; ++i) rows.push_back(extended_row(i, 5 * i));
    return rows.dump(2);
}

}  // namespace attune::engine
