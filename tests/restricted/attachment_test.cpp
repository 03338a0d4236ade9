#include "catch2.h"
#include "gate_test_site.h"
#include "sha256.h"

namespace opsg::restricted::testing {
namespace {

std::string attachment(std::string_view file, std::string_view level, std::string_view bytes) {
  return "[[attachments]]\nfile = \"" + std::string(file) + "\"\ntitle = \"Slides\"\n" +
         "classification = \"" + std::string(level) + "\"\nsha256 = \"" + sha256_hex(bytes) +
         "\"\n";
}

TEST_CASE("An attachment is cleared by the label that meeting.toml lists it with") {
  TestSite site({{kMeeting, meeting_toml() + attachment("a.pdf", "white", "A") +
                                attachment("b.pdf", "amber", "B")},
                 {kFolder + "a.pdf", "A"},
                 {kFolder + "b.pdf", "B"}});
  CHECK(site.diagnostics() == "");
  const ClearedSources cleared = site.clear("public");
  REQUIRE(cleared.attachments.size() == 1);
  CHECK(cleared.attachments[0]->file == "a.pdf");
  CHECK(cleared.attachments[0]->title == "Slides");
  CHECK(cleared.attachments[0]->bytes == "A");
  CHECK(dump(cleared).find("b.pdf") == std::string::npos);
  CHECK(site.clear("members").attachments.size() == 2);
}

TEST_CASE("A file that is not listed is not copied") {
  TestSite site({{kMeeting, meeting_toml()}, {kFolder + "a.pdf", "A"}});
  CHECK(
      site.diagnostics() ==
      "content/meetings/m/a.pdf: warning[attachment-unlisted]: no meeting.toml lists this file: it "
      "is not copied\n  help: list it under `[[attachments]]` with its classification and sha256 "
      "= \"" +
          sha256_hex("A") + "\"\n\n");
  CHECK(site.clear("full").attachments.empty());
}

TEST_CASE("Other bytes than the listed ones are an error") {
  TestSite site({{kMeeting, meeting_toml() + attachment("a.pdf", "white", "A")},
                 {kFolder + "a.pdf", "other"}});
  CHECK(site.diagnostics() ==
        "content/meetings/m/meeting.toml:8:10: error[attachment-changed]: `a.pdf` is not the file "
        "that was labelled\n    8 | sha256 = \"" +
            sha256_hex("A") + "\"\n      |          ^" + std::string(65, '~') +
            "\n  help: check the file and its label, then write sha256 = \"" + sha256_hex("other") +
            "\"\n\n");
  CHECK(site.clear("full").attachments.empty());
}

TEST_CASE("A file that would run where the site is served cannot be attached") {
  const std::string picture = "<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>";
  TestSite site({{kMeeting, meeting_toml() + attachment("map.svg", "white", picture)},
                 {kFolder + "map.svg", picture}});
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/m/meeting.toml:5:8: error[attachment-active]: `map.svg` is an SVG picture: a browser would run scripts in it as the site's own
    5 | file = "map.svg"
      |        ^~~~~~~~~
  help: attach a PDF, or a picture as PNG or JPEG; or put it into a ZIP file

)");
  CHECK(site.clear("full").attachments.empty());
}

TEST_CASE("A listed file exists, once") {
  TestSite site(
      {{kMeeting, meeting_toml() + attachment("a.pfd", "white", "A") +
                      attachment("a.pdf", "white", "A") + attachment("a.pdf", "white", "A")},
       {kFolder + "a.pdf", "A"}});
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/m/meeting.toml:5:8: error[attachment-missing]: the meeting's folder has no file `a.pfd`
    5 | file = "a.pfd"
      |        ^~~~~~~
  help: did you mean `a.pdf`?

content/meetings/m/meeting.toml:15:8: error[attachment-twice]: `a.pdf` is listed twice
   15 | file = "a.pdf"
      |        ^~~~~~~
  note: content/meetings/m/meeting.toml:10:8: it is listed here
   10 | file = "a.pdf"
      |        ^~~~~~~
  help: remove one of the two

)");
}

