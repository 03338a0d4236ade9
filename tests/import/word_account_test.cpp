#include "word_account.h"

#include "canonical_words.h"
#include "catch2.h"
#include "file_words.h"
#include "import_fixture.h"

namespace opsg::importing {

using Words = std::vector<std::string>;

TEST_CASE("A date has the same words however it is written") {
  const Words words = {"25", "1", "2021"};
  CHECK(canonical_words("25 January 2021") == words);
  CHECK(canonical_words("25th Jan. 2021") == words);
  CHECK(canonical_words("25/01/2021") == words);
}

TEST_CASE("Words are runs of letters and digits of any script") {
  CHECK(canonical_words("Café’s “x”—37x, Risk 006\u00A0end") ==
        Words{"café", "s", "x", "37x", "risk", "6", "end"});
  CHECK(canonical_words("co\u00ADope\u200Brate 000") == Words{"cooperate", "0"});
  CHECK(canonical_words(" • * -- ") == Words{});
}

TEST_CASE("A TOML file's words are its comments, texts, dates and times") {
  CHECK(canonical_words(
            toml_text("# Says: x\nkey = \"a \\\"b\\\"\"\nd = 2021-01-02\nt = 09:05:00\n")) ==
        Words{"says", "x", "a", "b", "2021", "1", "2", "9", "5"});
}

TEST_CASE("An account reconciles where each word is emitted, dropped or unresolved") {
  const DocumentText document = test::document_of("One two three.\nFour five");
  const Words files = {"one two own", "four"};
  const std::vector<DroppedText> dropped = {{"rule", "three", 1, 0, 1}};
  const std::vector<UnresolvedText> unresolved = {{"four", 0, 2}};
  WordAccount account = account_words(document, files, dropped, unresolved, "own");
  CHECK(account.lost == Words{"five"});
  CHECK_FALSE(account.reconciles());

  const Words all = {"one two own", "four FIVE"};
  account = account_words(document, all, dropped, unresolved, "own");
  CHECK(account.reconciles());
  CHECK(account.source == 5);
  CHECK(account.emitted == 3);
  CHECK(account.unresolved == 1);
  CHECK(account.dropped == 1);
}

TEST_CASE("An account cannot be made to reconcile by claims") {
  const DocumentText document = test::document_of("one two");
  const Words nothing = {""};
  const Words more = {"one two three"};
  const Words once = {"one"};
  SECTION("of what was left out: it must have been there") {
    const std::vector<DroppedText> dropped = {{"rule", "one three", 2, 0, 1}};
    CHECK_FALSE(account_words(document, nothing, dropped, {}, "").reconciles());
  }
  SECTION("of what is the program's own: it must be in the files") {
    CHECK_FALSE(account_words(document, once, {}, {}, "two").reconciles());
  }
  SECTION("of nothing at all: words from nowhere are found") {
    const WordAccount account = account_words(document, more, {}, {}, "");
    CHECK(account.invented == Words{"three"});
    CHECK_FALSE(account.reconciles());
  }
}

}  // namespace opsg::importing
