#include "core/random.h"
#include "store/backends.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <tuple>

namespace attune::store {
namespace {

using library::Listen;
using library::ListenSource;

/// Account data as Spotify would have made it of the same plays: names for ids, ends cut off to the minute.
Listen account_view_of(Listen listen) {
    listen.track.spotify_id.clear();
    listen.track.release_name.clear();
    listen.ended_at = std::chrono::floor<std::chrono::minutes>(listen.ended_at);
    listen.listened_at = listen.ended_at - std::chrono::seconds(*listen.ms_played / 1000);
    return listen;
}

Listen play(const std::string& artist, const std::string& title, const std::string& id, std::int64_t end,
            int ms_played) {
    Listen listen;
    listen.track.artist_name = artist;
    listen.track.track_name = title;
    listen.track.spotify_id = id;
    listen.ended_at = timestamp_of(end);
    listen.ms_played = ms_played;
    listen.listened_at = timestamp_of(end - ms_played / 1000);
    return listen;
}

/// A history with what makes matching hard: tracks on repeat, skips within seconds, and again within the
/// minute.
std::vector<Listen> generated_history() {
    Random random(1);
    std::vector<Listen> plays;
    std::int64_t now = 1'600'000'000;
    std::size_t track = 0;
    for (int i = 0; i < 20'000; ++i) {
        if (random.uniform() > 0.2) track = random.below(500);
        const bool is_skip = random.uniform() < 0.3;
        const int ms_played =
            is_skip ? static_cast<int>(500 + random.below(20'000)) : static_cast<int>(120'000 + track * 300);
        now += ms_played / 1000 + static_cast<std::int64_t>(random.below(5));
        plays.push_back(play(fmt::format("Artist {}", track % 50), fmt::format("Title {}", track),
                             fmt::format("{:022}", track), now, ms_played));
    }
    return plays;
}

/// The plays of listener_a, as lines of id, artist, title, end and ms_played; empty where the data is not
/// here.
std::vector<Listen> real_history() {
    const char* home = std::getenv("HOME");
    const char* data = std::getenv("ATTUNE_DATA");
    const std::filesystem::path folder =
        data != nullptr ? data : std::filesystem::path(home == nullptr ? "" : home) / ".cache/attune-data";
    std::vector<Listen> plays;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "listener_a_extended", ignored)) {
        std::ifstream file(entry.path());
        Listen listen;
        std::string uri;
        // The file has one key a line, so that this test needs no parser.
        for (std::string line; std::getline(file, line);) {
            const auto key_end = line.find("\": ");
            if (key_end == std::string::npos) continue;
            const auto key = line.substr(line.find('"') + 1, key_end - line.find('"') - 1);
            auto value = line.substr(key_end + 3);
            if (value.ends_with(',')) value.pop_back();
            if (value.starts_with('"')) value = value.substr(1, value.size() - 2);
            if (key == "ts") listen.ended_at = parse_timestamp(value).value_or(Timestamp());
            if (key == "ms_played") listen.ms_played = std::stoi(value);
            if (key == "master_metadata_track_name") listen.track.track_name = value;
            if (key == "master_metadata_album_artist_name") listen.track.artist_name = value;
            if (key == "spotify_track_uri") uri = value;
            if (key != "incognito_mode" || *listen.ms_played <= 0) continue;
            listen.track.spotify_id = library::spotify_track_id(uri);
            listen.listened_at = listen.ended_at - std::chrono::seconds(*listen.ms_played / 1000);
            if (!listen.track.spotify_id.empty()) plays.push_back(listen);
        }
    }
    return plays;
}

using PlayKey = std::tuple<Timestamp, int>;

struct Score {
    double precision = 0;
    double recall = 0;
};

/// Imports a history and its account view; compares which record each account row was recognised in.
Score match(const std::vector<Listen>& history, bool account_first, const Backend& backend) {
    const TemporaryFolder folder;
    const auto store = backend.open(folder.path());
    const auto me = store->ensure_person("me");
    const auto transaction = store->begin();
    std::map<std::tuple<std::string, std::string, Timestamp, int>, int> account_rows;
    const auto add_account = [&] {
        for (const auto& row : history) {
            const auto view = account_view_of(row);
            store->add_listen(me, view, ListenSource::spotify_account);
            account_rows[{view.track.artist_name, view.track.track_name, view.ended_at, *view.ms_played}] = 1;
        }
    };
    if (account_first) add_account();
    for (const auto& row : history) store->add_listen(me, row, ListenSource::spotify_extended);
    if (!account_first) add_account();
    transaction->commit();

    std::size_t n_right = 0;
    const auto matches = store->listen_matches(me);
    for (const auto& match : matches) {
        const bool same_minute =
            std::chrono::floor<std::chrono::minutes>(match.kept.ended_at) == match.ended_at;
        if (same_minute && match.kept.ms_played == match.ms_played) ++n_right;
    }
    // Nothing counts twice, nothing is lost.
    for (const auto& listen : store->listens(me)) EXPECT_EQ(listen.source, ListenSource::spotify_extended);
    return {static_cast<double>(n_right) / static_cast<double>(matches.size()),
            static_cast<double>(n_right) / static_cast<double>(account_rows.size())};
}

class AccountView : public testing::TestWithParam<Backend> {};

INSTANTIATE_TEST_SUITE_P(All, AccountView, testing::ValuesIn(backends),
                         [](const auto& info) { return std::string(info.param.name); });

void expect_good_matches(const std::vector<Listen>& history, const Backend& backend) {
    for (const bool account_first : {false, true}) {
        const auto score = match(history, account_first, backend);
        EXPECT_GE(score.precision, 0.995) << (account_first ? "account first" : "extended first");
        EXPECT_GE(score.recall, 0.995) << (account_first ? "account first" : "extended first");
    }
}

TEST_P(AccountView, OfAGeneratedHistoryIsRecognised) { expect_good_matches(generated_history(), GetParam()); }

TEST_P(AccountView, OfARealHistoryIsRecognised) {
    const auto history = real_history();
    if (history.empty()) GTEST_SKIP() << "listener_a is not here; set ATTUNE_DATA";
    expect_good_matches(history, GetParam());
}

}  // namespace
}  // namespace attune::store
