#include <string>

#include "audit_site.h"
#include "catch2.h"

namespace opsg::testing {
namespace {

TEST_CASE("a clean site comes back whole") {
  AuditSite site;
  site.minutes("white", "All of this is public.\n")
      .page("All of this is public.")
      .output("b.txt", "b");
  Diagnostics diagnostics;
  const auto audited = site.audit(diagnostics);
  REQUIRE(audited);
  CHECK(diagnostics.empty());
  CHECK((*audited)->audience == "public");
  REQUIRE((*audited)->files.size() == 2);
  CHECK((*audited)->files[0].path == "index.html");
  CHECK((*audited)->files[0].bytes == "<body><p>All of this is public.</p></body>");
  CHECK((*audited)->files[1].bytes == "b");
}

TEST_CASE("a finding names both places") {
  AuditSite site;
  site.minutes("white", "(AMBER) Today the zebrafinch\nflew over it.\n");
  site.output("a.html", "<p>Nothing</p>");
  site.output("b.html", "<title>x</title>\n<p>He said: the <b>zebra</b>finch flew over it.</p>\n");
  site.output("c.html", "The zebrafinch flew over it, the zebrafinch flew over it.");
  CHECK(site.findings() ==
        "content/meetings/m/minutes.md:5:15: error[audit-leak]: withheld text is in the output\n"
        "    5 | (AMBER) Today the zebrafinch\n"
        "      |               ^~~~~~~~~~~~~~\n"
        "  note: it is in b.html:2:13 and in 1 more\n"
        "  help: nothing was written: take it out of the site's own theme, if that holds it; "
        "otherwise "
        "the gate should have kept it back, so please report a fault of opsg-site\n\n");
}

TEST_CASE("values, names, links, file names, paths and copies are reported as what they are") {
  AuditSite site;
  site.source("content/meetings/m/meeting.toml",
              "classification = \"white\"\n[[attendance]]\nname = \"Ida Quagga\"\n"
              "[[next]]\nclassification = \"amber\"\nremark = \"Zebrafinch\"\n");
  site.source("content/meetings/m/okapi.pdf", "PDF");
  site.minutes("white", "(AMBER) [it](https://narwhal.example/x)\n\n<!-- an axolotl -->\n");
  site.output("meetings/m/okapi.pdf", "PDF");
  site.page("Ida Quagga, zebrafinch: <a href=\"https://narwhal.example/x\">an axolotl</a>");
  const std::string help =
      "  help: nothing was written: take it out of the site's own theme, if that holds it; "
      "otherwise "
      "the gate should have kept it back, so please report a fault of opsg-site\n\n";
  CHECK(
      site.findings() ==
      "content/meetings/m/meeting.toml:3:8: error[audit-leak]: the name of a person is in the "
      "output\n"
      "    3 | name = \"Ida Quagga\"\n"
      "      |        ^~~~~~~~~~~~\n"
      "  note: it is in index.html:1:10\n" +
          help +
          "content/meetings/m/meeting.toml:6:10: error[audit-leak]: a withheld value is in the "
          "output\n"
          "    6 | remark = \"Zebrafinch\"\n"
          "      |          ^~~~~~~~~~~~\n"
          "  note: it is in index.html:1:22\n" +
          help +
          "content/meetings/m/minutes.md:5:22: error[audit-leak]: the target of a withheld link is "
          "in the output\n"
          "    5 | (AMBER) [it](https://narwhal.example/x)\n"
          "      |                      ^~~~~~~~~~~~~~~~~\n"
          "  note: it is in index.html:1:51\n" +
          help +
          "content/meetings/m/minutes.md:7:6: error[audit-leak]: a comment is in the output\n"
          "    7 | <!-- an axolotl -->\n"
          "      |      ^~~~~~~~~~\n"
          "  note: it is in index.html:1:70\n" +
          help +
          "content/meetings/m/okapi.pdf: error[audit-leak]: the name of something withheld is in "
          "the "
          "output\n"
          "  note: it is in the path meetings/m/okapi.pdf\n" +
          help +
          "content/meetings/m/okapi.pdf: error[audit-leak]: a withheld file is in the output\n"
          "  note: it is copied to meetings/m/okapi.pdf\n" +
          help);
}

TEST_CASE("twenty findings are enough") {
  AuditSite site;
  std::string body, page;
  for (int i = 0; i < 23; ++i) {
    const std::string text = "Canary" + std::string(1, static_cast<char>('a' + i)) + " sang.\n\n";
    body += "(AMBER) " + text;
    page += text;
  }
  site.minutes("white", body).page(page);
  Diagnostics diagnostics;
  CHECK_FALSE(site.audit(diagnostics));
  REQUIRE(diagnostics.items().size() == 21);
  CHECK(diagnostics.items()[19].span.line == 43);
  CHECK(diagnostics.items()[20].message == "this and 2 more withheld passages are in the output");
  CHECK(diagnostics.items()[20].span.line == 45);
}

TEST_CASE("an audience that nobody is, is refused; one that is shown everything is not") {
  const AuditSite site;
  CHECK(AuditSite(site).audience("nobody").findings() ==
        "site.toml: error[audit-audience]: the output is for `nobody`, an audience that the policy "
        "lacks\n  help: name an audience of a level in [policy]\n\n");
  CHECK_FALSE(AuditSite(site).audience("").is_clean());
  CHECK(AuditSite(site).audience("members").is_clean());
  const std::string everything =
      "[policy]\npeople = \"a\"\n[[policy.levels]]\nname = \"a\"\naudience = \"all\"\n"
      "[policy.audiences.all]\ndrafts = true\nembargoed = true\n";
  CHECK(AuditSite(site).source("site.toml", everything).audience("all").is_clean());
}

TEST_CASE("large sites are read in one pass") {
  AuditSite site;
  std::string body = "(AMBER) The zebrafinch flew over it.\n\n";
  std::string page;
  for (int i = 0; i < 20000; ++i) {
    body += "(AMBER) Word" + std::to_string(i) + "x of a secret told to nobody " + "[](`" + "\n\n";
    page += "<p>A word" + std::to_string(i) + " of an open matter &amp; more <a <b ![ \\ %4</p>\n";
  }
  site.minutes("white", body);
  for (int i = 0; i < 10; ++i) site.output("p" + std::to_string(i) + ".html", page);
  CHECK(site.is_clean());
}

}  // namespace
}  // namespace opsg::testing
