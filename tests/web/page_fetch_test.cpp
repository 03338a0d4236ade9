#include "page_fetch.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "catch2.h"
#include "link_server.h"

namespace opsg::web {
namespace {

using namespace std::chrono_literals;
using opsg::test::LinkServer;

class Body : public BodyReader {
 public:
  void begin() override { text.clear(); }
  void read(std::string_view bytes) override { text += bytes; }

  std::string text;
};

FetchLimits quick_fetch() {
  FetchLimits limits;
  limits.stall_time = 2s;
  limits.retries = 1;
  return limits;
}

std::string text_of(const PageAnswer& answer) {
  return answer.failure.empty() ? fmt::format("{}", answer.status) : answer.failure;
}

std::string fetch(const std::string& url, const FetchLimits& limits = quick_fetch()) {
  Body body;
  const std::vector<PageRequest> requests = {{url, &body}};
  return text_of(fetch_pages(requests, limits).front());
}

std::string body_of(const std::string& url) {
  Body body;
  const std::vector<PageRequest> requests = {{url, &body}};
  fetch_pages(requests, quick_fetch());
  return body.text;
}

TEST_CASE("pages come with their bytes, in the order of the requests") {
  const LinkServer server;
  Body long_body, short_body;
  const std::vector<PageRequest> requests = {
      {server.url("/slow/0.3"), nullptr}, {server.url("/body/100000"), &long_body},
      {server.url("/404"), nullptr},      {server.url("/body/3"), &short_body},
      {server.url("/410"), nullptr},
  };
  std::vector<std::string> texts;
  for (const PageAnswer& answer : fetch_pages(requests, quick_fetch()))
    texts.push_back(text_of(answer));
  CHECK(texts == std::vector<std::string>{"200", "200", "404", "200", "410"});
  CHECK(long_body.text == std::string(100000, 'x'));
  CHECK(short_body.text == "xxx");
}

TEST_CASE("the body of a page that says it is not there is read as well") {
  const LinkServer server;
  CHECK(fetch(server.url("/absent/4")) == "404");
  CHECK(body_of(server.url("/absent/4")) == "xxxx");
}

TEST_CASE("pages are asked for as a stranger asks, and uncompressed") {
  const LinkServer server;
  Body first, second;
  const std::vector<PageRequest> requests = {{server.url("/asked"), &first},
                                             {server.url("/asked"), &second}};
  FetchLimits limits = quick_fetch();
  limits.connections = 1;
  fetch_pages(requests, limits);
  CHECK_THAT(second.text, Catch::Matchers::Contains("Accept-Encoding: identity"));
  CHECK_THAT(second.text, !Catch::Matchers::Contains("Cookie"));
  CHECK_THAT(second.text, !Catch::Matchers::Contains("Authorization"));
  CHECK_THAT(second.text, !Catch::Matchers::Contains("Referer"));
}

TEST_CASE("a URL with credentials is none, and its password is not repeated") {
  CHECK(fetch("https://user:secret@a.example/") == "it is no web address");
}

TEST_CASE("a body in another encoding is none, whatever was asked for") {
  const LinkServer server;
  CHECK(fetch(server.url("/encoded/gzip")) ==
        "it comes compressed, although it was asked for as it is");
  CHECK(fetch(server.url("/encoded/identity")) == "200");
}

TEST_CASE("redirects are followed on the same host, so many times") {
  const LinkServer server;
  CHECK(fetch(server.url("/redirect/404")) == "404");
  CHECK(fetch(server.url("/hops/3")) == "200");
  CHECK(fetch(server.url("/hops/4")) == "it redirects more than 3 times");
  CHECK(fetch(server.url("/loop")) == "it redirects more than 3 times");
  CHECK_THAT(fetch(server.url("/localhost")),
             Catch::Matchers::StartsWith("it redirects to http://localhost:"));
  CHECK(fetch(server.url("/file")) == "it redirects to file:///etc/passwd");
  CHECK(server.requests("GET", "/200") == 1);
}

TEST_CASE("no answer is taken that does not end") {
  const LinkServer server;
  FetchLimits limits = quick_fetch();
  limits.body_bytes = 1000000;
  CHECK(fetch(server.url("/huge"), limits) == "it is longer than 1000000 bytes");
  CHECK(fetch(server.url("/headers"), limits) == "its headers do not end");
}

TEST_CASE("of a body that nobody reads only the beginning comes") {
  const LinkServer server;
  const std::vector<PageRequest> requests = {{server.url("/huge"), nullptr}};
  CHECK(text_of(fetch_pages(requests, quick_fetch()).front()) == "200");
}

TEST_CASE("an answer that trickles in is given up") {
  const LinkServer server;
  FetchLimits limits = quick_fetch();
  limits.stall_time = 1s;
  limits.retries = 0;
  const auto begun = std::chrono::steady_clock::now();
  CHECK(fetch(server.url("/drip"), limits) == "it does not answer in time");
  CHECK(fetch(server.url("/slow/30"), limits) == "it does not answer in time");
  CHECK(std::chrono::steady_clock::now() - begun < 20s);
}

TEST_CASE("when the time for all pages is up, what is left has no answer") {
  const LinkServer server;
  FetchLimits limits = quick_fetch();
  limits.total_time = 500ms;
  CHECK(fetch(server.url("/slow/30"), limits) == "there was no time left to ask for it");
}

TEST_CASE("a failure that may pass is asked again, and its body starts anew") {
  const LinkServer server;
  FetchLimits limits = quick_fetch();
  limits.retries = 2;
  CHECK(fetch(server.url("/flaky"), limits) == "200");
  CHECK(fetch(server.url("/503"), limits) == "503");
  CHECK(server.requests("GET", "/503") == 3);
  CHECK(fetch(server.url("/404"), limits) == "404");
  CHECK(server.requests("GET", "/404") == 1);
}

TEST_CASE("a page's host must be who it says") {
  const LinkServer server;
  CHECK(fetch(server.secure_url("/200")) == "its certificate is not to be trusted");
}

TEST_CASE("only so many pages are asked for at once") {
  const LinkServer server;
  std::vector<PageRequest> requests;
  for (int i = 0; i < 12; ++i) requests.push_back({server.url(fmt::format("/slow/0.1{}", i))});
  FetchLimits limits = quick_fetch();
  limits.connections = 3;
  for (const PageAnswer& answer : fetch_pages(requests, limits)) CHECK(answer.status == 200);
  CHECK(server.most_at_once() == 3);
}

TEST_CASE("no pages take no time") {
  CHECK(fetch_pages({}, quick_fetch()).empty());
}

}  // namespace
}  // namespace opsg::web
