#include "web/service.h"

#include "core/error.h"
#include "core/json.h"
#include "engine/genres/genre_tree.h"
#include "web/routes.h"
#include "web/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <latch>
#include <set>

namespace attune::web {
namespace {

constexpr std::uint16_t port = 7878;

class ServiceTest : public testing::Test {
  protected:
    ServiceTest() { service_.open_to(port); }

    /// A request with the session.
    Request request(std::string method, std::string path, const Json& body = nullptr) {
        const auto cookie = service_.guard().cookie();
        Request request;
        request.method = std::move(method);
        request.path = "/api/v1" + path;
        request.headers = {{"host", fmt::format("127.0.0.1:{}", port)},
                           {"x-attune-token", service_.guard().token()},
                           {"cookie", cookie.substr(0, cookie.find(';'))},
                           {"content-type", "application/json"}};
        if (!body.is_null()) request.body = body.dump();
        return request;
    }

    Response ask(Request asked, const std::stop_token& stop = {}) {
        const auto admission = service_.admit(asked);
        return admission.refusal ? *admission.refusal : service_.answer(asked, admission, stop);
    }

    Json json_of(Request asked) {
        const auto response = ask(std::move(asked));
        EXPECT_LT(response.status, 300) << response.body.bytes;
        return Json::parse(response.body.bytes);
    }

    Request upload(std::string_view artist) {
        auto asked = request("POST", "/imports");
        asked.query["name"] = "plays.csv";
        asked.file = folder_.path() / fmt::format("upload of {}", artist);
        std::ofstream(asked.file) << "artist,title,time,ms_played\n"
                                  << artist << ",Song,2024-01-02 03:04:05,200000\n";
        return asked;
    }

    Json ended(const Json& job) {
        const auto number = job["job"].get<std::int64_t>();
        const auto events = service_.jobs().events(number);
        while (events->next()) std::this_thread::yield();
        return service_.jobs().show(number);
    }

    void import(std::string_view artist) { EXPECT_EQ(ended(json_of(upload(artist)))["state"], "done"); }

    /// The artists of a library, "A B".
    static std::string artists_in(const std::filesystem::path& library) {
        std::string names;
        for (const auto& artist : engine::open_workspace(library, true)->store->artists())
            names += (names.empty() ? "" : " ") + artist.name;
        return names;
    }

    /// What waits, until it is let go, in front of all jobs that are asked for meanwhile.
    class Queue {
      public:
        explicit Queue(Service& service) {
            service.jobs().add("test", [held = held_](const Task&) -> JobOutcome {
                held->wait();
                return {};
            });
        }
        Queue(const Queue&) = delete;
        Queue& operator=(const Queue&) = delete;
        ~Queue() { held_->count_down(); }

      private:
        std::shared_ptr<std::latch> held_ = std::make_shared<std::latch>(1);
    };

