#include "web/guard.h"

#include <gtest/gtest.h>

namespace attune::web {
namespace {

using Headers = std::map<std::string, std::string, std::less<>>;

/// The status of a refusal; 0: let in.
int refused(const Guard& guard, Headers headers, bool is_api = true, bool changes = false) {
    Request request;
    request.headers = std::move(headers);
    const auto refusal = guard.refuse(request, is_api, changes);
    return refusal ? refusal->status : 0;
}

Headers of_session(const Guard& guard, std::string host) {
    const auto cookie = guard.cookie();
    return {{"host", std::move(host)},
            {"x-attune-token", guard.token()},
            {"cookie", "other=1; " + cookie.substr(0, cookie.find(';'))}};
}

TEST(Guard, GoesByTheNamesOfThisMachineAlone) {
    const Guard guard(7878, false, {});
    for (const auto* host : {"127.0.0.1:7878", "localhost:7878", "[::1]:7878"})
        EXPECT_EQ(refused(guard, {{"host", host}}), 0) << host;
    for (const auto* host : {"", "127.0.0.1", "127.0.0.1:1", "evil.example:7878", "192.168.0.5:7878"})
        EXPECT_EQ(refused(guard, {{"host", host}}), 403) << host;
}

TEST(Guard, LetsNoOtherSiteAsk) {
    const Guard guard(7878, false, {});
    const auto from = [&](const char* origin) {
        return refused(guard, {{"host", "127.0.0.1:7878"}, {"origin", origin}});
    };
    EXPECT_EQ(from("http://127.0.0.1:7878"), 0);
    for (const auto* origin :
         {"null", "", "https://127.0.0.1:7878", "http://127.0.0.1:1", "http://evil.example"})
        EXPECT_EQ(from(origin), 403) << origin;
    const Headers cross{{"host", "127.0.0.1:7878"}, {"sec-fetch-site", "cross-site"}};
    EXPECT_EQ(refused(guard, cross), 403);
    EXPECT_EQ(refused(guard, cross, false), 0) << "a link to the page may be followed";
}

TEST(Guard, AsksForTheSessionWhereSomethingChanges) {
    const Guard guard(7878, false, {});
    auto headers = of_session(guard, "127.0.0.1:7878");
    EXPECT_EQ(refused(guard, headers, true, true), 0);
    for (const auto* missing : {"cookie", "x-attune-token"}) {
        auto fewer = headers;
        fewer.erase(missing);
        EXPECT_EQ(refused(guard, fewer, true, true), 403) << missing;
    }
    headers["x-attune-token"].back() ^= 1;
    EXPECT_EQ(refused(guard, headers, true, true), 403);
    EXPECT_EQ(refused(Guard(7878, false, {}), of_session(guard, "127.0.0.1:7878"), true, true), 403);
}

TEST(Guard, IsNotReboundToANameOfOthers) {
    const Guard guard(7878, true, {"Attic.local"});
    for (const auto* host : {"192.168.0.5:7878", "192.168.0.5", "[fd00::5]:7878", "[fd00::5]",
                             "attic.local:80", "ATTIC.LOCAL:7878", "localhost:7878"})
        EXPECT_EQ(refused(guard, {{"host", host}, {"origin", "http://" + std::string(host)}}), 0) << host;
    // What a page of evil.example sends once its name was made to point here: Origin and Host agree.
    for (const auto* host : {"evil.example:7878", "evil.example", "", "192.168.0.5.evil.example",
                             "attic.local.evil:80", "[evil]:7878", "1:2:3"})
        EXPECT_EQ(refused(guard, {{"host", host}, {"origin", "http://" + std::string(host)}}), 403) << host;
    EXPECT_EQ(refused(guard, {{"host", "192.168.0.5:7878"}, {"origin", "http://192.168.0.6:7878"}}), 403);
}

}  // namespace
}  // namespace attune::web
