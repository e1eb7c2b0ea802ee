#include "web/server.h"

#include "web/exchange.h"
#include "web/http_client.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>

namespace attune::web {
namespace {

/// Answers by the path: /LANE/WHAT, where WHAT is at_once, until_stopped, throws or strange.
class Invented final : public Application {
  public:
    Admission admit(const Request& request) override {
        Admission admission;
        if (request.path == "/refuses/throws") throw std::runtime_error("oh");
        if (request.path.starts_with("/slow/")) admission.lane = Lane::slow;
        if (request.path.starts_with("/writing/")) admission.lane = Lane::writing;
        admission.stops_with_client = !request.path.starts_with("/writing/");
        return admission;
    }

    std::optional<Response> answer_known(const Request& request, const Admission&) override {
        if (request.path == "/slow/known") return answer_of("known");
        if (request.path == "/slow/doubtful") throw std::runtime_error("oh");
        return std::nullopt;
    }

    Response answer(Request& request, const Admission&, const std::stop_token& stop) override {
        if (request.path.ends_with("/throws")) throw std::runtime_error("oh");
        if (request.path.ends_with("/strange")) throw 7;
        if (request.path.ends_with("/events")) return events();
        if (request.path.ends_with("/until_stopped")) {
            ++n_working;
            while (!stop.stop_requested() && !let_go) std::this_thread::yield();
            --n_working;
            ++n_ended;
            if (stop.stop_requested()) ++n_stopped;
        }
        return answer_of("made");
    }

    std::atomic<bool> let_go = false;
    std::atomic<int> n_working = 0;
    std::atomic<int> n_ended = 0;
    std::atomic<int> n_stopped = 0;

  private:
    static Response answer_of(std::string text) {
        Response response;
        response.body = Body::of(std::move(text));
        return response;
    }

    static Response events() {
        struct Failing final : Events {
            std::optional<std::string> next() override {
                if (++n_ == 1) return "data: 1\n\n";
                throw std::runtime_error("oh");
            }
            int n_ = 0;
        };
        Response response;
        response.events = std::make_shared<Failing>();
        return response;
    }
};

void wait_until(const auto& holds) {
    while (!holds()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

class ServerTest : public testing::Test {
  protected:
    ServerTest() { server_.emplace(ServerOptions(), application_); }

    int ask(std::string_view path) { return status_of_asking(server_->port(), "GET", path); }

    /// Requests that are being answered, and go on until they are stopped.
    std::vector<std::unique_ptr<Client>> busy(std::string_view lane, int n) {
        std::vector<std::unique_ptr<Client>> clients;
        const int before = application_.n_working;
        for (int i = 0; i < n; ++i) {
            clients.push_back(std::make_unique<Client>(server_->port()));
            clients.back()->send("GET", std::string(lane) + "/until_stopped");
        }
        wait_until([&] { return application_.n_working == before + n; });
        return clients;
    }

    Invented application_;
    std::optional<Server> server_;
};

TEST_F(ServerTest, KeepsNoLaneWaitingForAnother) {
    const auto writers = busy("/writing", 2);
    const auto slow = busy("/slow", 3);
    EXPECT_EQ(ask("/quick/at_once"), 200);
    EXPECT_EQ(ask("/slow/known"), 200) << "what is known is told in the quick lane";
    const auto quick = busy("/quick", 3);
    application_.let_go = true;
    EXPECT_EQ(ask("/writing/at_once"), 200);
    EXPECT_EQ(ask("/slow/at_once"), 200);
    EXPECT_EQ(ask("/quick/at_once"), 200);
}

TEST_F(ServerTest, StopsWhatIsMadeForAClientThatWentAway) {
    auto slow = busy("/slow", 3);
    slow.clear();
    EXPECT_EQ(ask("/slow/at_once"), 200) << "its threads are free again";
    wait_until([&] { return application_.n_stopped == 3; });
}

TEST_F(ServerTest, EndsAWriteAlsoForNobody) {
    auto writers = busy("/writing", 1);
    writers.clear();
    auto slow = busy("/slow", 1);
    slow.clear();
    wait_until([&] { return application_.n_stopped == 1; });  // so that the ticker has looked at both
    EXPECT_EQ(application_.n_working, 1);
    application_.let_go = true;
    wait_until([&] { return application_.n_ended == 2; });
    EXPECT_EQ(application_.n_stopped, 1);
}

TEST_F(ServerTest, StopsAllAtItsEnd) {
    const auto slow = busy("/slow", 3);
    const auto writers = busy("/writing", 2);
    server_.reset();
    EXPECT_EQ(application_.n_stopped, 5);
}

TEST_F(ServerTest, OutlivesWhatItsApplicationThrows) {
    for (const auto* path :
         {"/quick/throws", "/quick/strange", "/slow/throws", "/writing/strange", "/refuses/throws"})
        EXPECT_EQ(ask(path), 0) << path << " is no answer, but the end of its connection";
    EXPECT_EQ(ask("/slow/doubtful"), 200);
    Client client(server_->port());
    client.send("GET", "/quick/events");
    EXPECT_NE(client.receive().find("data: 1"), std::string::npos);
    EXPECT_EQ(ask("/quick/at_once"), 200);
}

TEST_F(ServerTest, AnswersManyWhoComeAndGo) {
    std::atomic<int> n_answered = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 6; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 40; ++i) {
                    Client client(server_->port());
                    const bool stays = (i + t) % 2 == 0;
                    client.send("GET", stays ? "/slow/at_once" : "/slow/until_stopped");
                    if (stays && status_of(client.receive()) == 200) ++n_answered;
                }
            });
        }
    }
    EXPECT_EQ(n_answered, 120);
}

}  // namespace
}  // namespace attune::web
