#include "site_passages.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "catch2.h"
#include "cleared_site.h"
#include "page_context_fixture.h"
#include "sha256.h"

namespace opsg::released {
namespace {

using opsg::test::ClearedSite;
using opsg::test::PageContextFixture;

std::vector<Passage> passages_of(ClearedSite& sources) {
  const PageContextFixture fixture(sources.join());
  return site_passages(fixture.absolute());
}

/// "kind [item] text -> link" of each passage of the document.
std::vector<std::string> told(const std::vector<Passage>& passages, const std::string& document) {
  std::vector<std::string> lines;
  for (const Passage& passage : passages) {
    if (passage.document != document) continue;
    std::string line = passage.kind + " [" + passage.item + "] " + passage.text;
    for (const std::string& link : passage.links) line += " -> " + link;
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> minutes_of(const std::string& text) {
  ClearedSite sources;
  sources.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n").document("m1", "minutes", text);
  auto lines = told(passages_of(sources), "meetings/m1/minutes");
  REQUIRE(lines.front() == "fact [] Classification: White");
  lines.erase(lines.begin());
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("every block is a passage of its kind and item") {
  CHECK(minutes_of(R"(Before any item.

## 3. Reports (SECAS)

ACTION OPSG 41/01: The DCC to report.

- Target: 4 February 2021

The OPSG **NOTED**
the ~~draft~~ report.

### 3.1 Next

- one
  - two

  three

> quoted

| A | B |
|---|---|
| 1 | 2 |

    code  as
      written

[Post Meeting Note: it was sent.]
)") == Lines{"paragraph [] Before any item.", "fact [3] Decisions: noted",
             "heading [3] 3. Reports (SECAS)",
             "paragraph [3] ACTION OPSG 41/01: The DCC to report.",
             "field [3] Target: 4 February 2021",
             "paragraph [3] The OPSG NOTED the ~~draft~~ report.", "heading [3.1] 3.1 Next",
             "list-item [3.1] one", "list-item [3.1] • • two", "list-item [3.1] three",
             "quote [3.1] quoted", "table-row [3.1] A | B", "table-row [3.1] 1 | 2",
             "code [3.1] code  as\n  written", "note [3.1] Post Meeting Note: it was sent."});
}

TEST_CASE("what counts as decided is a fact of its item") {
  Lines facts;
  for (const std::string& line : minutes_of(R"(The OPSG **noted** the hour.

## 3. Reports

The OPSG **NOTED** the report and **AGREED** to it.

### Annex

## 4. Next

The DCC **NOTED** it.

### 4.1 List

The OPSG:

- **noted** this;
- NOTED that.
)")) {
    if (line.starts_with("fact")) facts.push_back(line);
  }
  CHECK(facts == Lines{"fact [] Decisions: noted", "fact [3] Decisions: noted, agreed",
                       "fact [4.1] Decisions: noted"});
}

TEST_CASE("a note of several paragraphs is one to its end") {
  CHECK(minutes_of("[Post Meeting Note: first.\n\nlast.]\n\nAfter it.\n") ==
        Lines{"note [] Post Meeting Note: first.", "note [] last.", "paragraph [] After it."});
}

TEST_CASE("an item of a list reads with its number and those that it stands in") {
  CHECK(minutes_of(R"(- plain

  more of it

3. third

   more of it

   - under it
     1. under that
4. fourth

> 1. quoted
>
>        code
)") == Lines{"list-item [] plain", "list-item [] more of it", "list-item [] 3. third",
             "list-item [] more of it", "list-item [] 3. • under it",
             "list-item [] 3. • 1. under that", "list-item [] 4. fourth", "list-item [] 1. quoted",
             "code [] code"});
}

TEST_CASE("an item without a text of its own counts") {
  CHECK(minutes_of("1.\n2. two\n\n---\n\n- - deep\n  - more\n") ==
        Lines{"list-item [] 2. two", "list-item [] • • deep", "list-item [] • • more"});
}

TEST_CASE("links that can be followed count, and others do not") {
  CHECK(minutes_of("[one](https://a.example/?b), [two](#item-9), [three](/actions/), "
                   "![four](https://a.example/4.png), [five](javascript:x)\n") ==
        Lines{"paragraph [] one, two, three, four, five -> https://a.example/?b -> /actions/ -> "
              "https://a.example/4.png"});
}

TEST_CASE("a passage with nothing to read or to follow is none") {
  CHECK(minutes_of("-\n\nText.\n") == Lines{"paragraph [] Text."});
}

TEST_CASE("links are the same wherever the site stands") {
  for (const char* base : {"https://opsg.example/", "https://other.example/sub/"}) {
    ClearedSite sources;
    sources.base_url(base).document("", "about", "[log](/actions/)\n", "title = \"About\"\n");
    CHECK(told(passages_of(sources), "pages/about") ==
          Lines{"heading [] About", "paragraph [] log -> /actions/"});
  }
}

TEST_CASE("a title that a page's first heading repeats is there once") {
  ClearedSite sources;
  sources.document("", "about", "# About us\n\nText.\n");
  CHECK(told(passages_of(sources), "pages/about") ==
        Lines{"heading [] About us", "paragraph [] Text."});
}

TEST_CASE("the facts of a meeting, its attendance and its files") {
  ClearedSite sources;
  sources.meeting("m1", R"(code = "41"
kind = "reporting"
date = 2021-01-25
moved_from = 2021-01-24
start = 13:20:00
end = 15:35:00
place = "Teleconference"
next = [{ kind = "main", date = 2021-02-02, remark = "by telephone", cancelled = true }]
[[attendance]]
category = "Members"
organisation = "Large Suppliers"
[[attendance]]
category = "Members"
organisation = "Large Suppliers"
[[attendance]]
category = "Members"
organisation = "DCC"
role = "Chair"
apology = true
)");
  sources.attachment("m1", "annex.pdf");
  const std::vector<Passage> passages = passages_of(sources);
  CHECK(told(passages, "meetings/m1/meeting") ==
        Lines{"fact [] Title: SEC Operations Group Meeting 41", "fact [] Code: 41",
              "fact [] Kind: Reporting", "fact [] Date: 25 January 2021",
              "fact [] Moved from: 24 January 2021", "fact [] Time: 13:20 to 15:35",
              "fact [] Place: Teleconference",
              "fact [] Next meeting: Main, 2 February 2021, by telephone, cancelled",
              "fact [] Attendance, Members: Large Suppliers (2)",
              "fact [] Attendance, Apologies: DCC, Chair"});
  CHECK(told(passages, "meetings/m1/attachments") ==
        Lines{"attachment [] annex.pdf: Annex 1, White"});
  CHECK(passages.back().sha256 == sha256_hex("bytes"));
  CHECK(passages.back().url == "https://opsg.example/meetings/m1/annex.pdf");
  CHECK(passages.back().meeting == "41");
}

TEST_CASE("what of a withheld document is shown has no label") {
  ClearedSite sources;
  sources.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n").extract("m1", "annex", "Text.\n");
  CHECK(told(passages_of(sources), "meetings/m1/annex") == Lines{"paragraph [] Text."});
}

TEST_CASE("the site, its policy and its words come first") {
  ClearedSite sources;
  std::vector<std::string> documents;
  for (const Passage& passage : passages_of(sources)) {
    if (documents.empty() || documents.back() != passage.document) {
      documents.push_back(passage.document);
    }
  }
  CHECK(documents == Lines{"site", "policy", "registers", "parties"});
  const std::vector<Passage> passages = passages_of(sources);
  CHECK(told(passages, "site") ==
        Lines{"fact [] Title: SEC Operations Group", "fact [] Committee: OPSG"});
  CHECK(told(passages, "policy") == Lines{"fact [] White", "fact [] Green"});
  CHECK(told(passages, "parties") ==
        Lines{"party [] DCC", "party [] SECAS", "party [] OPSG: SEC Operations Group"});
}

TEST_CASE("what site.toml calls registers, their fields and states") {
  ClearedSite sources;
  sources.site(R"(title = "Board"
description = "Its records."
committee = "OPSG"
base_url = "https://opsg.example/"
[registers.actions]
title = "Action log"
id = 'A \d+'
states = [{ name = "Open" }, { name = "Closed", closed = true }]
fields = [{ name = "target", title = "Due", type = "date" }]
[registers.risks]
title = "Risks"
id = 'Risk \d{3}'
)");
  const std::vector<Passage> passages = passages_of(sources);
  CHECK(told(passages, "site") == Lines{"fact [] Title: Board", "fact [] Description: Its records.",
                                        "fact [] Committee: OPSG"});
  CHECK(told(passages, "registers") ==
        Lines{"fact [] actions, title: Action log", "fact [] actions, field target: Due",
              "fact [] actions, state: Open", "fact [] actions, closed state: Closed",
              "fact [] risks, title: Risks"});
  CHECK(passages.back().document == "parties");
  const auto risks = std::find_if(passages.begin(), passages.end(), [](const Passage& passage) {
    return passage.text.starts_with("risks");
  });
  REQUIRE(risks != passages.end());
  CHECK(risks->url == "https://opsg.example/risks/");
}

TEST_CASE("of references, only those that the records name are told, and where they lead") {
  ClearedSite sources;
  CHECK(told(passages_of(sources), "references").empty());
  sources.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n")
      .document("m1", "minutes", "MP122 and MP123 are late.\n");
  CHECK(told(passages_of(sources), "references") ==
        Lines{"fact [] modification, title: Modification",
              "fact [] modification, link: https://modifications.example/{id}"});
}

/// "entry <headings> text" of each passage of the minutes.
std::vector<std::string> places_of(const std::string& text,
                                   const std::string& document = "minutes") {
  ClearedSite sources;
  const bool is_page = document != "minutes";
  if (!is_page) sources.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n");
  sources.document(is_page ? "" : "m1", document, text);
  std::vector<std::string> lines;
  for (const Passage& passage : passages_of(sources)) {
    const bool is_text = passage.document.ends_with('/' + document) && passage.kind != "fact";
    if (!is_text) continue;
    std::string line =
        passage.register_name + (passage.entry.empty() ? "" : " ") + passage.entry + " <";
    for (const std::string& heading : passage.headings) line += heading + '>';
    lines.push_back(line + ' ' + passage.text);
  }
  return lines;
}

TEST_CASE("each passage says which entry it is of") {
  CHECK(places_of(R"(## 3. Reports

Before.

### Risk 006: CSP N may fail

- Severity: 20 - Critical

Its plan.

#### Cause

Its cause.

ACTION OPSG 41/01: The DCC to report.

- Target: 4 February 2021

More of it.

### Risk 007: Others may

- Severity: 20 - Critical

## 4. Next

After.
)") == Lines{" < 3. Reports", " < Before.", "risks Risk 006 < Risk 006: CSP N may fail",
             "risks Risk 006 < Severity: 20 - Critical", "risks Risk 006 < Its plan.",
             "risks Risk 006 < Cause", "risks Risk 006 <Cause> Its cause.",
             "actions OPSG 41/01 <Risk 006>Cause> ACTION OPSG 41/01: The DCC to report.",
             "actions OPSG 41/01 <Risk 006>Cause> Target: 4 February 2021",
             "risks Risk 006 <Cause> More of it.", "risks Risk 007 < Risk 007: Others may",
             "risks Risk 007 < Severity: 20 - Critical", " < 4. Next", " < After."});
}

TEST_CASE("each passage says under which headings without a number it stands") {
  CHECK(places_of(R"(# Part

## 3. Reports

### Service *desk*

one

#### Calls

- two

> ## Quoted
>
> three

### Network

four

## Annex

five

### 3.1 Next

six
)") == Lines{" < Part", " < 3. Reports", " < Service desk", " <Service desk> one",
             " <Service desk> Calls", " <Service desk>Calls> two", " <Service desk>Calls> Quoted",
             " <Service desk>Calls> three", " < Network", " <Network> four", " < Annex",
             " <Annex> five", " < 3.1 Next", " < six"});
}

TEST_CASE("a page's title is no heading that its passages stand under") {
  CHECK(places_of("# About us\n\none\n\n## Who\n\ntwo\n", "about") ==
        Lines{" < About us", " < one", " < Who", " <Who> two"});
}

TEST_CASE("each passage says where it stands") {
  ClearedSite sources;
  sources.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n")
      .document("m1", "minutes", "## 3. Reports\n\n- one\n- two\n");
  const std::vector<Passage> passages = passages_of(sources);
  const Passage& last = passages.back();
  CHECK(last.item_title == "Reports");
  CHECK(last.url.starts_with("https://opsg.example/meetings/m1/#minutes-p-"));
  CHECK(passages[passages.size() - 2].url == last.url);
  CHECK(passages[passages.size() - 3].url == "https://opsg.example/meetings/m1/#minutes-item-3");
}

}  // namespace
}  // namespace opsg::released
