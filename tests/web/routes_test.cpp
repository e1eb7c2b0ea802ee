#include "web/routes.h"

#include <gtest/gtest.h>

#include <set>

namespace attune::web {
namespace {

TEST(Routes, AreFoundByTheirPartsAndMethods) {
    const auto found = find_route("GET", "/api/v1/playlists/a%2Fb/versions");
    ASSERT_NE(found.route, nullptr);
    EXPECT_EQ(found.route->path, "/playlists/{playlist}/versions");
    EXPECT_EQ(found.path, (PathParts{{"playlist", "a/b"}}));
    EXPECT_EQ(find_route("POST", "/api/v1/playlists/undo").route->path, "/playlists/undo");
    EXPECT_EQ(find_route("GET", "/api/v1/playlists/undo").route->path, "/playlists/{playlist}");
    EXPECT_EQ(find_route("DELETE", "/api/v1/playlists/undo").other_methods, "POST, GET");
    for (const auto* path : {"", "/", "/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/status/",
                             "/api/v2/status", "/api/v1/playlists/%zz", "/api/v1//status"}) {
        EXPECT_EQ(find_route("GET", path).route, nullptr) << path;
        EXPECT_EQ(find_route("GET", path).other_methods, "") << path;
    }
}

TEST(Routes, AreEachFoundByTheirOwnPath) {
    for (const auto& route : all_routes())
        EXPECT_EQ(find_route(route.method, std::string(api_prefix) + std::string(route.path)).route, &route)
            << route.method << " " << route.path;
}

TEST(Routes, AgreeInTheirColumns) {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const auto& route : all_routes()) {
        const auto name = std::string(route.method) + " " + std::string(route.path);
        EXPECT_TRUE(seen.emplace(route.method, route.path).second) << name << " twice";
        const bool reads = route.method == "GET";
        EXPECT_EQ(route.right == Right::anybody, reads) << name;
        EXPECT_TRUE(reads || route.stamp == Stamp::none)
            << name << " changes something, and its answer is kept";
        EXPECT_TRUE(!reads || (route.lane != Lane::writing && route.body.empty() && !route.takes_file))
            << name;
        EXPECT_FALSE(route.summary.empty()) << name;
        EXPECT_NE(route.answer, nullptr) << name;
    }
}

}  // namespace
}  // namespace attune::web
