#include "preview_server.h"

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "catch2.h"
#include "sample_sites.h"

namespace {

using namespace std::chrono_literals;
using opsg::preview::PreviewRouter;
using opsg::preview::PreviewServer;
using opsg::preview::PreviewSites;
using opsg::preview::ReloadChannel;
using std::chrono::steady_clock;

/// A preview at a free port, of a site with one page, whose text can be changed.
struct RunningPreview {
  RunningPreview() {
    server.emplace(std::move(*PreviewServer::bind("127.0.0.1", 0, 1)));
    sites.first_state();
    router.emplace(sites, opsg::preview::PreviewSettings{server->address()});
    running.emplace(server->start(*router, channel));
  }

  httplib::Client client() const {
    httplib::Client made("127.0.0.1", server->address().port);
    made.set_tcp_nodelay(true);
    return made;
  }

  void change() {
    ++version;
    sites.outdate();
    channel.notify();
  }

  std::atomic<int> version = 1;
  PreviewSites sites{
      [this](const std::string&) {
        return opsg::test::sample_build({{"index.html", "<head></head>" + std::to_string(version)},
                                         {"large.txt", std::string(1 << 20, 'x')},
                                         {"empty.txt", ""}});
      },
      "public"};
  std::optional<PreviewServer> server;
  std::optional<PreviewRouter> router;
  ReloadChannel channel;
  std::optional<PreviewServer::Running> running;
};

/// Reads events until `wanted` have come or the server ends the stream.
std::vector<std::string> events(const RunningPreview& preview, std::size_t wanted,
                                const std::function<void(std::size_t)>& on_event = {}) {
  std::string received;
  std::vector<std::string> found;
  httplib::Client client = preview.client();
  client.Get("/_opsg-site/events?page=/", [&](const char* data, std::size_t size) {
    received.append(data, size);
    for (auto end = received.find("\n\n"); end != std::string::npos; end = received.find("\n\n")) {
      const std::string event = received.substr(0, end);
      received.erase(0, end + 2);
      if (event == ":") continue;  // To see whether anybody is still there.
      found.push_back(event);
      if (on_event) on_event(found.size());
    }
    return found.size() < wanted;
  });
  return found;
}

bool is_answered(const RunningPreview& preview) {
  const auto answer = preview.client().Get("/");
  return answer && answer->status == 200;
}

}  // namespace

TEST_CASE("Pages come over HTTP as they are, uncompressed, and no browser keeps them") {
  const RunningPreview preview;
  httplib::Client client = preview.client();
  const auto home = client.Get("/", {{"Accept-Encoding", "br, gzip"}});
  REQUIRE(home);
  CHECK(home->status == 200);
  CHECK(home->body.starts_with("<head><meta name=\"opsg-site-preview\""));
  CHECK_FALSE(home->has_header("Content-Encoding"));
  CHECK(home->get_header_value("Cache-Control") == "no-store");
  CHECK(home->get_header_value("X-Content-Type-Options") == "nosniff");
  CHECK(home->get_header_value("Cross-Origin-Resource-Policy") == "same-origin");
  CHECK(home->get_header_value("Content-Security-Policy") == "frame-ancestors 'none'");
  CHECK_FALSE(home->has_header("Access-Control-Allow-Origin"));
  CHECK(client.Get("/large.txt")->body.size() == 1 << 20);
  CHECK(client.Get("/empty.txt")->body.empty());
  const auto head = client.Head("/large.txt");
  REQUIRE(head);
  CHECK(head->body.empty());
  CHECK(head->get_header_value("Content-Length") == "1048576");
}

TEST_CASE("Whatever range is asked for, what comes is the page and nothing beside it in memory") {
  const RunningPreview preview;
  httplib::Client client = preview.client();
  const std::string large(1 << 20, 'x');
  for (const char* range :
       {"bytes=0-9", "bytes=1048000-2000000", "bytes=1048576-1348576", "bytes=99999999-",
        "bytes=0-9223372036854775807", "bytes=-2000000", "bytes=0-0,1048000-1048900"}) {
    CAPTURE(range);
    const auto answer = client.Get("/large.txt", {{"Range", range}});
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->body == large);
    CHECK(client.Get("/empty.txt", {{"Range", range}})->body.empty());
    const auto head = client.Head("/large.txt", {{"Range", range}});
    REQUIRE(head);
    CHECK(head->body.empty());
  }
  CHECK(client.Get("/large.txt", {{"Range", "nonsense"}})->body.size() < 100);
  CHECK(is_answered(preview));
}

TEST_CASE("Refusals come over HTTP too") {
  const RunningPreview preview;
  CHECK(preview.client().Get("/", {{"Host", "evil.example"}})->status == 421);
  CHECK(preview.client().Post("/", "x", "text/plain")->status == 405);
  CHECK(preview.client().Delete("/")->status == 405);
  CHECK(preview.client().Get("/%2e%2e/site.toml")->status == 400);
}

TEST_CASE("Who waits for events is told of each change, once") {
  RunningPreview preview;
  const auto told = events(preview, 3, [&](std::size_t) { preview.change(); });
  REQUIRE(told.size() == 3);
  CHECK(told[0].starts_with("data: {\"page\":\""));
  CHECK(told[0] != told[1]);
  CHECK(told[1] != told[2]);
}

TEST_CASE("Those who wait leave room for those who read, and make room when they go") {
  RunningPreview preview;
  {
    constexpr int kMany = 60;
    std::atomic<int> gone = 0;
    std::vector<std::jthread> waiting;
    for (int i = 0; i < kMany; ++i) {
      waiting.emplace_back([&] {
        events(preview, 2);
        ++gone;
      });
    }
    // Those who come late wait for a change after they came.
    for (; gone < kMany; std::this_thread::sleep_for(20ms)) {
      CHECK(is_answered(preview));
      preview.change();
    }
  }
  // That their connections are lost is noticed without another change.
  const auto deadline = steady_clock::now() + 5s;
  std::size_t came = 0;
  while (came == 0 && steady_clock::now() < deadline) {
    came = events(preview, 1).size();
    if (came == 0) std::this_thread::sleep_for(50ms);
  }
  CHECK(came == 1);
}

TEST_CASE("Two previews do not share a port: the second takes the next one") {
  const RunningPreview first;
  const int port = first.server->address().port;
  const auto second = PreviewServer::bind("127.0.0.1", port, 20);
  REQUIRE(second);
  CHECK(second->address().port > port);
  const auto refused = PreviewServer::bind("127.0.0.1", port, 1);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "cannot listen on 127.0.0.1, port " + std::to_string(port));
}

TEST_CASE("A server ends at once, whoever waits for events") {
  auto preview = std::make_unique<RunningPreview>();
  std::atomic<int> told = 0;
  std::vector<std::jthread> waiting;
  for (int i = 0; i < 4; ++i) {
    waiting.emplace_back([&] { events(*preview, 100, [&](std::size_t) { ++told; }); });
  }
  while (told < 4) std::this_thread::sleep_for(1ms);
  const auto begun = steady_clock::now();
  preview->running.reset();
  CHECK(steady_clock::now() - begun < 2500ms);
  for (std::jthread& thread : waiting) thread.join();
}
