#include <string>

#include "audit_site.h"
#include "catch2.h"

namespace opsg::testing {
namespace {

TEST_CASE("a sentence that is public elsewhere may be withheld here") {
  AuditSite site;
  site.minutes("green", "The OPSG **NOTED** the report\nof the provider.\n\nOPSG 41/02 is open.\n");
  site.source("content/meetings/m/headlines.md",
              "+++\nclassification = \"white\"\nstatus = \"final\"\n+++\n"
              "The OPSG noted the\nreport of the [provider](x.md). See [OPSG 41/02](y.md).\n");
  CHECK(site.page("The OPSG <strong>noted</strong> the report of the provider. OPSG 41/02")
            .is_clean());
}

TEST_CASE("single words, dates and numbers of withheld text are no leak") {
  const AuditSite site = AuditSite().minutes(
      "white",
      "Held in public.\n\n(AMBER) On Thursday 26 October 2020, 17 of 28 users complained to Ofgem "
      "about 96.12% of the forecasts for Q3 2020.\n\n- (AMBER) Raised: 26 October 2020\n"
      "- (AMBER) 26/10/2020\n- (AMBER) 1st\n- (AMBER) 12\n");
  CHECK(AuditSite(site)
            .page("Thursday, 26 October 2020. Ofgem complained. 17 users: 96.12% (28). Raised 26 "
                  "October 2020")
            .output("calendar.ics", "DTSTART:20201026T132000Z\r\nDTSTAMP;VALUE=DATE:20201026\r\n")
            .is_clean());
}

TEST_CASE("pages put public values together in ways that no source does") {
  AuditSite site;
  site.source(
      "content/parties.toml",
      "[[party]]\nname = \"DCC\"\n[[party]]\nname = \"SECAS\"\n[[party]]\nname = \"CSP N\"\n"
      "[[party]]\nname = \"Citizens Advice\"\n");
  site.source("content/meetings/m/headlines.md",
              "+++\nclassification = \"white\"\nstatus = \"final\"\n+++\n"
              "## 6. Major Incident Review (SECAS)\n\nThe DCC reported.\n\n"
              "### OPSG 41/02: The DCC to report\n\n- Owner: DCC/SECAS\n- Status: Open\n");
  site.minutes("green",
               "Present: DCC, SECAS, Citizens Advice and CSP N.\n\n- Owner: DCC and SECAS\n"
               "- Status: Open\n\nOPSG 41_2501, Major Incident Review: OPSG 41/02 open\n\n"
               "See [it](https://opsg.example/meetings/m/) and ../m/headlines.md\n");
  site.program_text(
      "<li>Owner: {{owner}} and Present: overdue open meetings https://opsg.example/ see it");
  CHECK(
      AuditSite(site)
          .page(
              "Present: DCC, SECAS, Citizens Advice and CSP N. Owner: DCC and SECAS, Status: Open."
              " OPSG 41_2501, Major Incident Review: OPSG 41/02 open. "
              "<a href=\"https://opsg.example/meetings/m/\">it</a>")
          .is_clean());
}

TEST_CASE("passages that only stand side by side make no passage") {
  AuditSite site;
  site.minutes("white",
               "One two.\n\nThree four.\n\nFive six.\n\n(AMBER) One two three four five six\n");
  CHECK(AuditSite(site).page("one two</p><p>three four</p><p>five six").is_clean());
  CHECK(AuditSite(site).page("<td>one two</td><td>three four</td><td>five six</td>").is_clean());
  CHECK(
      AuditSite(site).output("a.json", R"({"one two":"three four","a":["five six"]})").is_clean());
  CHECK(AuditSite(site).output("a.csv", "one two,three four,five six\n").is_clean());
  CHECK(AuditSite(site).output("a.csv", "one two,\"three four\"\nfive six\n").is_clean());
  CHECK(AuditSite(site).output("a.ics", "X:one two\r\nY:three four\r\nZ:five six\r\n").is_clean());
}

TEST_CASE("only what is read as marked is withheld") {
  const std::string body = GENERATE(
      "\\(AMBER) The status of it all was fine.\n",
      "The status of this LSC was **AMBER** and more.\n",
      "`[AMBER: nobody]` is how to mark a word.\n",
      "(AMBER) Secret.\n\nThe status of it all was fine.\n",
      "## 1. A (AMBER)\n\nSecret.\n\n## 2. B\n\nThe status of it all was fine.\n",
      "- (AMBER) Secret.\n- The status of it all was fine.\n",
      "- (AMBER) Secret.\n\nThe status of it all was fine.\n",
      "- One\n\n  (AMBER) Secret.\n\n  The status of it all was fine.\n",
      "> (AMBER) Secret.\n\nThe status of it all was fine.\n",
      "> (AMBER) Secret.\n- The status of it all was fine.\n",
      "| A | B |\n|---|---|\n| (AMBER) Secret. | x |\n| The status of it all | was fine. |\n",
      "(AMBER) ACTION OPSG 41/03: Secret.\n\nThe status of it all was fine.\n",
      "(AMBER) ACTION OPSG 41/03: Secret.\n\n- Owner: x\n\nThen.\n\n- The status: all was fine.\n",
      "```\n(AMBER) The status of it all was fine.\n```\n",
      "> ```\n> (AMBER) The status of it all was fine.\n\nThe status of it all was fine.\n",
      "The status of it [AMBER: secret] all was fine.\n\nThe status of it all was fine.\n");
  CAPTURE(body);
  CHECK(AuditSite()
            .minutes("white", body)
            .page("The status of it all was fine. The status of this LSC was AMBER and more. "
                  "[AMBER: nobody] is how to mark a word. The status: all was fine")
            .is_clean());
}

TEST_CASE("the words of a span are withheld, not those around it") {
  AuditSite site;
  site.minutes("white", "The fault of [AMBER: the two\nfirms] is well known to everybody here.\n");
  CHECK(
      AuditSite(site).page("The fault of [redacted] is well known to everybody here.").is_clean());
  CHECK_FALSE(AuditSite(site).page("The fault of the two firms is well known").is_clean());
}

TEST_CASE("spans may stand side by side, in each other and at both ends") {
  AuditSite site;
  site.minutes("white",
               "[AMBER: one secret] and [GREEN: two [AMBER: more] of [it](quagga.md)] end\n\n"
               "Words [GREEN: (GREEN) or so].\n");
  CHECK(AuditSite(site).page("[redacted] and [redacted] end</p><p>Words [redacted].").is_clean());
  CHECK_FALSE(AuditSite(site).page("one secret and [redacted] end").is_clean());
  CHECK_FALSE(AuditSite(site).page("and two more of it end").is_clean());
  CHECK_FALSE(AuditSite(site).page("<a href=\"quagga.md\">[redacted]</a>").is_clean());
  CHECK_FALSE(AuditSite(site).audience("parties").page("and two more of it end").is_clean());
  CHECK(AuditSite(site).audience("parties").page("and two [redacted] of it end").is_clean());
}

TEST_CASE("what an attachment or a theme's file has in common with a withheld one is public") {
  AuditSite site;
  site.source("content/meetings/m/logo.png", "PNG bytes").output("assets/theme.png", "PNG bytes");
  CHECK_FALSE(AuditSite(site).is_clean());
  CHECK(AuditSite(site).program_text("PNG bytes").is_clean());
}

TEST_CASE("an unlisted file may be called what pages say anyway") {
  AuditSite site;
  site.source("content/meetings/m/report.pdf", "PDF")
      .source("content/meetings/m/actions.csv", "x,y");
  site.minutes("white", "An annual report.\n");
  site.program_text("<a href=\"/data/actions.csv\">Actions</a>");
  CHECK(AuditSite(site)
            .page("Annual report (PDF)")
            .output("data/actions.csv", "id,title")
            .is_clean());
  CHECK_FALSE(AuditSite(site).page("<a href=\"report.pdf\">x</a>").is_clean());
  CHECK_FALSE(AuditSite(site).output("meetings/m/actions.csv", "other").is_clean());
}

TEST_CASE("the places of extracts are called after their document") {
  AuditSite site;
  site.source("content/meetings/m/quagga-annex.md",
              "+++\nclassification = \"green\"\n+++\n## 1. All of it (WHITE)\n");
  CHECK(site.page("<a id=\"quagga-annex-item-1\">All of it</a>").is_clean());
}

TEST_CASE("words that the program writes by itself are no leak") {
  AuditSite site;
  site.minutes("green", "## 3. Apologies\n\n- Reopened\n- Below target\n- Status: Cancelled\n");
  CHECK(AuditSite(site)
            .page("Apologies: 3. Reopened, below target, status: cancelled")
            .output("data/actions.json", R"({"status":"Cancelled"})")
            .is_clean());
}

TEST_CASE("a UID is made of a public kind and day, and is not the name of a withheld folder") {
  AuditSite site;
  site.source("content/meetings/m/meeting.toml",
              "classification = \"white\"\ncode = \"41_2501\"\n"
              "next = [{ kind = \"Reporting\", date = 2021-02-22 }]\n");
  site.source("content/meetings/reporting-2021-02-22/meeting.toml",
              "classification = \"amber\"\ncode = \"42\"\n");
  site.source("content/meetings/2021-02-22-reporting/meeting.toml",
              "classification = \"amber\"\ncode = \"43\"\n");
  CHECK(
      AuditSite(site).output("calendar.ics", "UID:reporting.20210222@opsg.example\r\n").is_clean());
  CHECK_FALSE(AuditSite(site)
                  .output("calendar.ics", "UID:2021-02-22-reporting@opsg.example\r\n")
                  .is_clean());
}

TEST_CASE("markup of the program's own is no text") {
  AuditSite site;
  site.minutes("green", "| Section | Hidden |\n|---|---|\n| Updated | Async |\n");
  CHECK(AuditSite(site)
            .output("feed.xml",
                    "<section hidden><updated>2021</updated><script async></script></section>")
            .is_clean());
}

}  // namespace
}  // namespace opsg::testing
