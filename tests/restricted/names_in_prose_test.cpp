#include <fmt/format.h>

#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

const std::string kAttendance = R"toml([[attendance]]
name = "Robin Examplar"
alternate_for = "Dr Ann-Marie Sample-Test (Secretary)"
organisation = "DCC"
)toml";

TestSite site_with(std::string_view body, std::string_view level = "white",
                   std::string_view attendance = kAttendance) {
  return TestSite({{kMeeting, meeting_toml() + std::string(attendance)},
                   {"content/meetings/m/minutes.md", document(level, body)}});
}

bool is_found(std::string_view body) {
  return site_with(body).has_error("name-in-prose");
}

TEST_CASE("An attendee's name in prose of a lower level is an error") {
  CHECK(
      site_with("The DCC and Robin\nExamplar reported.\n").diagnostics() ==
      R"(content/meetings/m/minutes.md:6:13: error[name-in-prose]: a person's name, which is green, stands in white text
    6 | The DCC and Robin
      |             ^~~~~
  note: content/meetings/m/meeting.toml:5:8: the person is named here
    5 | name = "Robin Examplar"
      |        ^~~~~~~~~~~~~~~~
  help: name the role or organisation, or mark the text green

)");
}

TEST_CASE("A name is found however it is written") {
  CHECK(is_found("ROBIN **Examplar** spoke.\n"));
  CHECK(is_found("Robin Examplar's view.\n"));
  CHECK(is_found("# Robin&nbsp;Examplar\n"));
  CHECK(is_found("R. Examplar spoke.\n"));
  CHECK(is_found("Mr Examplar spoke. Ms. Examplar did not.\n"));
  CHECK(is_found("Ann\xE2\x80\x91Marie Sample\xE2\x80\x91Test spoke.\n"));
  CHECK(is_found("Dr Sample-Test spoke.\n"));
  CHECK(is_found("Ann Sample-Test spoke.\n"));
  CHECK(is_found("| a | Robin Examplar |\n"));
  CHECK(
      is_found("R\xC3\xB6"
               "bin Ex\xC2\xAD"
               "amplar spoke.\n"));
}

TEST_CASE("A name is found with initials in its middle, and without") {
  for (const char* text :
       {"Jane Smithers", "Jane Q. Smithers", "Jane Q Smithers", "J. Q. Smithers", "J Q Smithers",
        "J.Q. Smithers", "JQ Smithers", "J. Smithers", "Smithers, Jane", "Dr J. Q. Smithers",
        "Smithers, J.", "Smithers, J", "Smithers, J. Q.", "Smithers, JQ", "Smithers, J Q"}) {
    INFO(text);
    for (const char* named : {"Jane Q. Smithers", "Jane Quinn Smithers"}) {
      CHECK(site_with(std::string(text) + " spoke.\n", "white",
                      "[[attendance]]\nname = \"" + std::string(named) + "\"\n")
                .has_error("name-in-prose"));
    }
  }
  CHECK(is_found("Robin Q. Examplar spoke.\n"));
  CHECK(is_found("R. Q. Examplar spoke.\n"));
  CHECK_FALSE(is_found("Ask Robin a Examplar of what.\n"));
  CHECK_FALSE(is_found("Ask Robin. A Examplar is what.\n"));
}

TEST_CASE("A name is found whatever stands before, behind or beside it in the attendance list") {
  for (const char* named :
       {"Cllr Robin Examplar", "Cllr. Robin Examplar", "Rev. Robin Examplar",
        "Professor Robin Examplar", "Rt Hon Robin Examplar", "Robin Examplar OBE",
        "Robin Examplar, M.B.E.", "Robin Examplar PhD, CEng", "Robin Examplar MP",
        "Robin Examplar, Chair", "Robin Examplar - Vice Chair", "Robin Examplar \xE2\x80\x93 Chair",
        "Robin Examplar and Kim Other", "Kim Other / Robin Examplar", "Kim Other; Robin Examplar",
        "Kim Other & Cllr Robin Examplar, Chair"}) {
    INFO(named);
    const auto finds = [&](std::string_view body) {
      return site_with(body, "white", "[[attendance]]\nname = \"" + std::string(named) + "\"\n")
          .has_error("name-in-prose");
    };
    CHECK(finds("Robin Examplar spoke.\n"));
    CHECK(finds("Examplar, Robin\n"));
    CHECK(finds("R. Examplar spoke.\n"));
    CHECK(finds("Councillor Examplar spoke.\n"));
    CHECK_FALSE(finds("The Vice Chair, the Chair and an MP spoke.\n"));
  }
}

