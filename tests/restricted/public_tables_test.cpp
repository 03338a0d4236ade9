#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

TEST_CASE("A site has a site.toml") {
  Diagnostics found;
  CHECK_FALSE(label_sources({}, {}, found));
  REQUIRE(found.items().size() == 1);
  CHECK(found.items()[0].code == "site-missing");
}

TEST_CASE("The settings are public: a label there is an error") {
  TestSite site({{"site.toml", "classification = \"amber\"\n" + kSiteToml}});
  CHECK(site.diagnostics() ==
        R"(site.toml:1:1: error[label-misplaced]: settings of the site are public
    1 | classification = "amber"
      | ^~~~~~~~~~~~~~
  help: remove the label, and what must not be read by everyone

)");
}

TEST_CASE("Parties and glossary have their shapes") {
  TestSite site({{"content/parties.toml", "[[party]]\nnam = \"DCC\"\nalso = \"D C C\"\n"},
                 {"content/glossary.toml", "term = 1\n[terms]\nCSP = 3\n"}});
  CHECK(site.diagnostics() ==
        R"(content/glossary.toml:1:1: error[unknown-key]: unknown key `term`
    1 | term = 1
      | ^~~~
  help: did you mean `terms`?

content/glossary.toml:3:7: error[wrong-type]: `CSP` is an integer, not a string
    3 | CSP = 3
      |       ^
  help: write a string

content/parties.toml:1:1: error[missing-key]: `name` is missing
    1 | [[party]]
      | ^~~~~~~~~
  help: add `name = "..."`

content/parties.toml:2:1: error[unknown-key]: unknown key `nam`
    2 | nam = "DCC"
      | ^~~
  help: did you mean `name`?

content/parties.toml:3:8: error[wrong-type]: `also` is a string, not an array of strings
    3 | also = "D C C"
      |        ^~~~~~~
  help: write an array of strings

)");
}

TEST_CASE("Parties and acronyms are never taken for misspelt levels") {
  TestSite site({{"content/parties.toml", "[[party]]\nname = \"Embers\"\nalso = [\"Ambre\"]\n"},
                 {"content/glossary.toml", "[terms]\nGREED = \"Group for Energy Data\"\n"}});
  CHECK(site.diagnostics() == "");
  CHECK(site.site().known_words == std::set<std::string, std::less<>>{"AMBRE", "EMBERS", "GREED"});
}

TEST_CASE("A marking in a setting of the site is an error, but not in the words of its policy") {
  TestSite marked({{"site.toml", "description = \"(AMBER) Of the supplier\"\n" + kSiteToml}});
  CHECK(marked.has_error("marking-in-toml"));
  const std::string levels =
      "[[policy.levels]]\nname = \"black\"\ndescription = \"(AMBER) but worse.\"\n";
  TestSite policy({{"site.toml", kSiteToml + levels}});
  CHECK(policy.diagnostics() == "");
}

TEST_CASE("A marking in the notice of what is withheld is an error, a level's name is none") {
  const auto found = [](const std::string& notice) {
    std::string site = kSiteToml;
    site.insert(site.find("people ="), "withheld_notice = \"" + notice + "\"\n");
    return TestSite({{"site.toml", site}}).diagnostics();
  };
  CHECK(found("What is marked AMBER or RED is not published.") == "");
  CHECK(found("Some of it is [AMBER: about the supplier].") ==
        R"(site.toml:6:19: error[marking-in-toml]: a marking does not work in a TOML string
    6 | withheld_notice = "Some of it is [AMBER: about the supplier]."
      |                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: take out what must not be read by everyone, or reword the text: what site.toml says is public

)");
}

TEST_CASE("A labelled table of a public file is withheld") {
  TestSite site(
      {{"content/parties.toml",
        "[[party]]\nname = \"DCC\"\n[[party]]\nname = \"X\"\nclassification = \"green\"\n"}});
  CHECK(site.diagnostics() == "");
  CHECK(dump(site.clear("public")).find("{party=[{name='DCC' }] }") != std::string::npos);
  CHECK(dump(site.clear("parties")).find("{party=[{name='DCC' }{name='X' }] }") !=
        std::string::npos);
}

}  // namespace
}  // namespace opsg::restricted::testing
