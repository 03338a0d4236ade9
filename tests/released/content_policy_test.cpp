#include "content_policy.h"

#include "catch2.h"

namespace opsg::released {
namespace {

std::string widened(std::string_view a, std::string_view b) {
  ContentPolicy policy(a);
  policy.widen(ContentPolicy(b));
  return policy.text();
}

TEST_CASE("a policy is written as it was read, in plain form") {
  CHECK(ContentPolicy("default-src 'none'; img-src 'self' https:").text() ==
        "default-src 'none'; img-src 'self' https:");
  CHECK(ContentPolicy(" ;IMG-SRC\n  'self' ; upgrade-insecure-requests;").text() ==
        "img-src 'self'; upgrade-insecure-requests");
  CHECK(ContentPolicy("").text().empty());
}

TEST_CASE("of a directive that is there twice the first counts") {
  CHECK(ContentPolicy("img-src 'none'; img-src *").text() == "img-src 'none'");
}

TEST_CASE("a widened policy allows what either allows") {
  CHECK(widened("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'") ==
        "script-src 'self' 'wasm-unsafe-eval'");
  CHECK(widened("img-src 'none'", "img-src https:") == "img-src https:");
  CHECK(widened("img-src 'none'", "img-src 'none'") == "img-src 'none'");
}

TEST_CASE("a directive that only one policy has falls back as browsers have it") {
  CHECK(widened("default-src 'self'", "default-src 'none'; img-src https:") ==
        "default-src 'self'; img-src 'self' https:");
  CHECK(widened("default-src 'none'; font-src 'self'", "default-src 'none'") ==
        "default-src 'none'; font-src 'self'");
}

TEST_CASE("what one policy does not restrict, the wider one does not") {
  CHECK(widened("base-uri 'none'; img-src 'self'", "img-src 'self'") == "img-src 'self'");
  CHECK(widened("img-src 'self'", "").empty());
}

}  // namespace
}  // namespace opsg::released
