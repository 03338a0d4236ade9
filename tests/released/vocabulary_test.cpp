#include "vocabulary.h"

#include <fmt/format.h>

#include <string>

#include "catch2.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

using namespace released;

const Vocabulary& vocabulary() {
  static const RecordSite site;
  return site.vocabulary;
}

std::string kind(Mention::Kind value) {
  if (value == Mention::Kind::entry) return "entry";
  return value == Mention::Kind::reference ? "reference" : "meeting";
}

/// "entry actions OPSG 37x/01 [OPSG 37x/01]", a mention a line.
std::string mentions(std::string_view text) {
  std::string out;
  for (const Mention& m : vocabulary().find_mentions(text)) {
    out += fmt::format("{} {} {} [{}]\n", kind(m.kind), m.definition, m.id,
                       text.substr(m.begin, m.length));
  }
  return out;
}

struct Made {
  std::optional<Vocabulary> vocabulary;
  std::string findings;
};

Made make(std::string_view parties, std::string_view glossary = "",
          std::map<std::string, std::string> spellings = {}) {
  const RecordSite site;
  Diagnostics diagnostics;
  auto made = Vocabulary::make(site.config, toml(parties), toml(glossary), std::move(spellings),
                               diagnostics);
  return {std::move(made), findings(parties, std::move(diagnostics))};
}

Made make_with_pattern(std::string_view pattern) {
  const std::string text = fmt::format("[references.a]\ntitle = \"T\"\npattern = '{}'\n", pattern);
  Diagnostics diagnostics;
  const auto config = read_site_config(
      toml("title = \"A\"\ncommittee = \"B\"\nbase_url = \"https://c.example/\"\n" + text),
      SourcePath("site.toml"), diagnostics);
  auto made = Vocabulary::make(config.value(), {}, {}, {}, diagnostics);
  return {std::move(made), findings("\n\n\n" + text, std::move(diagnostics))};
}

TEST_CASE("the longest match of all patterns wins") {
  CHECK(mentions("OPSG 41/03") == "entry actions OPSG 41/03 [OPSG 41/03]\n");
  CHECK(mentions("OPSG 41") == "meeting  41_2501 [OPSG 41]\n");
  CHECK(mentions("PM3.1, PM3.") == "entry measures PM3.1 [PM3.1]\nentry measures PM3 [PM3]\n");
}

TEST_CASE("mentions stand at word boundaries") {
  CHECK(mentions("MP1160") == "");
  CHECK(mentions("XMP116") == "");
  CHECK(mentions("MP116_x") == "");
  CHECK(mentions("éMP116 and MP116é") == "");
  CHECK(mentions("(MP116)") == "reference modification MP116 [MP116]\n");
  CHECK(mentions("MP116’s") == "reference modification MP116 [MP116]\n");
  CHECK(mentions("“MP116”") == "reference modification MP116 [MP116]\n");
  CHECK(mentions("MP116/DP117") ==
        "reference modification MP116 [MP116]\nreference modification DP117 [DP117]\n");
}

TEST_CASE("a shorter match wins where the longest one ends inside a word") {
  CHECK(mentions("OPSG 41/035") == "meeting  41_2501 [OPSG 41]\n");
}

TEST_CASE("a meeting is known by the spellings that were given") {
  CHECK(mentions("(OPSG_42)") == "meeting  42_0202 [OPSG_42]\n");
  CHECK(mentions("OPSG 42, OPSG_41 and OPSG 61") == "");
}

TEST_CASE("a meeting that is known is no mere reference") {
  const std::string text =
      "[references.meeting]\ntitle = \"Meeting\"\npattern = 'OPSG[_ ]\\d+x*'\n";
  Diagnostics diagnostics;
  const auto config = read_site_config(
      toml("title = \"A\"\ncommittee = \"B\"\nbase_url = \"https://c.example/\"\n" + text),
      SourcePath("site.toml"), diagnostics);
  const auto made = Vocabulary::make(config.value(), {}, {}, {{"OPSG 41", "41_2501"}}, diagnostics);
  const auto found = made.value().find_mentions("OPSG 41, OPSG 61");
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == Mention::Kind::meeting);
  CHECK(found[1].kind == Mention::Kind::reference);
}

TEST_CASE("case matters in ids") {
  CHECK(mentions("mp116, opsg 41/03, Risk 006, risk 006") == "entry risks Risk 006 [Risk 006]\n");
}

TEST_CASE("one white space may split an id") {
  for (const std::string_view space : {"\n", "\r\n", "\t", "\u00a0", "\u202f"}) {
    const std::string written = fmt::format("OPSG{}37x/01", space);
    CHECK(mentions("see " + written + ".") ==
          fmt::format("entry actions OPSG 37x/01 [{}]\n", written));
  }
  CHECK(mentions("OPSG  37x/01") == "");
}

TEST_CASE("the id that a text starts with") {
  const auto id = vocabulary().leading_id("OPSG\u00a037x/01: The DCC");
  REQUIRE(id);
  CHECK(id->definition->name == "actions");
  CHECK(id->id == "OPSG 37x/01");
  CHECK(id->length == 12);
  CHECK_FALSE(vocabulary().leading_id("MP116: a reference is no entry"));
  CHECK_FALSE(vocabulary().leading_id("OPSG 41: a meeting is none"));
  CHECK_FALSE(vocabulary().leading_id(" Risk 006"));
  CHECK_FALSE(vocabulary().leading_id("Risk 0061"));
  CHECK_FALSE(vocabulary().leading_id(""));
}