TEST_CASE("What a missing attachment may have been names no file of a higher label, or of none") {
  const std::string missing = attachment("zepelin.pdf", "white", "A");
  const std::string listed = meeting_toml() + missing;
  const auto help_where_other_is = [&](std::string_view label) {
    TestSite site({{kMeeting, listed + attachment("zeppelin.pdf", label, "A")},
                   {kFolder + "zeppelin.pdf", "A"}});
    const std::string found = site.diagnostics();
    return found.substr(found.find("  help: "));
  };
  CHECK(help_where_other_is("white") == "  help: did you mean `zeppelin.pdf`?\n\n");
  CHECK(help_where_other_is("amber") ==
        "  help: put the file beside meeting.toml, or remove it from the list\n\n");
  TestSite unlisted({{kMeeting, listed}, {kFolder + "zeppelin.pdf", "A"}});
  CHECK(unlisted.diagnostics().find("did you mean") == std::string::npos);
}

TEST_CASE("An attachment's name tells no other level than its label") {
  TestSite site({{kMeeting, meeting_toml() + attachment("a-AMBER.pdf", "white", "A")},
                 {kFolder + "a-AMBER.pdf", "A"}});
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/m/meeting.toml:5:8: error[file-name-label]: labelled white, but the name `a-AMBER.pdf` says amber
    5 | file = "a-AMBER.pdf"
      |        ^~~~~~~~~~~~~
  help: label it amber, or rename it

)");
  CHECK(site.clear("full").attachments.empty());
  TestSite amber({{kMeeting, meeting_toml() + attachment("AMBER a.pdf", "amber", "A")},
                  {kFolder + "AMBER a.pdf", "A"}});
  CHECK(amber.diagnostics() == "");
}

TEST_CASE("The same file has one label, wherever it is listed") {
  TestSite site(
      {{kMeeting, meeting_toml() + attachment("a.pdf", "white", "A") +
                      attachment("b.pdf", "amber", "A") + attachment("c.pdf", "white", "C")},
       {kFolder + "a.pdf", "A"},
       {kFolder + "b.pdf", "A"},
       {kFolder + "c.pdf", "C"}});
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/m/meeting.toml:12:18: error[attachment-label-differs]: listed as amber, but the same file is listed as white elsewhere
   12 | classification = "amber"
      |                  ^~~~~~~
  note: content/meetings/m/meeting.toml:7:18: here it is white
    7 | classification = "white"
      |                  ^~~~~~~
  help: find out which of the two was meant, and list both so

)");
  const auto cleared = site.clear("public").attachments;
  REQUIRE(cleared.size() == 1);
  CHECK(cleared[0]->file == "c.pdf");
}

TEST_CASE("The same file has one label in all meetings, and an empty file is the same as none") {
  const auto findings = [](std::string_view other_label, std::string_view bytes) {
    const std::string other = "content/meetings/n/";
    std::string facts = meeting_toml() + attachment("b.pdf", other_label, bytes);
    facts.replace(facts.find("41_2501"), 7, "42_2502");
    TestSite site({{kMeeting, meeting_toml() + attachment("a.pdf", "white", bytes)},
                   {kFolder + "a.pdf", std::string(bytes)},
                   {other + "meeting.toml", facts},
                   {other + "b.pdf", std::string(bytes)}});
    return site.diagnostics();
  };
  CHECK(findings("white", "A") == "");
  CHECK(findings("amber", "") == "");
  CHECK(findings("amber", "A")
            .find("content/meetings/n/meeting.toml:7:18: error[attachment-label-differs]") !=
        std::string::npos);
}

struct Copy {
  std::string_view meeting;  ///< Its level.
  std::string_view label;
};

/// A site whose three meetings list the same bytes.
TestSite site_of_copies(const Copy& first, const Copy& second, const Copy& third) {
  const auto facts = [](std::string_view code, const Copy& copy) {
    return meeting_toml(code, copy.meeting) + attachment("logo.png", copy.label, "A");
  };
  return TestSite({{"content/meetings/a/meeting.toml", facts("1", first)},
                   {"content/meetings/a/logo.png", "A"},
                   {"content/meetings/b/meeting.toml", facts("2", second)},
                   {"content/meetings/b/logo.png", "A"},
                   {"content/meetings/c/meeting.toml", facts("3", third)},
                   {"content/meetings/c/logo.png", "A"}});
}