    TemporaryFolder folder_;
    std::filesystem::path own_ = folder_.path() / "library";
    std::filesystem::path sample_ = folder_.path() / "sample";
    Service service_{ServiceOptions{.library = {own_, "me", 1, 1}}};
};

TEST_F(ServiceTest, DoesAQueuedJobInTheLibraryForWhichItWasAsked) {
    Json of_own;
    {
        const Queue queue(service_);
        of_own = json_of(upload("Own"));
        service_.library().use(sample_, "sam");
    }
    EXPECT_EQ(ended(of_own)["state"], "done");
    EXPECT_EQ(artists_in(own_), "Own");
    EXPECT_EQ(artists_in(sample_), "");
    Json of_sample;
    {
        const Queue queue(service_);
        of_sample = json_of(upload("Sampled"));
        service_.library().use_own();
    }
    EXPECT_EQ(ended(of_sample)["state"], "done");
    EXPECT_EQ(artists_in(own_), "Own");
    EXPECT_EQ(artists_in(sample_), "Sampled");
    const auto sample = engine::open_workspace(sample_, false);
    EXPECT_TRUE(sample->store->find_person("sam").has_value()) << "and for the person who was meant";
    EXPECT_FALSE(sample->store->find_person("me").has_value());
}

TEST_F(ServiceTest, DropsTheFileOfAnImportThatIsCancelledWhileItWaits) {
    const Queue queue(service_);
    const auto job = json_of(upload("Own"));
    const auto before = service_.new_upload_folder().parent_path();
    const auto n_files = [&] {
        std::size_t n = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(before))
            n += entry.path().extension() == ".csv" ? 1 : 0;
        return n;
    };
    EXPECT_EQ(n_files(), 1U);
    json_of(request("POST", fmt::format("/jobs/{}/cancel", job["job"].get<std::int64_t>())));
    EXPECT_EQ(n_files(), 0U);
}

TEST_F(ServiceTest, TellsThatALibraryMayHaveChangedAlsoOfWhatFailed) {
    import("Own");
    const auto before = service_.library().state().stamp(engine::Of::everything);
    EXPECT_EQ(ask(request("POST", "/labels", {{"track", "nothing"}, {"label", "like"}})).status, 404);
    EXPECT_NE(service_.library().state().stamp(engine::Of::everything), before);
}

TEST_F(ServiceTest, AnswersFromMemoryUntilTheLibraryChanges) {
    import("Own");
    const auto known = [&] {
        auto asked = request("GET", "/status");
        return service_.answer_known(asked, service_.admit(asked)).has_value();
    };
    EXPECT_FALSE(known());
    json_of(request("GET", "/status"));  // the first to open the library makes files of it
    const auto first = json_of(request("GET", "/status"));
    EXPECT_TRUE(known());
    import("Another");
    EXPECT_FALSE(known());
    EXPECT_EQ(json_of(request("GET", "/status"))["listens"], first["listens"].get<int>() + 1);
}

TEST_F(ServiceTest, HasNoAnswerOfOneLibraryForAnother) {
    import("Own");
    json_of(request("GET", "/status"));
    service_.library().use(sample_, "sam");
    import("Sampled");
    import("Another");
    auto asked = request("GET", "/status");
    // A crowd gets the answer of before, and there was none in this library.
    for (int i = 0; i < 10; ++i) EXPECT_FALSE(service_.answer_known(asked, service_.admit(asked)));
    EXPECT_EQ(json_of(asked)["listens"], 2);
    service_.library().use_own();
    EXPECT_EQ(json_of(request("GET", "/status"))["listens"], 1);
}

TEST_F(ServiceTest, NamesAStateOfPointsAndNoPlaceInMemory) {
    import("Own");
    const auto tag = [&] {
        const auto response = ask(request("GET", "/explore"));
        for (const auto& [name, value] : response.headers) {
            if (name == "ETag") return value;
        }
        return std::string();
    };
    const auto first = tag();
    EXPECT_FALSE(first.empty());
    EXPECT_EQ(tag(), first);
    std::vector<std::string> seen{first};
    for (int i = 0; i < 20; ++i) {
        engine::open_workspace(own_, false)->store->ensure_person(fmt::format("person {}", i));
        seen.push_back(tag());
    }
    std::ranges::sort(seen);
    EXPECT_EQ(std::ranges::adjacent_find(seen), seen.end());
}

/// A library in which there is something to ask every route for.
class ServiceOfALibrary : public ServiceTest {
  protected:
    ServiceOfALibrary() {
        constexpr std::array genres{"rock", "jazz", "folk", "soul", "techno", "ambient"};
        std::string catalogue =
            "id,name,artists,genre,danceability,energy,loudness,valence,tempo,duration_ms\n";
        for (int i = 0; i < 40; ++i)
            catalogue += fmt::format("{:022},Tune {},Band {},{},0.{},0.{},-7,0.4,120,200000\n", i, i, i / 2,
                                     genres.at(static_cast<std::size_t>((i + i / 6) % 6)), 10 + i, 80 - i);
        take("catalogue.csv", catalogue);
        take("plays.csv", plays(0, 30));
        const auto workspace = engine::open_workspace(own_, false);
        workspace->store->ensure_own_playlist(workspace->person_id(), "Empty");
        json_of(request("POST", "/playlists", {{"name", "Mine"}, {"tracks", {"track:1", "track:3"}}}));
        EXPECT_EQ(ended(json_of(request("POST", "/train", {{"quick", true}})))["state"], "done");
    }

