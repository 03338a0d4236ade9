#include "link_crawler.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <atomic>
#include <string>
#include <vector>

#include "catch2.h"
#include "link_server.h"

namespace opsg::web {
namespace {

using namespace std::chrono_literals;
using opsg::test::LinkServer;

CrawlLimits quick_crawl() {
  CrawlLimits limits;
  limits.request_time = 2s;
  return limits;
}

std::string text_of(const LinkAnswer& answer) {
  switch (answer.state) {
    case LinkState::alive:
      return "alive";
    case LinkState::dead:
      return "dead: " + answer.reason;
    case LinkState::unverified:
      return "unverified: " + answer.reason;
  }
  return {};
}

std::vector<std::string> try_all(const std::vector<std::string>& urls,
                                 const CrawlLimits& limits = quick_crawl()) {
  std::vector<std::string> texts;
  for (const LinkAnswer& answer : try_links(urls, limits)) texts.push_back(text_of(answer));
  return texts;
}

std::string try_one(const std::string& url, const CrawlLimits& limits = quick_crawl()) {
  return try_all({url}, limits).front();
}

class CountedProgress : public Progress {
 public:
  void begin(std::string_view stage, std::size_t steps) override {
    stage_ = stage;
    steps_ = steps;
  }
  void step() override { ++done_; }
  std::string text() const { return fmt::format("{} {}/{}", stage_, done_.load(), steps_); }

 private:
  std::string_view stage_;
  std::size_t steps_ = 0;
  std::atomic<std::size_t> done_ = 0;
};

TEST_CASE("answers come in the order of the links, whatever came first") {
  const LinkServer server;
  CHECK(try_all({server.url("/slow/0.5"), server.url("/404"), server.url("/200"),
                 server.url("/410"), server.url("/204")}) ==
        std::vector<std::string>{"alive", "dead: it answers 404", "alive", "dead: it answers 410",
                                 "alive"});
}

TEST_CASE("a link that is there is asked for once, by HEAD") {
  const LinkServer server;
  CHECK(try_all({server.url("/200"), server.url("/200#part"), server.url("/200")}) ==
        std::vector<std::string>{"alive", "alive", "alive"});
  CHECK(server.requests("HEAD", "/200") == 1);
  CHECK(server.requests("GET", "/200") == 0);
}

TEST_CASE("what HEAD does not settle is asked for by GET") {
  const LinkServer server;
  CHECK(
      try_all({server.url("/nohead/405"), server.url("/nohead/403"), server.url("/nohead/404")}) ==
      std::vector<std::string>{"alive", "alive", "alive"});
  CHECK(server.requests("GET", "/nohead/405") == 1);
}

TEST_CASE("refusals and failures of a server leave a link unverified") {
  const LinkServer server;
  CHECK(try_one(server.url("/401")) == "unverified: it answers 401");
  CHECK(try_one(server.url("/429")) == "unverified: it answers 429");
  CHECK(try_one(server.url("/500")) == "unverified: it answers 500");
  CHECK_THAT(try_one(server.url("/hangup")), Catch::Matchers::StartsWith("unverified: "));
}

TEST_CASE("a server's failure is tried once more") {
  const LinkServer server;
  CHECK(try_one(server.url("/flaky")) == "alive");
  CHECK(server.requests("HEAD", "/flaky") == 1);
  CHECK(server.requests("GET", "/flaky") == 2);
  CHECK(try_one(server.url("/503")) == "unverified: it answers 503");
  CHECK(server.requests("GET", "/503") == 2);
}

TEST_CASE("redirects are followed to their end, within bounds") {
  const LinkServer server;
  CHECK(try_one(server.url("/hops/5")) == "alive");
  CHECK(try_one(server.url("/hops/6")) == "dead: it redirects more than 5 times");
  CHECK(try_one(server.url("/loop")) == "dead: it redirects more than 5 times");
  CHECK(server.requests("HEAD", "/loop") == 6);
  CHECK(try_one(server.url("/redirect/404")) == "dead: it answers 404");
}

TEST_CASE("no redirect leads to a file, or into a private network") {
  const LinkServer server;
  CHECK(try_one(server.url("/file")) == "dead: it redirects to what is no web address");
  CHECK(try_one(server.url("/localhost")) == "unverified: it redirects to a private address");
  CHECK(server.requests("HEAD", "/200") == 0);
}

TEST_CASE("nothing waits longer than it may") {
  const LinkServer server;
  CrawlLimits limits = quick_crawl();
  limits.request_time = 300ms;
  const auto begun = std::chrono::steady_clock::now();
  CHECK(try_one(server.url("/slow/30"), limits) == "unverified: it does not answer in time");
  CHECK(std::chrono::steady_clock::now() - begun < 10s);
}

TEST_CASE("when the time for all is up, what is left is unverified") {
  const LinkServer server;
  CrawlLimits limits = quick_crawl();
  limits.total_time = 500ms;
  CHECK(try_one(server.url("/slow/30"), limits) == "unverified: there was no time left to try it");
}

TEST_CASE("of an endless answer only the beginning is read") {
  const LinkServer server;
  CrawlLimits limits = quick_crawl();
  limits.request_time = 30s;
  const auto begun = std::chrono::steady_clock::now();
  CHECK(try_one(server.url("/huge"), limits) == "alive");
  CHECK(try_one(server.url("/headers"), limits) == "alive");
  CHECK(std::chrono::steady_clock::now() - begun < 20s);
}

TEST_CASE("a host that is not there, or is not who it says, makes a link dead") {
  const LinkServer server;
  std::string closed;
  {
    const LinkServer gone;
    closed = gone.url("/200");
  }
  CHECK(try_one(closed) == "dead: its host refuses the connection");
  CHECK(try_one(server.secure_url("/200")) == "dead: its certificate is not to be trusted");
}

TEST_CASE("a host without an address makes a link dead") {
  CHECK(text_of(answer_of_failure(CURLE_COULDNT_RESOLVE_HOST)) == "dead: there is no such host");
}

TEST_CASE("what is no web address is dead, and never asked for") {
  CHECK(try_all({"ftp://a.example/", "http://", "file:///etc/passwd", "javascript:1",
                 "https://user:secret@a.example/"}) ==
        std::vector<std::string>(5, "dead: it is no web address"));
}

TEST_CASE("a host is asked for two things at once, never more") {
  const LinkServer server;
  std::vector<std::string> urls;
  for (int i = 0; i < 10; ++i) urls.push_back(server.url(fmt::format("/slow/0.1{}", i)));
  CHECK(try_all(urls) == std::vector<std::string>(10, "alive"));
  CHECK(server.most_at_once() == 2);
}

TEST_CASE("progress counts links, each once") {
  const LinkServer server;
  CountedProgress progress;
  const std::vector<std::string> urls = {server.url("/200"), server.url("/200"), server.url("/404"),
                                         server.url("/503")};
  try_links(urls, quick_crawl(), &progress);
  CHECK(progress.text() == "trying links 3/3");
}

TEST_CASE("no links take no time") {
  CHECK(try_links({}, quick_crawl()).empty());
}

}  // namespace
}  // namespace opsg::web