TEST_CASE("A copy that its meeting forces to be closed is no difference") {
  TestSite site = site_of_copies({"white", "white"}, {"amber", "amber"}, {"red", "red"});
  CHECK(site.diagnostics() == "");
  CHECK(site.clear("public").attachments.size() == 1);
}

TEST_CASE("A copy that is more closed than its meeting is one, whatever others are forced to") {
  const std::string error = "content/meetings/b/meeting.toml:7:18: error[attachment-label-differs]";
  TestSite site = site_of_copies({"white", "white"}, {"green", "amber"}, {"red", "red"});
  CHECK(site.diagnostics().find(error) != std::string::npos);
  CHECK(site.clear("public").attachments.empty());
  TestSite forced = site_of_copies({"green", "green"}, {"white", "amber"}, {"red", "red"});
  CHECK(forced.diagnostics().find(error + ": listed as amber, but the same file is listed as "
                                          "green elsewhere") != std::string::npos);
}

TEST_CASE("All more open copies of a file are told in one error") {
  TestSite site = site_of_copies({"white", "white"}, {"white", "amber"}, {"white", "green"});
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/b/meeting.toml:7:18: error[attachment-label-differs]: listed as amber, but the same file is listed as white elsewhere
    7 | classification = "amber"
      |                  ^~~~~~~
  note: content/meetings/a/meeting.toml:7:18: here it is white
    7 | classification = "white"
      |                  ^~~~~~~
  note: content/meetings/c/meeting.toml:7:18: here it is green
    7 | classification = "green"
      |                  ^~~~~~~
  help: find out which label was meant, and list all of them so

)");
  CHECK(site.clear("public").attachments.empty());
}

TEST_CASE("Records and files elsewhere are no attachments") {
  TestSite site({{kMeeting, meeting_toml() + attachment("../x/a.pdf", "white", "A") +
                                attachment("minutes.md", "white", "A")}});
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/m/meeting.toml:5:8: error[attachment-file]: `../x/a.pdf` cannot be an attachment
    5 | file = "../x/a.pdf"
      |        ^~~~~~~~~~~~
  help: name a file of the meeting's folder that is no Markdown or TOML

content/meetings/m/meeting.toml:10:8: error[attachment-file]: `minutes.md` cannot be an attachment
   10 | file = "minutes.md"
      |        ^~~~~~~~~~~~
  help: name a file of the meeting's folder that is no Markdown or TOML

)");
}

TEST_CASE("An attachment is labelled by itself, with a digest") {
  TestSite site(
      {{kMeeting, meeting_toml() + "[[attachments]]\nfile = \"a.pdf\"\nsha256 = \"abc\"\n"},
       {kFolder + "a.pdf", "A"}});
  CHECK(site.diagnostics() ==
        "content/meetings/m/meeting.toml:4:1: error[label-missing]: there is no classification\n"
        "    4 | [[attachments]]\n      | ^~~~~~~~~~~~~~~\n"
        "  help: add `classification = \"...\"`: white, green, amber, red\n\n"
        "content/meetings/m/meeting.toml:6:10: error[attachment-digest]: no SHA-256 digest\n"
        "    6 | sha256 = \"abc\"\n      |          ^~~~~\n"
        "  help: for the file as it is now, write sha256 = \"" +
            sha256_hex("A") + "\"\n\n");
  CHECK(site.clear("full").attachments.empty());
}

TEST_CASE("An attachment is not labelled lower than its meeting") {
  TestSite site({{kMeeting, meeting_toml("1", "amber") + attachment("a.pdf", "white", "A")},
                 {kFolder + "a.pdf", "A"}});
  CHECK(site.has_error("label-lower"));
  CHECK(site.clear("public").attachments.empty());
}

}  // namespace
}  // namespace opsg::restricted::testing