TEST_CASE("Words that share letters or sentences with a name are none") {
  CHECK_FALSE(is_found("Robin. Examplar.\n"));
  CHECK_FALSE(is_found("- Robin\n- Examplar\n"));
  CHECK_FALSE(is_found("Robin\n\nExamplar\n"));
  CHECK_FALSE(is_found("Robin Examplars, the robin, an examplar.\n"));
  CHECK_FALSE(is_found("The DCC reported.\n"));
  CHECK_FALSE(is_found("Whoever is no examplar, r or otherwise.\n"));
  CHECK_FALSE(is_found("An examplar. R. Other spoke.\n"));
  CHECK_FALSE(is_found("- Examplar\n- R\n"));
}

TEST_CASE("A name may stand where its level may be read") {
  CHECK(site_with("Robin Examplar reported.\n", "green").diagnostics() == "");
}

TEST_CASE("A person has the lowest level that any meeting gives the name") {
  const std::string amber =
      "[[attendance]]\nclassification = \"amber\"\nname = \"Robin Examplar\"\n";
  CHECK(site_with("Robin Examplar.\n", "green", amber).has_error("name-in-prose"));
  CHECK_FALSE(site_with("Robin Examplar.\n", "green", amber + kAttendance).has_errors());
}

TEST_CASE("Names are found in the strings of TOML too") {
  TestSite role({{kMeeting, meeting_toml() + kAttendance + "role = \"for R. Examplar\"\n"}});
  CHECK(
      role.diagnostics() ==
      R"(content/meetings/m/meeting.toml:8:8: error[name-in-prose]: a person's name, which is green, stands in white text
    8 | role = "for R. Examplar"
      |        ^~~~~~~~~~~~~~~~~
  note: content/meetings/m/meeting.toml:5:8: the person is named here
    5 | name = "Robin Examplar"
      |        ^~~~~~~~~~~~~~~~
  help: name the role or organisation, or give the table `classification = "green"`

)");
  TestSite title({{kMeeting, meeting_toml() + kAttendance},
                  {"content/pages/a.md",
                   "+++\nclassification = \"white\"\ntitle = \"About Robin "
                   "Examplar\"\n+++\n"}});
  CHECK(title.diagnostics().find(
            "help: name the role or organisation, or label the document green") !=
        std::string::npos);
}

TEST_CASE("Placeholders in place of a name are no names") {
  TestSite site({{kMeeting, meeting_toml() + "[[attendance]]\nname = \"N/A\"\n[[attendance]]\nname "
                                             "= \"TBC\"\n[[attendance]]\nname = \"Vacant\"\n"},
                 {"content/parties.toml", "[[party]]\nname = \"DCC\"\n"},
                 {"content/pages/a.md", document("white", "N/A. TBC. Vacant.\n")}});
  CHECK(site.diagnostics() == "");
}

TEST_CASE("A single name is one only with its capital") {
  const std::string single = "[[attendance]]\nname = \"Will\"\n";
  CHECK(site_with("Then Will spoke.\n", "white", single).has_error("name-in-prose"));
  CHECK_FALSE(site_with("The DCC will report.\n", "white", single).has_errors());
}

TEST_CASE("A name in an open extract of closed minutes is an error") {
  CHECK(
      site_with("Robin Examplar.\n\n(WHITE) Robin Examplar.\n", "green").diagnostics() ==
      R"(content/meetings/m/minutes.md:8:9: error[name-in-prose]: a person's name, which is green, stands in white text
    8 | (WHITE) Robin Examplar.
      |         ^~~~~~~~~~~~~~
  note: content/meetings/m/meeting.toml:5:8: the person is named here
    5 | name = "Robin Examplar"
      |        ^~~~~~~~~~~~~~~~
  help: name the role or organisation, or mark the text green

)");
  CHECK_FALSE(is_found("(GREEN) Robin Examplar.\n"));
  CHECK_FALSE(is_found("Said [GREEN: Robin Examplar] of the DCC.\n"));
}

