#include "review_page.h"

#include <string>

#include "catch2.h"
#include "diff_site.h"

namespace opsg::app {
namespace {

Passage passage(const std::string& kind, const std::string& text) {
  Passage passage;
  passage.document = "meetings/2021-01-25-opsg-41/minutes";
  passage.meeting = "41_2501";
  passage.item = "3.1";
  passage.item_title = "Reports <b>";
  passage.kind = kind;
  passage.text = text;
  return passage;
}

struct Case {
  std::vector<Passage> before;
  std::vector<Passage> after;
  bool first = false;
};

/// What `diff` fills in, with hostile text wherever a site can have any.
std::string page_of(const Case& wanted) {
  DiffBaseline before{"<i>public</i>", std::nullopt};
  if (!wanted.first) before.site = PublishedSite{"public", "", wanted.before, {{"<u>.html", "1"}}};
  const PublishedSite after{"public", "", wanted.after, {{"\"x\".html", "1"}}};
  DiffResult result = compare_sites({before, after, {}});
  result.site = "<script>alert(1)</script>";
  result.classification = "white";
  result.approve_command = "opsg-site diff --approve 'A & B'";
  auto page = review_page(result);
  REQUIRE(page);
  return *page;
}

bool shows(const std::string& page, const std::string& text) {
  return page.find(text) != std::string::npos;
}

TEST_CASE("a report shows each change with its words, and asks for a signature") {
  const std::string page = page_of({{passage("paragraph", "the OPSG noted it"),
                                     passage("paragraph", "something else altogether")},
                                    {passage("paragraph", "the OPSG agreed it")}});
  CHECK(shows(page, "the OPSG <del>noted</del> <ins>agreed</ins> it"));
  CHECK(shows(page, "something else altogether"));
  CHECK(shows(page, "<li class=\"gone\">"));
  CHECK(shows(page, "Meeting 41_2501"));
  CHECK(shows(page, "<h3>3.1 Reports &lt;b&gt;</h3>"));
  CHECK(shows(page, "I have read what this report marks with a box, 1 passage, and it may"));
  CHECK(shows(page, "opsg-site diff --approve &#39;A &amp; B&#39;"));
  CHECK(shows(page, "This report quotes what could be read until now"));
}

TEST_CASE("a report says which entry a passage is of, and under what it stood") {
  const auto of = [](const std::string& entry, const std::string& heading) {
    Passage made = passage("field", "Status: RED");
    made.register_name = "measures";
    made.entry = entry;
    made.headings = {heading};
    return made;
  };
  const std::string page =
      page_of({{of("LSC 5", "Old <b>")}, {of("LSC 5", "New"), of("LSC 7", "")}});
  CHECK(shows(page, "<h3>3.1 Reports &lt;b&gt; \u203a New \u203a LSC 5</h3>"));
  CHECK(shows(page, "Stood until now under item 3.1 \u203a Old &lt;b&gt; \u203a LSC 5."));
}

TEST_CASE("a report says where it is not known what a passage stood under") {
  Passage former = passage("field", "Status: RED");
  former.place_known = false;
  const std::string page = page_of({{former}, {passage("field", "Status: GREEN")}});
  CHECK(shows(page, "It is not known under which entry and headings it stood until now."));
}

TEST_CASE("no text of a site becomes markup") {
  const std::string hostile = "</style></p><script>alert(1)</script><img src=x onerror=alert(1)>";
  Passage linked = passage("x\" onclick=\"y", hostile);
  linked.links = {"javascript:alert(1)", "\"><svg onload=alert(1)>"};
  const std::string page = page_of({{}, {linked}});
  CHECK_FALSE(shows(page, "<script"));
  CHECK_FALSE(shows(page, "<img"));
  CHECK_FALSE(shows(page, "<svg"));
  CHECK_FALSE(shows(page, "\" onclick"));
  CHECK_FALSE(shows(page, "<i>public"));
  CHECK_FALSE(shows(page, "<u>"));
  CHECK(shows(page, "&lt;script&gt;alert(1)"));
}

TEST_CASE("a report loads nothing, and could not") {
  const std::string page = page_of({{}, {passage("paragraph", "text")}});
  CHECK(shows(page,
              "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
              "form-action 'none'\""));
  for (const char* loader : {"<script", "<link", "<img", "<iframe", "url(", "@import", "src="}) {
    INFO(loader);
    CHECK_FALSE(shows(page, loader));
  }
}

TEST_CASE("where nothing changes there is nothing to sign") {
  const std::string page =
      page_of({{passage("paragraph", "text")}, {passage("paragraph", "text")}});
  CHECK(shows(page, "There is nothing to approve."));
  CHECK_FALSE(shows(page, "<h2 id=\"sign-off\">"));
  CHECK_FALSE(shows(page, "quotes what could be read until now"));
}

TEST_CASE("a first release is told as one") {
  const std::string page = page_of({{}, {passage("paragraph", "text")}, true});
  CHECK(shows(page, "Nothing has been published yet: everything is new."));
  CHECK(shows(page, "not public until now"));
  CHECK(shows(page, "All of it wants approval: 1 passage."));
}

}  // namespace
}  // namespace opsg::app