    static std::string plays(int begin, int end) {
        std::string text = "artist,title,time,ms_played\n";
        for (int i = begin; i < end; ++i)
            text += fmt::format("Band {},Tune {},2024-01-{:02} 03:04:05,{}\n", i % 8, i % 16, 1 + i,
                                i % 4 == 0 ? 9'000 : 190'000);
        return text;
    }

    void take(const std::string& name, const std::string& content) {
        auto asked = request("POST", "/imports");
        asked.query["name"] = name;
        asked.file = folder_.path() / ("upload of " + name);
        std::ofstream(asked.file) << content;
        EXPECT_EQ(ended(json_of(asked))["state"], "done");
    }

    static Request with(Request asked, std::string name, std::string value) {
        asked.query[std::move(name)] = std::move(value);
        return asked;
    }

    /// One question for every route whose answers are kept.
    std::vector<Request> questions() {
        std::vector<Request> list;
        for (const auto* path :
             {"/explore", "/genres", "/genres/tree", "/genres/map", "/history", "/imports", "/runs",
              "/matches", "/discover", "/picks", "/labels", "/playlists", "/people/tastes",
              "/playlists/Mine/people", "/playlists/Mine", "/playlists/Mine/versions", "/status", "/people"})
            list.push_back(request("GET", path));
        list.push_back(with(request("GET", "/explore"), "columns", "branch,label,plays,playlist"));
        list.push_back(with(request("GET", "/tracks"), "text", "tune"));
        list.push_back(with(request("GET", "/genres/explain"), "genre", "rock"));
        list.push_back(with(request("GET", "/similar"), "name", "track:5"));
        list.push_back(with(request("GET", "/search"), "words", "calm"));
        list.push_back(with(request("GET", "/lab/predict"), "artist", "Band 3"));
        list.push_back(request("GET", "/new-artists"));  // an error: nobody else listens
        return list;
    }
};

/// The map of genres goes on from where the last one was, so that of another server lies elsewhere.
std::string comparable(const Request& asked, const Response& answer) {
    if (answer.status != 200 || !asked.path.ends_with("/genres/map")) return std::string(answer.body.bytes);
    auto map = Json::parse(answer.body.bytes);
    map.erase("goes_on");
    for (auto& genre : map["genres"]) {
        genre.erase("x");
        genre.erase("y");
    }
    return map.dump();
}

TEST_F(ServiceOfALibrary, KeepsNoAnswerLongerThanItHolds) {
    std::set<std::string> asked_for;
    for (auto& asked : questions()) {
        const auto admission = service_.admit(asked);
        ASSERT_TRUE(admission.route != nullptr) << asked.path;
        asked_for.emplace(admission.route->path);
    }
    for (const auto& route : all_routes()) {
        if (route.stamp != Stamp::none)
            EXPECT_TRUE(asked_for.contains(std::string(route.path))) << route.path;
    }
    using Change = std::function<void(store::Store&)>;
    constexpr library::PersonId me{1};
    constexpr library::TrackId track{3};
    const auto now = timestamp_of(1'720'000'000);
    const std::vector<std::pair<std::string, Change>> changes{
        {"nothing", [](auto&) {}},
        {"a like", [&](auto& s) { s.set_label(me, track, library::LabelValue::like, "test", now); }},
        {"a blocked artist", [&](auto& s) { s.set_artist_blocked(me, *s.find_artist("Band 3"), true, now); }},
        {"plays", [&](auto&) { take("more.csv", plays(30, 31)); }},
        {"a mark",
         [&](auto& s) {
             s.add_mark(me, {library::MarkKind::saved_track,
                             library::TrackDescription{.artist_name = "Band 9", .track_name = "Tune 18"}});
         }},
        {"a run",
         [&](auto& s) {
             auto run = s.current_run(me).value();
             run.at = now;
             const auto id = s.add_run(run);
             std::filesystem::copy(own_ / "models" / "1", own_ / "models" / fmt::format("{}", id.value));
         }},
        {"a run of before", [&](auto& s) { s.restore_run(me, {1}); }},
        {"picks",
         [&](auto& s) {
             const std::array candidates{store::CandidateRow{1, 1, track, 1, 0.5}};
             s.set_candidates(me, {1, {1}, now, 0, 0, 0, 0}, candidates);
         }},
        {"a playlist",
         [&](auto&) {
             json_of(request("POST", "/playlists", {{"name", "Other"}, {"tracks", {"track:2"}}}));
         }},
        {"a catalogue",
         [&](auto&) {
             take("another.csv",
                  "id,name,artists,genre,energy,valence\n0000000000000000000099,New,Newest,rock,0.5,0.5\n");
         }},
        {"a correction", [&](auto& s) { s.merge_tracks({5}, {6}, now); }},
        {"where a genre belongs",
         [&](auto&) { engine::settle_genre(*engine::open_workspace(own_, false), "rock", "jazz"); }},
        {"a community",
         [&](auto& s) {
             for (int i = 0; i < 12; ++i) {
                 library::CommunityPlay row;
                 row.person = fmt::format("somebody {}", i % 4);
                 row.artist_name = fmt::format("Band {}", i % 5);
                 s.add_community_play("dump", row);
             }
         }},
        {"a name", [](auto& s) { s.rename_person("me", "I"); }},
    };
    for (const auto& [name, change] : changes) {
        change(*engine::open_workspace(own_, false)->store);
        Service fresh(ServiceOptions{.library = {own_, "me", 1, 1}});
        fresh.open_to(port);
        for (auto& asked : questions()) {
            auto again = asked;
            const auto admission = fresh.admit(again);
            // The guard of the other knows another session, and reading needs none.
            ASSERT_FALSE(admission.refusal) << asked.path;
            const auto made = fresh.answer(again, admission, {});
            const auto kept = ask(asked);
            EXPECT_EQ(kept.status, made.status) << name << asked.path;
            EXPECT_EQ(comparable(asked, kept), comparable(asked, made)) << name << asked.path;
        }
    }
}

TEST_F(ServiceOfALibrary, KeepsAnswersThatALikeDoesNotChange) {
    const std::set<std::string, std::less<>> of_labels{
        "/discover", "/picks", "/labels", "/status", "/explore", "/tracks", "/new-artists", "/lab/predict"};
    for (const auto& asked : questions()) {
        const auto answer = ask(asked);
        EXPECT_EQ(answer.status, asked.path.ends_with("/new-artists") ? 404 : 200)
            << asked.path << answer.body.bytes;
    }
    json_of(request("POST", "/labels", {{"track", "track:3"}, {"label", "like"}}));
    for (const auto& asked : questions()) {
        const auto admission = service_.admit(asked);
        EXPECT_EQ(service_.answer_known(asked, admission).has_value(),
                  !of_labels.contains(admission.route->path))
            << asked.path;
    }
}

TEST_F(ServiceTest, MakesNoAnswerForNobody) {
    import("Own");
    std::stop_source gone;
    gone.request_stop();
    for (const auto* path : {"/status", "/session", "/explore", "/jobs"}) {
        const auto response = ask(request("GET", path), gone.get_token());
        EXPECT_EQ(response.status, 503) << path;
        EXPECT_NE(response.body.bytes.find("interrupted"), std::string_view::npos) << path;
    }
    EXPECT_EQ(json_of(request("GET", "/status"))["listens"], 1);
}

TEST_F(ServiceTest, AnswersManyWhileTheLibraryChanges) {
    import("Own");
    std::vector<std::jthread> readers;
    std::atomic<bool> done = false;
    for (const auto* path : {"/status", "/people", "/labels", "/explore"}) {
        readers.emplace_back([this, path, &done] {
            while (!done) {
                const auto response = ask(request("GET", path));
                EXPECT_EQ(response.status, 200) << path << response.body.bytes;
            }
        });
    }
    for (int i = 0; i < 10; ++i) {
        import(fmt::format("Artist {}", i));
        const auto label = ask(request("POST", "/labels", {{"track", "Own - Song"}, {"label", "like"}}));
        EXPECT_EQ(label.status, 200) << label.body.bytes;
    }
    done = true;
    readers.clear();
    EXPECT_EQ(json_of(request("GET", "/status"))["listens"], 11);
}

// --- what a request brings

Response nothing(Call&) { return {}; }

const Route& wishes() {
    static const Route route{.method = "POST",
                             .path = "/wishes/{number}",
                             .summary = "of this test",
                             .query = {{"person", "string", ""}, {"name", "string", ""}},
                             .body = {{"count", "integer", ""},
                                      {"share", "number", ""},
                                      {"all", "boolean", ""},
                                      {"words", "strings", ""},
                                      {"cuts", "numbers", ""}},
                             .answer = nothing};
    return route;
}

class CallTest : public ServiceTest {
  protected:
    Call call(const Json& body, std::map<std::string, std::string, std::less<>> query = {}) {
        request_ = request("POST", "/wishes/12", body);
        request_.query = std::move(query);
        admission_.route = &wishes();
        admission_.path = {{"number", "12"}};
        return {service_, request_, admission_, service_.library().in_use(), {}};
    }

    /// Whether `read` of a call with this body is refused.
    template <class Read>
    bool refuses(const Json& body, Read&& read) {
        try {
            auto made = call(body);
            read(made);
        } catch (const Error& error) {
            return error.code() == ErrorCode::invalid_argument;
        }
        return false;
    }

    Request request_;
    Admission admission_;
};

TEST_F(CallTest, ReadsWhatTheRouteDeclares) {
    const auto made =
        call({{"count", 7}, {"share", 0.5}, {"all", true}, {"words", {"a", "b"}}, {"cuts", {0.1, 0.9}}});
    EXPECT_EQ(made.number("count", 1, 10, 3), 7U);
    EXPECT_EQ(made.real("share", 0, 1, 0), 0.5);
    EXPECT_TRUE(made.flag("all"));
    EXPECT_EQ(made.texts("words"), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(made.reals("cuts"), (std::vector{0.1, 0.9}));
    EXPECT_EQ(made.path_number("number"), 12);
    EXPECT_EQ(call({}).number("count", 1, 10, 3), 3U);
    EXPECT_EQ(call({}).library().person, "me");
    EXPECT_EQ(call({}, {{"person", "you"}}).library().person, "you");
}

TEST_F(CallTest, RefusesWhatItDoesNot) {
    const auto count = [](Call& made) { made.number("count", 1, 10, 3); };
    for (const auto& wrong : {Json(0), Json(11), Json(-1), Json(1.5), Json("x"), Json(true), Json::array()})
        EXPECT_TRUE(refuses({{"count", wrong}}, count)) << wrong;
    for (const auto& wrong : {Json(-0.1), Json(1.1), Json("nan"), Json("x"), Json(true)})
        EXPECT_TRUE(refuses({{"share", wrong}}, [](Call& made) { made.real("share", 0, 1, 0); })) << wrong;
    for (const auto& wrong : {Json(1), Json("yes"), Json::array()})
        EXPECT_TRUE(refuses({{"all", wrong}}, [](Call& made) { made.flag("all"); })) << wrong;
    for (const auto& wrong : {Json(1), Json::array({1}), Json::object()})
        EXPECT_TRUE(refuses({{"words", wrong}}, [](Call& made) { made.texts("words"); })) << wrong;
    for (const auto& wrong : {Json(1), Json::array({"a"})})
        EXPECT_TRUE(refuses({{"cuts", wrong}}, [](Call& made) { made.reals("cuts"); })) << wrong;
    EXPECT_TRUE(refuses({{"other", 1}}, [](Call&) {}));
    EXPECT_TRUE(refuses(Json::array(), [](Call&) {}));
    EXPECT_THROW(call({}, {{"other", "1"}}), Error);
}

TEST_F(CallTest, TakesNoPathForTheNameOfAFile) {
    const auto name = [&](std::string given) { return call({}, {{"name", std::move(given)}}).file_name(); };
    EXPECT_EQ(name("../../a.csv"), "a.csv");
    EXPECT_EQ(name("C:\\b.csv"), "b.csv");
    for (const auto* wrong : {"", "..", ".", "a/", "a\nb"}) EXPECT_THROW(name(wrong), Error) << wrong;
    EXPECT_THROW(name(std::string(300, 'a')), Error);
}

}  // namespace
}  // namespace attune::web