TEST_CASE("Names are found in public files") {
  TestSite site({{kMeeting, meeting_toml() + kAttendance},
                 {"content/parties.toml", "[[party]]\nname = \"DCC\"\ntitle = \"R. Examplar\"\n"}});
  CHECK(site.has_error("name-in-prose"));
}

TEST_CASE("A party or level in place of a name is a warning, and not looked for") {
  TestSite site({{kMeeting, meeting_toml() + "[[attendance]]\nname = \"Green\"\n[[attendance]]\n"
                                             "name = \"dcc\"\n"},
                 {"content/parties.toml", "[[party]]\nname = \"DCC\"\n"},
                 {"content/pages/a.md", document("white", "The DCC. Green.\n")}});
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/m/meeting.toml:5:8: warning[name-not-a-person]: `Green` is a party, an acronym or a level, not a person's name
    5 | name = "Green"
      |        ^~~~~~~
  help: leave `name` out where nobody is named; text is not searched for this one

content/meetings/m/meeting.toml:7:8: warning[name-not-a-person]: `dcc` is a party, an acronym or a level, not a person's name
    7 | name = "dcc"
      |        ^~~~~
  help: leave `name` out where nobody is named; text is not searched for this one

)");
}

TEST_CASE("A person who is called like a level is looked for behind a title only") {
  for (const char* named : {"Mr. Green", "Mr Green (Chair)", "Mr. Green, Chair"}) {
    INFO(named);
    const std::string attendance = fmt::format("[[attendance]]\nname = \"{}\"\n", named);
    for (const char* text : {"Mr. Green spoke.", "Mr Green spoke.", "Said by Dr R. Green."}) {
      INFO(text);
      CHECK(site_with(text, "white", attendance).has_error("name-in-prose"));
    }
    CHECK(site_with("The milestone is Green.\n\nStatus: GREEN\n", "white", attendance)
              .diagnostics() == "");
    CHECK(site_with("Label: Green\n", "white", attendance).diagnostics() ==
          site_with("Label: Green\n", "white", "").diagnostics());
    CHECK(site_with("Label: Green\n", "white", attendance).has_errors());
  }
}

TEST_CASE("A party or level with a role in brackets behind it is no person either") {
  TestSite site({{kMeeting, meeting_toml() + "[[attendance]]\nname = \"Green (Chair)\"\n"},
                 {"content/pages/a.md", document("white", "All is Green.\n")}});
  CHECK(
      site.diagnostics() ==
      R"~(content/meetings/m/meeting.toml:5:8: warning[name-not-a-person]: `Green (Chair)` is a party, an acronym or a level, not a person's name
    5 | name = "Green (Chair)"
      |        ^~~~~~~~~~~~~~~
  help: leave `name` out where nobody is named; text is not searched for this one

)~");
}

TEST_CASE("Each of several people of whom a list gives title and surname is looked for") {
  const std::string attendance = "[[attendance]]\nname = \"Mr Examplar and Ms Other\"\n";
  for (const char* text : {"Mr Examplar spoke.\n", "Ms. Other spoke.\n"}) {
    INFO(text);
    CHECK(site_with(text, "white", attendance).has_error("name-in-prose"));
  }
  CHECK(site_with("Other suppliers spoke.\n", "white", attendance).diagnostics() == "");
}

TEST_CASE("A role or a phrase in place of a name is none, an initial is") {
  const auto named = [](std::string_view name) {
    return site_with("To be confirmed by the Chair. N. Examplar.\n", "white",
                     "[[attendance]]\nname = \"" + std::string(name) + "\"\n")
        .diagnostics();
  };
  CHECK(named("To be confirmed") == "");
  CHECK(named("Chair") == "");
  CHECK(named("N. Examplar") != "");
}

TEST_CASE("The words of the policy are no people's, and site.toml is read in any case") {
  TestSite policy({{kMeeting, meeting_toml() + "[[attendance]]\nname = \"Copyright\"\n"},
                   {"site.toml", kSiteToml + "[[policy.levels]]\nname = \"x\"\nhandling = "
                                             "\"Copyright\"\n"}});
  CHECK(policy.diagnostics() == "");
  TestSite title({{kMeeting, meeting_toml() + "[[attendance]]\nname = \"Parties\"\n"},
                  {"site.toml", "by = \"Parties\"\n" + kSiteToml}});
  CHECK(title.has_error("name-in-prose"));
  CHECK(title.clear("full").site.contains("base_url"));
  CHECK(title.clear("public").site.empty());
}

