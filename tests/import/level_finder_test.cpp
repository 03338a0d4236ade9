// The spellings in which a document names a level, and what only looks like one.

#include "level_finder.h"

#include "catch2.h"
#include "import_fixture.h"

namespace opsg::importing {
namespace {

using Texts = std::vector<std::string>;

Texts written(const NamedLevels& levels) {
  Texts texts;
  for (const NamedLevel& level : levels) texts.push_back(level.written);
  return texts;
}

const LevelFinder& levels() {
  static const test::ImportSite site;
  static const LevelFinder finder(Level{}, site.rules());
  return finder;
}

TEST_CASE("Names are found in any case, in prose in capitals or alone with one") {
  CHECK(written(levels().find("on amber paper, commercial-in-confidence")) ==
        Texts{"amber", "commercial-in-confidence"});
  const test::ImportSite site;
  CHECK(LevelFinder(site.policy.most_closed(), site.rules()).find("RED, Confidential").empty());

  for (const char* text : {"limited to Amber recipients", "Amber: members only", "said to be AMBER",
                           "Confidential", "the Red list", "PETER GREEN", "Circulation: Amber"}) {
    CAPTURE(text);
    CHECK(levels().find_in_prose(text).size() == 1);
  }
  for (const char* text : {"Chair: Amber Jones", "Peter Green (DCC)", "The Red Lion, High Street",
                           "red tape", "Confidential Waste Centre", "the amber light"}) {
    CAPTURE(text);
    CHECK(levels().find_in_prose(text).empty());
  }
  CHECK(levels().are_marked_in("(AMBER) Pat Doe"));
  CHECK_FALSE(levels().are_marked_in("Amber Doe"));
}

TEST_CASE("A name is found as a reader sees it, in whatever letters and separators") {
  for (const char* text :
       {"A M B E R", "A.M.B.E.R.", "A  M  B  E  R", "A-M-B-E-R", "R E D", "T L P : A M B E R",
        "\uFF21\uFF2D\uFF22\uFF25\uFF32", "\u0410\u041C\u0412\u0415R", "AM\u00ADBER", "AMB\u200BER",
        "\u00C1mber", "C O N F I D E N T I A L", "CONFI-DENTIAL", "not-for-publication",
        "Not_For_Publication", "Official \u2013 Sensitive", "IN-CONFIDENCE", "InConfidence"}) {
    CAPTURE(text);
    const NamedLevels found = levels().find(text);
    REQUIRE(found.size() == 1);
    CHECK(found.front().level > Level{});
  }
  CHECK(written(levels().find("Minutes A M B E R, page 2")) == Texts{"A M B E R"});
  for (const char* text :
       {"Ambrose", "Amberley", "chamber", "credit", "Reduced", "evergreen", "a re d", "the r ed"}) {
    CAPTURE(text);
    CHECK(levels().find(text).empty());
  }
}

TEST_CASE("A slip in a header's name is seen, an ordinary word is none") {
  for (const char* text : {"AMBR", "Minutes Ambr", "CONFIDENTAL", "Classification: Amebr",
                           "RESTRCITED", "Greeen", "NOT FOR PUBLICATON"}) {
    CAPTURE(text);
    CHECK(levels().find_nearly(text).size() == 1);
    CHECK(levels().find(text).empty());
  }
  for (const char* text : {"Ember", "Ambler", "Greek", "Greene", "Greens", "Rd", "OPSG Minutes",
                           "the ambr light", "Secrets", "Now for publication"}) {
    CAPTURE(text);
    CHECK(levels().find_nearly(text).empty());
  }
  CHECK(levels()
            .find_nearly("This long text goes on for more words than any header of a page "
                         "would, and has Ambr in it.")
            .empty());
}

TEST_CASE("A file's name is read by its capitals too") {
  for (const char* name : {"MinutesAmber.docx", "OPSGAmber41.docx", "41AMBERMinutes.pdf",
                           "minutes-ambr.docx", "OPSG_41_AMBER.docx", "out/Amber/41.docx"}) {
    CAPTURE(name);
    CHECK(levels().find_in_file_name(name).size() == 1);
  }
  for (const char* name : {"MinutesAmberley.docx", "chamber/minutes.docx", "Ambrose41.docx",
                           "ember/minutes.docx", "Headlines.docx"}) {
    CAPTURE(name);
    CHECK(levels().find_in_file_name(name).empty());
  }
}

TEST_CASE("Streets and usual phrases name no level") {
  for (const char* text : {"Red Lion Street", "12 Green Lane, Leeds", "green energy",
                           "Green Energy", "red tape", "Amber Valley", "The Green Paper"}) {
    CAPTURE(text);
    CHECK(levels().find(text).empty());
    CHECK(levels().find_in_prose(text).empty());
  }
  CHECK(levels().find("GREEN PAPER 3").size() == 1);
  CHECK(levels().find("Green minutes, Energy House").size() == 1);
}

TEST_CASE("A level that is all that a text says is told") {
  for (const char* text : {"Amber", "(amber)", "- AMBER", "AMBR", "Confidential."}) {
    CAPTURE(text);
    CHECK(levels().find_alone(text));
  }
  for (const char* text : {"Amber light", "", "the amber", "White"}) {
    CAPTURE(text);
    CHECK_FALSE(levels().find_alone(text));
  }
}

TEST_CASE("What the site calls a committee is no level, its name's words elsewhere are") {
  test::ImportSite site;
  site.records.config.title = "Green Energy Committee";
  const LevelFinder finder(Level{}, site.rules());
  CHECK(finder.find("GREEN ENERGY COMMITTEE - 25 January").empty());
  CHECK(written(finder.find("Green Energy Committee (Green)")) == Texts{"Green"});
  CHECK(finder.names_party_in("The Green Energy Committee"));
  CHECK_FALSE(finder.names_party_in("Green, SEC Operations Group"));
}

}  // namespace
}  // namespace opsg::importing
