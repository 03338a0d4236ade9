#include "request_target.h"

#include <string>
#include <string_view>

#include "catch2.h"

namespace {

using opsg::preview::parse_target;

std::string path_of(std::string_view target) {
  const auto parsed = parse_target(target);
  return parsed ? parsed->path : "refused";
}

}  // namespace

TEST_CASE("A target is decoded part by part") {
  CHECK(path_of("/") == "/");
  CHECK(path_of("/meetings/opsg-41/") == "/meetings/opsg-41/");
  CHECK(path_of("/caf%C3%A9/a%20b") == "/café/a b");
  CHECK(path_of("/a...b/..c/.well-known/") == "/a...b/..c/.well-known/");
  CHECK(path_of("/a+b") == "/a+b");
  CHECK(parse_target("/search/?q=a/../b&c=%")->query == "q=a/../b&c=%");
  CHECK(parse_target("/search/?q=a/../b&c=%")->path == "/search/");
}

TEST_CASE("Targets that lead elsewhere are refused, however they are written") {
  const std::string with_nul("/a\0b", 4);
  for (const std::string target : {"",
                                   "index.html",
                                   "http://other.example/",
                                   "*",
                                   "//other.example/",
                                   "/a//b",
                                   "/../a",
                                   "/a/..",
                                   "/a/../b",
                                   "/./a",
                                   "/a/.",
                                   "/%2e%2e/a",
                                   "/%2E./a",
                                   "/.%2e/a",
                                   "/%2e/",
                                   "/a%2fb",
                                   "/a%2F..%2Fb",
                                   "/a\\b",
                                   "/a%5cb",
                                   "/a%00b",
                                   "/a%0d%0aSet-Cookie:x",
                                   "/a%7F",
                                   "/a%",
                                   "/a%2",
                                   "/a%zz",
                                   "/a%-1",
                                   "/%ff",
                                   "/%c0%ae%c0%ae/",
                                   "/\xff"}) {
    INFO(target);
    CHECK(path_of(target) == "refused");
  }
  CHECK(path_of(with_nul) == "refused");
}

TEST_CASE("Values of a query are found by their whole name, and decoded") {
  using opsg::preview::query_value;
  CHECK(query_value("back=%2Fa%2F&page=/b", "page") == "/b");
  CHECK(query_value("back=%2Fa%2F&page=/b", "back") == "/a/");
  CHECK(query_value("page", "page") == "");
  CHECK_FALSE(query_value("homepage=1", "page"));
  CHECK_FALSE(query_value("page=%zz", "page"));
  CHECK_FALSE(query_value("", "page"));
}

TEST_CASE("Paths and values are encoded so that they mean nothing else") {
  CHECK(opsg::preview::encode_path("/é \"<>?#%\r\n/") == "/%C3%A9%20%22%3C%3E%3F%23%25%0D%0A/");
  CHECK(opsg::preview::encode_value("a;b=c/d é") == "a%3Bb%3Dc%2Fd%20%C3%A9");
}