TEST_CASE("A name of more than one word is looked for in the policy") {
  TestSite site({{kMeeting, meeting_toml() + std::string(kAttendance)},
                 {"site.toml", kSiteToml + "[[policy.levels]]\nname = \"x\"\ndescription = "
                                           "\"Ask Robin Examplar.\"\n"}});
  CHECK(
      site.diagnostics() ==
      R"(site.toml:32:15: error[name-in-prose]: a person's name, which is green, stands in white text
   32 | description = "Ask Robin Examplar."
      |               ^~~~~~~~~~~~~~~~~~~~~
  note: content/meetings/m/meeting.toml:5:8: the person is named here
    5 | name = "Robin Examplar"
      |        ^~~~~~~~~~~~~~~~
  help: name the role or organisation: what site.toml says is public

)");
  CHECK(site.clear("public").site.empty());
}

TEST_CASE("A name is found with its surname first, and in addresses") {
  CHECK(is_found("Present: Examplar, Robin (DCC)\n"));
  CHECK(is_found("Present: EXAMPLAR,\nRobin\n"));
  CHECK(is_found("| Sample-Test | Ann-Marie |\n"));
  CHECK(is_found("Write to robin.examplar@dcc.example.\n"));
  CHECK(is_found("<mailto:r.examplar@dcc.example>\n"));
  CHECK(is_found("[x](https://x.example/Robin%20Examplar)\n"));
  CHECK(is_found("[x](https://x.example/%52obin%20%45xamplar)\n"));
  CHECK(is_found("[x](mailto:robin%2Eexamplar@dcc.example)\n"));
  for (const char* joined :
       {"robin/examplar", "robin+examplar", "robin%2Fexamplar", "robin%2bexamplar",
        "robin_examplar", "?q=robin=examplar", "examplar+robin"}) {
    INFO(joined);
    CHECK(is_found("[x](https://x.example/" + std::string(joined) + ")\n"));
  }
  CHECK_FALSE(is_found("[x](https://x.example/robin/x/examplar)\n"));
  CHECK_FALSE(is_found("Robin%C3Examplar, 100%, %2\n"));
  CHECK_FALSE(is_found("- Examplar\n- Robin\n"));
  CHECK_FALSE(is_found("The examplar robin.\n"));
}

TEST_CASE("A name is found in the other spellings of parties and meetings") {
  for (const char* written : {"robin/examplar", "Robin+Examplar", "ROBIN_EXAMPLAR"}) {
    INFO(written);
    const std::string also = "also = [\"x\", \"" + std::string(written) + "\"]\n";
    TestSite party({{kMeeting, meeting_toml() + kAttendance},
                    {"content/parties.toml", "[[party]]\nname = \"DCC\"\n" + also}});
    CHECK(party.has_error("name-in-prose"));
    TestSite meeting({{kMeeting, meeting_toml() + also + kAttendance}});
    CHECK(meeting.has_error("name-in-prose"));
  }
}

TEST_CASE("A name is found in names of files and folders") {
  TestSite page({{kMeeting, meeting_toml() + kAttendance},
                 {"content/pages/robin-examplar.md", document("white", "x\n")}});
  CHECK(
      page.diagnostics() ==
      R"~(content/pages/robin-examplar.md:2:18: error[name-in-prose]: labelled white, but a person's name, which is green, stands in the name `robin-examplar`
    2 | classification = "white"
      |                  ^~~~~~~
  note: content/meetings/m/meeting.toml:5:8: the person is named here
    5 | name = "Robin Examplar"
      |        ^~~~~~~~~~~~~~~~
  help: rename it: addresses are made of it

)~");
  TestSite folder(
      {{"content/meetings/by-robin-examplar/meeting.toml", meeting_toml() + kAttendance}});
  CHECK(folder.has_error("name-in-prose"));
}

}  // namespace
}  // namespace opsg::restricted::testing
