#include <chrono>
#include <string>

#include "audit_site.h"
#include "catch2.h"
#include "sha256.h"

namespace opsg::testing {
namespace {

constexpr std::string_view kMinutes = "content/meetings/m/minutes.md";

std::string minutes_at(std::string_view place) {
  return std::string(kMinutes) + ":" + std::string(place) + "\n";
}

TEST_CASE("withheld text of every kind of portion is found") {
  struct Canary {
    std::string_view body;  ///< From line 5 of the document.
    std::string_view leak;  ///< What the page shows.
    std::string_view place;
  };
  const Canary canary = GENERATE(
      Canary{"(AMBER) The supplier missed its target twice.\n",
             "missed its target twice, the supplier missed its target", ""},
      Canary{"## 6. Zebrafinch (SECAS) (AMBER)\n", "6. Zebrafinch", "5:7"},
      Canary{"## 6. Outage (AMBER)\n\nPublished nowhere else at all.\n\n## 7. Next\n",
             "Published nowhere else at all", "7:1"},
      Canary{"## 6. Outage (AMBER)\n\n### 6.1 More\n\nPublished nowhere else at all.\n",
             "nowhere else at all, published nowhere else at all", "9:1"},
      Canary{"- One\n- (AMBER) The second fault was hidden\n\n  So was the cause of it.\n- Three\n",
             "So was the cause of it", "8:3"},
      Canary{"- (AMBER) One\n  - Nested deep below the item\n", "Nested deep below the item",
             "6:5"},
      Canary{"> (AMBER) Quoted\n>\n> Unmarked words further down here\n",
             "Unmarked words further down here", "7:3"},
      Canary{"(AMBER) A lazy paragraph\ngoes on over three\nlines of text\n",
             "paragraph goes on over three", ""},
      Canary{"(AMBER) ACTION OPSG 41/02: The OPSG to wait\n\n- Owner: Zebrafinch Limited\n",
             "Zebrafinch Limited", "7:10"},
      Canary{"| Who | What |\n|---|---|\n| (AMBER) DCC | Quagga |\n| SECAS | More |\n", "Quagga",
             "7:17"},
      Canary{"| (AMBER) Who | What |\n|---|---|\n| DCC | Quagga |\n", "Quagga", "7:9"},
      Canary{"The fault of [AMBER: Zebrafinch Limited] is known.\n", "Zebrafinch Limited", ""},
      Canary{"Paid [AMBER: 4,500] pounds to the firm.\n", "Paid 4,500 pounds to the firm.", ""},
      Canary{"## 6. Outage (AMBER)\n\n```\nrestart everything twice before six\n```\n",
             "restart everything twice before six", ""},
      Canary{"Seen.\n\n<!-- nobody should ever read this -->\n", "nobody should ever read this",
             ""},
      Canary{"(TLP:CLEAR) Seen.\n\n(RED) Named recipients alone may know\n",
             "Named recipients alone may know", "7:7"});
  const AuditSite site = AuditSite().minutes("white", canary.body).page(canary.leak);
  CAPTURE(canary.body);
  if (canary.place.empty()) {
    CHECK(site.places().starts_with(kMinutes));
  } else {
    CHECK(site.places() == minutes_at(canary.place));
  }
}

TEST_CASE("links, images and addresses of a withheld portion are found") {
  const std::string markdown = GENERATE(
      "(AMBER) See [it](https://host.example/quagga/plan).\n",
      "(AMBER) See https://host.example/quagga/plan for more.\n",
      "(AMBER) See [it][1].\n\n## 2. More (AMBER)\n\n[1]: https://host.example/quagga/plan\n",
      "(AMBER) ![it](https://host.example/quagga/plan \"title\")\n",
      "Some [AMBER: see [it](https://host.example/quagga/plan)] words.\n");
  CAPTURE(markdown);
  CHECK_FALSE(AuditSite()
                  .minutes("white", markdown)
                  .page("<a href=\"https://host.example/quagga/plan\">it</a>")
                  .is_clean());
}

TEST_CASE("alt texts, titles and e-mail addresses are found") {
  const AuditSite site = AuditSite().minutes(
      "white", "(AMBER) ![Quagga chart](a.png \"Zebrafinch curve\") to chair@quagga.example\n");
  CHECK_FALSE(AuditSite(site).page("<img src=\"x.png\" alt=\"Quagga chart\">").is_clean());
  CHECK_FALSE(AuditSite(site).page("<i title='zebrafinch curve'>x</i>").is_clean());
  CHECK_FALSE(AuditSite(site).page("<a href=\"mailto:chair@quagga.example\">x</a>").is_clean());
  CHECK(AuditSite(site).page("something else").is_clean());
}

TEST_CASE("ids of a withheld portion are found, in paths too") {
  const AuditSite site = AuditSite().minutes(
      "white", "Of note: OPSG 41/02.\n\n(AMBER) See OPSG 64/03, INC000000661032 and Risk 006.\n");
  CHECK_FALSE(AuditSite(site).page("OPSG 64/03").is_clean());
  CHECK_FALSE(AuditSite(site).output("actions/opsg-64-03/index.html", "").is_clean());
  CHECK_FALSE(AuditSite(site).page("<a id=\"inc000000661032\">x</a>").is_clean());
  CHECK_FALSE(AuditSite(site).output("data/risks.json", R"({"id":"Risk 006"})").is_clean());
  CHECK(AuditSite(site).page("OPSG 41/02").is_clean());
}

TEST_CASE("a document above the clearance is withheld, but for its extracts") {
  const AuditSite site = AuditSite().minutes("green",
                                             "## 1. Quagga matters (SECAS)\n\n"
                                             "The zebrafinch flew over it.\n\n"
                                             "### OPSG 37x/01: The DCC to report (WHITE)\n\n"
                                             "- Owner: DCC\n\nAll of it is settled by now.\n\n"
                                             "### Other things\n\nNot for the public to read.\n\n"
                                             "(WHITE) ACTION OPSG 41/01: The DCC to see to it.\n\n"
                                             "- Owner: DCC and its friends\n\n"
                                             "- (WHITE) A point that is open\n- One not for you\n");
  CHECK(AuditSite(site)
            .page("OPSG 37x/01: The DCC to report. All of it is settled by now. "
                  "OPSG 41/01: The DCC to see to it. DCC and its friends. A point that is open")
            .is_clean());
  CHECK_FALSE(AuditSite(site).page("Quagga matters").is_clean());
  CHECK_FALSE(AuditSite(site).page("The zebrafinch flew over it.").is_clean());
  CHECK_FALSE(AuditSite(site).page("Not for the public to read.").is_clean());
  CHECK_FALSE(AuditSite(site).page("One not for you").is_clean());
  CHECK(AuditSite(site).audience("parties").page("The zebrafinch flew over it.").is_clean());
}

TEST_CASE("drafts and embargoed documents are withheld with their extracts") {
  const std::string body = "+++\n(WHITE) The zebrafinch flew over it.\n";
  const std::string head = "+++\nclassification = \"white\"\ntitle = \"Quagga plans\"\n";
  const std::string path = "content/meetings/m/headlines.md";
  const std::string page = "The zebrafinch flew over it. Quagga plans";
  using std::chrono::sys_days, std::chrono::hours, std::chrono::year;
  const auto noon = sys_days(year(2021) / 6 / 1) + hours(12);

  const AuditSite draft = AuditSite().source(path, head + "status = \"draft\"\n" + body).page(page);
  CHECK_FALSE(draft.is_clean());
  CHECK(AuditSite(draft).audience("members").is_clean());
  const AuditSite embargoed =
      AuditSite().source(path, head + "embargo = 2021-06-01T13:00:00\n" + body).page(page);
  CHECK_FALSE(AuditSite(embargoed).now(noon - std::chrono::seconds(1)).is_clean());
  CHECK(AuditSite(embargoed).now(noon).is_clean());
  CHECK(AuditSite(embargoed).audience("members").is_clean());
}

TEST_CASE("a withheld meeting's facts, documents and names are withheld") {
  const AuditSite site =
      AuditSite()
          .source("content/meetings/2021-03-01-opsg-42/meeting.toml",
                  "classification = \"amber\"\ncode = \"42_0103\"\n"
                  "place = \"Quagga House\"\n")
          .source("content/meetings/2021-03-01-opsg-42/minutes.md",
                  "+++\nclassification = \"white\"\nstatus = \"final\"\n"
                  "title = \"Zebrafinch\"\n+++\nLabelled lower by mistake, then.\n");
  CHECK_FALSE(AuditSite(site).page("Quagga House").is_clean());
  CHECK_FALSE(AuditSite(site).page("Zebrafinch").is_clean());
  CHECK_FALSE(AuditSite(site).page("Labelled lower by mistake, then.").is_clean());
  CHECK_FALSE(AuditSite(site).page("the OPSG_42_0103 papers").is_clean());
  CHECK_FALSE(AuditSite(site).output("meetings/2021-03-01-opsg-42/index.html", "").is_clean());
  CHECK_FALSE(
      AuditSite(site)
          .output("sitemap.xml", "<loc>https://x.example/meetings/2021-03-01-opsg-42/</loc>")
          .is_clean());
  CHECK(AuditSite(site).page("Meeting 41_2501").is_clean());
}

TEST_CASE("a folder without a meeting.toml and doubtful labels are withheld") {
  const AuditSite site =
      AuditSite()
          .source("content/meetings/none/minutes.md",
                  "+++\nclassification = \"white\"\n+++\nThe zebrafinch flew over it.\n")
          .source("content/pages/a.md",
                  "+++\nclassification = \"wite\"\n+++\nThe quagga ran away too.\n")
          .source("content/pages/b.md", "No front matter stands above this.\n");
  CHECK_FALSE(AuditSite(site).page("The zebrafinch flew over it.").is_clean());
  CHECK_FALSE(AuditSite(site).page("The quagga ran away too.").is_clean());
  CHECK_FALSE(AuditSite(site).page("No front matter stands above this.").is_clean());
}

TEST_CASE("labelled tables and the names of people are withheld") {
  const AuditSite site =
      AuditSite().source("content/meetings/m/meeting.toml",
                         "classification = \"white\"\ncode = \"41_2501\"\n"
                         "next = [{ classification = \"amber\", remark = \"About Zebrafinch\" }]\n"
                         "[[attendance]]\norganisation = \"DCC\"\nrole = \"Chair\"\n"
                         "name = \"Ida Quagga\"\nalternate_for = \"Will Price\"\n");
  CHECK_FALSE(AuditSite(site).page("About Zebrafinch").is_clean());
  CHECK_FALSE(AuditSite(site).page("Chair: Ida Quagga (DCC)").is_clean());
  CHECK_FALSE(AuditSite(site).page("<p>Quagga, Ida</p>").is_clean());
  CHECK_FALSE(AuditSite(site).output("data/m.json", R"({"for":"will price"})").is_clean());
  CHECK(AuditSite(site).page("Chair (DCC)").is_clean());
  CHECK(AuditSite(site).audience("parties").page("Ida Quagga").is_clean());
}

TEST_CASE("a name may be written either way round") {
  AuditSite site;
  site.source("content/meetings/m/meeting.toml",
              "classification = \"white\"\n[[attendance]]\nname = \"Price, Will (DCC)\"\n");
  CHECK_FALSE(AuditSite(site).page("Will Price of the DCC").is_clean());
  CHECK(AuditSite(site).page("of the DCC").is_clean());
}

TEST_CASE("a person may not be named in public prose either") {
  AuditSite site;
  site.source("content/meetings/m/meeting.toml",
              "classification = \"white\"\n[[attendance]]\nname = \"Will Price\"\n");
  site.minutes("white", "It will price the work. Will Price agreed.\n");
  CHECK(AuditSite(site).page("It will price the work.").is_clean());
  CHECK_FALSE(AuditSite(site).page("Will Price agreed.").is_clean());
}

TEST_CASE("attachments are withheld unless they are listed with their bytes and a low label") {
  const std::string bytes("PDF\0\x01\x02", 6);
  const auto listed = [&](std::string_view label, std::string_view digest) {
    return "classification = \"white\"\n[[attachments]]\nfile = \"Quagga plan.pdf\"\n"
           "classification = \"" +
           std::string(label) + "\"\nsha256 = \"" + std::string(digest) + "\"\n";
  };
  const auto site = [&](const std::string& meeting) {
    return AuditSite()
        .source("content/meetings/m/meeting.toml", meeting)
        .source("content/meetings/m/Quagga plan.pdf", bytes);
  };
  const std::string path = "meetings/m/Quagga plan.pdf";
  const std::string link = "<a href=\"/meetings/m/Quagga%20plan.pdf\">x</a>";
  const std::string digest = sha256_hex(bytes);

  CHECK(site(listed("white", digest)).output(path, bytes).page(link).is_clean());
  const std::string withheld =
      GENERATE_COPY(listed("amber", digest), listed("white", sha256_hex("other")),
                    std::string("classification = \"white\"\n"));
  CHECK_FALSE(site(withheld).output("other.pdf", bytes).is_clean());
  CHECK_FALSE(site(withheld).output(path, "other").is_clean());
  CHECK_FALSE(site(withheld).page(link).is_clean());
  CHECK(site(withheld).page("Nothing here").is_clean());
}

TEST_CASE("the names of withheld pages and files are found in paths") {
  const std::string secret = "+++\nclassification = \"amber\"\n+++\nNothing of interest.\n";
  CHECK_FALSE(AuditSite()
                  .source("content/pages/quagga.md", secret)
                  .output("quagga/index.html", "")
                  .is_clean());
  CHECK_FALSE(AuditSite()
                  .source("content/meetings/m/zebrafinch-annex.md", secret)
                  .page("<a href=\"zebrafinch-annex.html\">x</a>")
                  .is_clean());
}

}  // namespace
}  // namespace opsg::testing
