#include "clean_text.h"

#include "catch2.h"
#include "html_remnants.h"
#include "import_fixture.h"
#include "tracked_links.h"

namespace opsg::importing {
namespace {

const std::string kSafeLink =
    "https://eur01.safelinks.protection.outlook.com/"
    "?url=https%3A%2F%2Fexample.org%2Fa-b%2F&data=02%7C"
    "01%7CSomeone%40example.org%7C85b7&sdata=XcT%3D&reserved=0";

std::vector<std::string> cleaned(std::string_view text) {
  ImportLedger ledger("minutes.txt");
  std::vector<std::string> lines;
  for (const TextLine& line : clean_text(test::document_of(text), ledger))
    lines.push_back(line.text);
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A mail filter's link gives way to its target") {
  CHECK(unwrap_tracked_link(kSafeLink) == "https://example.org/a-b/");
  CHECK(unwrap_tracked_link("https://urldefense.com/v3/__https://example.org/x__;!!abc$") ==
        "https://example.org/x");
  CHECK(unwrap_tracked_link(
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_x&d=Dw") ==
        "https://example.org/x");
  CHECK_FALSE(unwrap_tracked_link("https://example.org/?url=https%3A%2F%2Fother.org"));
}

TEST_CASE("A target that is no web address is no target") {
  const std::string host = "https://a.safelinks.protection.outlook.com/?";
  CHECK(unwrap_tracked_link(host + "url=javascript%3Aalert(1)") == "");
  CHECK(unwrap_tracked_link(host + "url=https%3A%2F%2Fa.org%2F%0Ax") == "");
  CHECK(unwrap_tracked_link(host + "data=1") == "");
}

TEST_CASE("Links are unwrapped inside Markdown and HTML, and where a line's end cuts them") {
  CHECK(cleaned("See [this](" + kSafeLink + ").") ==
        Lines{"See [this](https://example.org/a-b/)."});
  CHECK(cleaned("<a class=\"x\" href=\"" + kSafeLink + "\">this</a>") ==
        Lines{"[this](https://example.org/a-b/)"});
  const std::size_t cut = kSafeLink.find("one%40");
  CHECK(cleaned(kSafeLink.substr(0, cut) + "\n" + kSafeLink.substr(cut) + "\nNext.") ==
        Lines{"https://example.org/a-b/", "Next."});
}

TEST_CASE("A piece of such a link that stands alone goes too") {
  CHECK(cleaned("Words 01%7CSomeone%40example.org%7C85b7 remain.") == Lines{"Words remain."});
}

TEST_CASE("HTML becomes what it means") {
  CHECK(cleaned("<p>One <b>two</b>.</p> <p><i>Three</i><br/>four</p>") ==
        Lines{"One **two**.", "*Three*", "four"});
  CHECK(cleaned("R&amp;D &lt;b&gt; &#8217; &unknown; AT&T;") == Lines{"R&D <b> ’ &unknown; AT&T;"});
  CHECK(cleaned("a < b, <unknown> and x > y") == Lines{"a < b, <unknown> and x > y"});
}

TEST_CASE("Paragraphs in a table's cell stay in their row") {
  CHECK(cleaned("<p>One</p><p>Two</p>\tThree") == Lines{"\nOne\n\nTwo\n\tThree"});
}

TEST_CASE("Odd spaces, bullets and control characters become plain") {
  CHECK(cleaned("a\u00A0\u2003b\u200B c\x01 d") == Lines{"a b c d"});
  CHECK(cleaned("\uF0B7\u00A0point") == Lines{"• point"});
}

}  // namespace opsg::importing
