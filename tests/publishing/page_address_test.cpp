#include "page_address.h"

#include "catch2.h"

namespace opsg::publishing {
namespace {

TEST_CASE("a site's address ends in a slash") {
  CHECK(site_address("https://opsg.example") == "https://opsg.example/");
  CHECK(site_address("http://127.0.0.1:8000/opsg") == "http://127.0.0.1:8000/opsg/");
  CHECK(site_address("https://opsg.example/a/") == "https://opsg.example/a/");
}

TEST_CASE("what is no address of a site is refused") {
  const auto* text =
      GENERATE("", "public", "/srv/www", "ftp://a.example/", "file:///etc/", "https://",
               "https://user:secret@a.example/", "https://a.example/?q", "https://a.example/#part");
  CAPTURE(text);
  CHECK_FALSE(site_address(text));
}

TEST_CASE("pages are read at their folders' addresses") {
  const std::string site = "https://opsg.example/";
  CHECK(page_address(site, "index.html") == site);
  CHECK(page_address(site, "actions/index.html") == "https://opsg.example/actions/");
  CHECK(page_address(site, "404.html") == "https://opsg.example/404.html");
  CHECK(page_address(site, "an-index.html") == "https://opsg.example/an-index.html");
  CHECK(file_address(site, "actions/index.html") == "https://opsg.example/actions/index.html");
}

TEST_CASE("no character of a path means anything else in an address") {
  CHECK(file_address("https://opsg.example/", "a b/50%?#&+\xC3\xA9.pdf") ==
        "https://opsg.example/a%20b/50%25%3F%23%26%2B%C3%A9.pdf");
}

}  // namespace
}  // namespace opsg::publishing
