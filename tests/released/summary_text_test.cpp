#include "summary_text.h"

#include "catch2.h"
#include "text.h"

namespace opsg::released {
namespace {

TEST_CASE("a summary is as many whole sentences as fit") {
  CHECK(first_sentences("One is done. Two  is\nnot. Three may be.", 30) ==
        "One is done. Two is not.");
  CHECK(first_sentences("One is done. Two is not.", 24) == "One is done. Two is not.");
  CHECK(first_sentences("One is done. Two is not.", 23) == "One is done.");
  CHECK(first_sentences("Is it? Yes! (It is.) [redacted] too.", 13) == "Is it? Yes!");
  CHECK(first_sentences("", 10) == "");
}

TEST_CASE("a full stop inside a sentence does not end it") {
  CHECK(first_sentences("PM3.1 fell to 4.5% since. More.", 26) == "PM3.1 fell to 4.5% since.");
  CHECK(first_sentences("Reports, e.g. PM2 or J. Doe's, came. More.", 37) ==
        "Reports, e.g. PM2 or J. Doe's, came.");
  CHECK(first_sentences("It is, cf. above, late. More.", 23) == "It is, cf. above, late.");
}

TEST_CASE("one sentence that is too long is cut between words, and never inside a character") {
  CHECK(first_sentences("Services are running without problems", 20) ==
        "Services are running \xE2\x80\xA6");
  CHECK(first_sentences("Aufschl\xC3\xBCsselungen", 8) == "Aufschl \xE2\x80\xA6");
  for (std::size_t most = 1; most < 12; ++most) {
    CHECK(is_valid_utf8(first_sentences("\xE2\x80\xA6\xE2\x80\xA6\xF0\x9F\x98\x80 x", most)));
  }
}

TEST_CASE("of a long text what is around a place is taken, cut between words") {
  const std::string text = "one two three four five six";
  CHECK(text_around(text, 8, 27) == text);
  CHECK(text_around(text, 0, 10) == "one two \u2026");
  CHECK(text_around(text, 8, 14) == "\u2026 two three \u2026");
  CHECK(text_around(text, 24, 10) == "\u2026 five six");
  CHECK(text_around(text, 26, 10) == "\u2026 five six");
}

TEST_CASE("what is around a place is never cut inside a character") {
  const std::string text = "\u2026\u2026\u2026\u00e9\u00e9\u2026\u2026";
  for (std::size_t at = 0; at < text.size(); at += 3) {
    for (std::size_t most = 4; most < text.size(); ++most) {
      CHECK(is_valid_utf8(text_around(text, at == 12 ? 11 : at, most)));
    }
  }
}

}  // namespace
}  // namespace opsg::released
