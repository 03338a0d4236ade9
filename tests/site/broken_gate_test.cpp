#include <string>
#include <utility>
#include <vector>

#include "catch2.h"
#include "test_site.h"

namespace opsg::test {
namespace {

using restricted::GateRules;

constexpr const char* kWhite = "+++\nclassification = \"white\"\nstatus = \"final\"\n+++\n\n";
constexpr const char* kMeeting =
    "classification = \"white\"\ncode = \"11\"\nkind = \"Main\"\ndate = 2021-01-25\n\n";
constexpr const char* kWords = "zebrafish quarrel under copper lanterns";

/// A leak that the audit must find: with `rule` off, the gate lets it through.
struct Canary {
  std::string where;
  bool GateRules::*rule;
  TestSite site;
};

std::string headlines(const std::string& body) {
  return kWhite + ("## 1. Update\n\nAll is well.\n\n" + body);
}

Canary in_headlines(std::string where, bool GateRules::*rule, const std::string& body) {
  return {std::move(where), rule, {{"content/meetings/m1/headlines.md", headlines(body)}}};
}

Canary in_meeting(std::string where, bool GateRules::*rule, const std::string& toml) {
  return {std::move(where),
          rule,
          {{"content/meetings/m1/meeting.toml", kMeeting + toml},
           {"content/meetings/m1/headlines.md", headlines("")}}};
}

std::vector<Canary> portion_canaries() {
  const std::string words = kWords;
  return {
      in_headlines("section", &GateRules::section_markings,
                   "## 2. Review (AMBER)\n\nThe " + words + ".\n"),
      in_headlines("title", &GateRules::section_markings,
                   "## 2. The " + words + " (AMBER)\n\nText.\n"),
      in_headlines("paragraph", &GateRules::block_markings, "(AMBER) The " + words + ".\n"),
      in_headlines("list item", &GateRules::block_markings,
                   "- First.\n- (AMBER) The " + words + ".\n"),
      in_headlines("link target", &GateRules::block_markings,
                   "(AMBER) See [it](https://zebrafish.example/quarrel-77).\n"),
      in_headlines("alt text", &GateRules::block_markings,
                   "(AMBER) ![" + words + "](https://images.example/x.png)\n"),
      in_headlines("table row", &GateRules::row_markings,
                   "| A | B |\n|---|---|\n| (AMBER) the " + words + " | b |\n"),
      in_headlines("span", &GateRules::span_markings, "It was [AMBER: the " + words + "] again.\n"),
  };
}

std::vector<Canary> file_canaries() {
  const std::string words = kWords;
  const std::string text = "## 1. Update\n\nThe " + words + ".\n";
  return {
      {"document",
       &GateRules::document_labels,
       {{"content/pages/quarrels.md",
         "+++\nclassification = \"amber\"\nstatus = \"final\"\ntitle = \"Q\"\n+++\n\n" + text}}},
      {"draft",
       &GateRules::drafts,
       {{"content/meetings/m1/headlines.md",
         "+++\nclassification = \"white\"\nstatus = \"draft\"\n+++\n\n" + text}}},
      {"embargoed document",
       &GateRules::embargoes,
       {{"content/meetings/m1/headlines.md",
         "+++\nclassification = \"white\"\nstatus = \"final\"\nembargo = 2030-01-01T09:00:00\n"
         "+++\n\n" +
             text}}},
      {"meeting",
       &GateRules::meeting_labels,
       {{"content/meetings/zebrafish-summit/meeting.toml",
         "classification = \"amber\"\ncode = \"77x\"\nkind = \"Main\"\ndate = 2021-02-25\n"
         "place = \"The " +
             words + "\"\n"}}},
  };
}

std::vector<Canary> toml_canaries() {
  return {
      in_meeting("TOML value", &GateRules::table_labels,
                 "[[next]]\nclassification = \"amber\"\nkind = \"Main\"\ndate = 2021-03-01\n"
                 "remark = \"zebrafish quarrel under copper lanterns\"\n"),
      in_meeting("name", &GateRules::personal_names,
                 "[[attendance]]\ncategory = \"Members\"\norganisation = \"DCC\"\n"
                 "name = \"Xaver Quillfeather\"\n"),
  };
}

Canary attachment_canary() {
  return {
      "attachment's name and bytes",
      &GateRules::attachment_labels,
      {{"content/meetings/m1/meeting.toml",
        std::string(kMeeting) +
            "[[attachments]]\nfile = \"zebrafish-quarrel.txt\"\ntitle = \"Lanterns of copper\"\n"
            "classification = \"amber\"\n"
            "sha256 = \"6dd9e072d453405faa14edd900a45f4870ee40fcdcb61753d76a139975bb26b5\"\n"},
       {"content/meetings/m1/headlines.md", headlines("")},
       {"content/meetings/m1/zebrafish-quarrel.txt", "The zebrafish quarrel.\n"}}};
}

void check_found(const Canary& canary) {
  INFO(canary.where);
  const TestBuild whole = canary.site.build();
  INFO(whole.diagnostics);
  REQUIRE(whole.ok());

  TestRequest request;
  request.rules.*canary.rule = false;
  const TestBuild broken = canary.site.build(request);
  INFO(broken.diagnostics);
  CHECK(broken.stop == app::BuildStop::audit);
  CHECK(broken.files.empty());
  CHECK(broken.diagnostics.find("error[audit-leak]") != std::string::npos);
}

}  // namespace

TEST_CASE("Behind a broken gate, the audit finds what is withheld") {
  for (const Canary& canary : portion_canaries()) check_found(canary);
  for (const Canary& canary : file_canaries()) check_found(canary);
  for (const Canary& canary : toml_canaries()) check_found(canary);
  check_found(attachment_canary());
}

TEST_CASE("A log has nothing of what the audit found, though the gate took it for public") {
  const std::string path = "content/meetings/m1/headlines.md";
  const TestSite site = {{path, headlines("The zebrafish quarrel.\n")}};
  const SourceSpan place{SourcePath(path), 10, 1, 3};
  const auto log_of = [&](std::string_view code) {
    Diagnostics found;
    found.error(code, place, "found");
    return site.log_of(found);
  };
  CHECK(log_of("another-code").find("zebrafish") != std::string::npos);
  CHECK(log_of("audit-leak") ==
        path +
            ":10:1: error[audit-leak]: concerns text that is withheld from the public "
            "(--show-withheld prints it)\n\n");
}

}  // namespace opsg::test
