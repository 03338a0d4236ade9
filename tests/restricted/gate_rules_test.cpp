#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

/// Switches one rule off: some test must notice.
GateRules without(bool GateRules::*rule) {
  GateRules rules;
  rules.*rule = false;
  return rules;
}

const std::string kDigestOfA = "559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd";

/// Whether the public is shown the word "secret", in a site without errors.
bool leaks(std::initializer_list<TestSite::File> files, const GateRules& rules = {}) {
  TestSite site(files, rules);
  CHECK(site.diagnostics() == "");
  return dump(site.clear("public")).find("secret") != std::string::npos;
}

bool is_error(std::string_view code, std::initializer_list<TestSite::File> files,
              const GateRules& rules = {}) {
  return TestSite(files, rules).has_error(code);
}

TEST_CASE("Document labels hold back documents") {
  const TestSite::File page{"content/pages/a.md", document("amber", "secret\n")};
  CHECK_FALSE(leaks({page}));
  CHECK(leaks({page}, without(&GateRules::document_labels)));
}

TEST_CASE("Meeting labels hold back meetings") {
  const TestSite::File meeting{kMeeting, meeting_toml("1", "amber") + "place = \"secret\"\n"};
  CHECK_FALSE(leaks({meeting}));
  CHECK(leaks({meeting}, without(&GateRules::meeting_labels)));
}

TEST_CASE("Table labels hold back tables") {
  const TestSite::File meeting{
      kMeeting, meeting_toml() + "[[next]]\nclassification = \"amber\"\nkind = \"secret\"\n"};
  CHECK_FALSE(leaks({meeting}));
  CHECK(leaks({meeting}, without(&GateRules::table_labels)));
}

TEST_CASE("The level of people holds back names") {
  const TestSite::File meeting{kMeeting, meeting_toml() + "[[attendance]]\nname = \"secret\"\n"};
  CHECK_FALSE(leaks({meeting}));
  CHECK(leaks({meeting}, without(&GateRules::personal_names)));
}

TEST_CASE("Drafts are held back") {
  const TestSite::File page{"content/pages/a.md",
                            "+++\nclassification = \"white\"\nstatus = \"draft\"\n+++\nsecret\n"};
  CHECK_FALSE(leaks({page}));
  CHECK(leaks({page}, without(&GateRules::drafts)));
}

TEST_CASE("Embargoes hold back") {
  const TestSite::File page{
      "content/pages/a.md",
      "+++\nclassification = \"white\"\nembargo = 2030-01-01T00:00:00\n+++\nsecret\n"};
  CHECK_FALSE(leaks({page}));
  CHECK(leaks({page}, without(&GateRules::embargoes)));
}

TEST_CASE("Attachment labels hold back attachments") {
  const TestSite::File meeting{kMeeting, meeting_toml() +
                                             "[[attachments]]\nfile = \"secret.pdf\"\n"
                                             "classification = \"amber\"\nsha256 = \"" +
                                             kDigestOfA + "\"\n"};
  const TestSite::File file{kFolder + "secret.pdf", "A"};
  CHECK_FALSE(leaks({meeting, file}));
  CHECK(leaks({meeting, file}, without(&GateRules::attachment_labels)));
}

TEST_CASE("Attachment bytes are those that were labelled") {
  const TestSite::File meeting{kMeeting, meeting_toml() +
                                             "[[attachments]]\nfile = \"a.pdf\"\n"
                                             "classification = \"white\"\nsha256 = \"" +
                                             kDigestOfA + "\"\n"};
  const TestSite::File file{kFolder + "a.pdf", "secret"};
  CHECK(is_error("attachment-changed", {meeting, file}));
  CHECK(leaks({meeting, file}, without(&GateRules::attachment_bytes)));
}

TEST_CASE("Names in prose are looked for") {
  const TestSite::File meeting{kMeeting,
                               meeting_toml() + "[[attendance]]\nname = \"Top secret\"\n"};
  const TestSite::File page{"content/pages/a.md", document("white", "Top secret\n")};
  CHECK(is_error("name-in-prose", {meeting, page}));
  CHECK(leaks({meeting, page}, without(&GateRules::names_in_prose)));
}

TEST_CASE("Handling statements are compared") {
  const TestSite::File page{"content/pages/a.md",
                            document("white", "Classified as amber: a secret.\n")};
  CHECK(is_error("handling-mismatch", {page}));
  CHECK(leaks({page}, without(&GateRules::handling_statements)));
}

TEST_CASE("Documents are not lower than their meeting") {
  const TestSite::File meeting{kMeeting, meeting_toml("1", "green")};
  const TestSite::File minutes{kMinutes, document("white", "secret\n")};
  CHECK(is_error("document-lower-than-meeting", {meeting, minutes}));
  CHECK_FALSE(is_error("document-lower-than-meeting", {meeting, minutes},
                       without(&GateRules::lower_documents)));
}

TEST_CASE("Near-misses in TOML are looked for") {
  const TestSite::File meeting{kMeeting, meeting_toml() + "place = \"(AMBER) secret\"\n"};
  CHECK(is_error("marking-in-toml", {meeting}));
  CHECK(leaks({meeting}, without(&GateRules::near_misses)));
}

}  // namespace
}  // namespace opsg::restricted::testing