TEST_CASE("an id that is a slip away is noticed") {
  const auto meant = [](std::string_view text) {
    const RegisterDefinition* found = vocabulary().nearly_leading_id(text);
    return found ? found->name : "";
  };
  for (const std::string_view near :
       {"OPSG 41/2: The DCC", "opsg 41/02", "OPSG41/02", "OPSG 41-02: x", "OPSG 41/002",
        "OPSG_41/02", "OPSG 41/02x", "risk 006: x", "Risk 06", "CPM 1: below target"}) {
    CAPTURE(near);
    CHECK(!meant(near).empty());
  }
  for (const std::string_view other :
       {"OPSG 41/02: right", "OPSG 41", "OPSG 61 minutes", "MP116", "MP160: x", "SEC Panel",
        "Discussion", "2021", "", "4G Network", "Risks in Q3 2021", "LSC Review"}) {
    CAPTURE(other);
    CHECK(meant(other) == "");
  }
}

TEST_CASE("a party is found by any of its names") {
  for (const std::string_view name : {"CSP N", "CSPN", "csp  north", " CSP\u00a0N "}) {
    CAPTURE(name);
    const Party* party = vocabulary().find_party(name);
    REQUIRE(party);
    CHECK(party->name == "CSP N");
    CHECK(party->slug == "csp-n");
  }
  CHECK(vocabulary().find_party("CSP S") == nullptr);
  CHECK(vocabulary().find_party("") == nullptr);
}

TEST_CASE("the committee is a party of its own accord") {
  const auto made = make("");
  REQUIRE(made.vocabulary);
  REQUIRE(made.vocabulary->find_party("OPSG"));
  CHECK(made.vocabulary->find_party("OPSG")->title == "SEC Operations Group");
}

TEST_CASE("parties of one slug have URLs of their own") {
  const auto made = make("[[party]]\nname = \"A/B\"\n[[party]]\nname = \"A B\"\n");
  REQUIRE(made.vocabulary);
  CHECK(made.vocabulary->find_party("A/B")->slug == "a-b");
  CHECK(made.vocabulary->find_party("A B")->slug == "a-b-2");
}

TEST_CASE("two parties of one name are an error") {
  const auto made = make("[[party]]\nname = \"DCC\"\n[[party]]\nname = \"D\"\nalso = [\"dcc\"]\n");
  CHECK_FALSE(made.vocabulary);
  CHECK(made.findings ==
        "site.toml:5:8: error[party-twice]: `dcc` names two parties\n"
        "    5 | also = [\"dcc\"]\n"
        "      |        ^~~~~~~\n"
        "  note: site.toml:2:8: the other one is here\n"
        "    2 | name = \"DCC\"\n"
        "      |        ^~~~~\n"
        "  help: give every party names of its own\n");
}

TEST_CASE("a party needs a name that a URL can have") {
  CHECK(make("[[party]]\nname = \"…\"\n").findings ==
        "site.toml:2:8: error[party-name-invalid]: `…` has no letter or digit for a URL\n"
        "    2 | name = \"…\"\n"
        "      |        ^~~\n"
        "  help: give the party a name in Latin letters, and this one in `also`\n");
  CHECK(make("[party]\nname = \"x\"\n").findings.find("error[wrong-type]") != std::string::npos);
  CHECK(make("[[partys]]\n").findings.find("did you mean `party`?") != std::string::npos);
}

TEST_CASE("the glossary expands acronyms") {
  const auto made = make("", "[terms]\nCH = \"Communication Hub\"\n");
  REQUIRE(made.vocabulary);
  CHECK(made.vocabulary->glossary() ==
        std::map<std::string, std::string>{{"CH", "Communication Hub"}});
  CHECK_FALSE(make("", "[terms]\nCH = 1\n").vocabulary);
  CHECK_FALSE(make("", "CH = \"x\"\n").vocabulary);
}

TEST_CASE("a pattern that cannot be used is shown in its place") {
  CHECK(make_with_pattern("MP(").findings ==
        "site.toml:6:11: error[pattern-invalid]: the pattern cannot be used: missing ): MP(\n"
        "    6 | pattern = 'MP('\n"
        "      |           ^~~~~\n"
        "  help: patterns are written in RE2's syntax, such as `MP\\d{3}`\n");
  for (const std::string_view bad :
       {"a*", "", "(?=x)", R"((a)\1)", "((a{100}){100}){100}", R"(\Qa)", "a)(b", "x|"}) {
    CAPTURE(bad);
    const auto made = make_with_pattern(bad.empty() ? "()" : bad);
    CHECK_FALSE(made.vocabulary);
    CHECK(made.findings.find("site.toml:6:11: error[pattern-invalid]") == 0);
  }
}

TEST_CASE("a pattern that matches between characters matches nothing") {
  const auto made = make_with_pattern(R"(MP\d|\b)");
  REQUIRE(made.vocabulary);
  CHECK(made.vocabulary->find_mentions("a MP1 b").size() == 1);
}

TEST_CASE("text that is no UTF-8 is searched too") {
  CHECK(mentions("\xff\xfe MP116 \xc3") == "reference modification MP116 [MP116]\n");
  CHECK(mentions(std::string("\0MP116\0", 7)) == "reference modification MP116 [MP116]\n");
}

TEST_CASE("a long text is searched in time that grows with its length") {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "OPSG 41/0 MP11 Risk ";
  CHECK(vocabulary().find_mentions(text).size() == 50'000);
}

TEST_CASE("thousands of meetings are no trouble") {
  std::map<std::string, std::string> spellings;
  for (int i = 0; i < 10'000; ++i) spellings[fmt::format("OPSG {}", i)] = std::to_string(i);
  const auto made = make("", "", std::move(spellings));
  REQUIRE(made.vocabulary);
  CHECK(made.vocabulary->find_mentions("OPSG 9999").at(0).id == "9999");
}

}  // namespace
}  // namespace opsg::test
