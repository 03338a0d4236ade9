#include "diff_result.h"

#include <nlohmann/json.hpp>
#include <string>

#include "catch2.h"
#include "diff_site.h"
#include "passage_fixture.h"

namespace opsg::app {
namespace {

Passage linked_passage(const std::string& document, const std::string& item,
                       const std::string& text) {
  Passage passage = test::passage(document, item, text);
  passage.meeting = "41";
  passage.item_title = "Reports";
  passage.url = "https://opsg.example/#p-1";
  return passage;
}

/// One passage of each kind of change, in two documents.
class Compared {
 public:
  explicit Compared(const std::vector<comparison::Approval>& approvals = {}) {
    const std::string page(64, 'a');
    before_.name = "public";
    before_.site = PublishedSite{"public",
                                 std::string(64, 'b'),
                                 {linked_passage("m/minutes", "3", "the OPSG noted \x1b[2J it"),
                                  linked_passage("m/minutes", "4", "withdrawn words")},
                                 {{"a.html", page}, {"b.html", page}}};
    after_.audience = "public";
    after_.passages = {linked_passage("m/minutes", "3", "the OPSG agreed \x1b[2J it"),
                       linked_passage("pages/about", "", "brand new")};
    after_.files = {{"b.html", std::string(64, 'c')}, {"c.html", page}, {"feed.xml", page}};
    result = compare_sites({before_, after_, approvals});
  }

  DiffResult result;

 private:
  DiffBaseline before_;
  PublishedSite after_;
};

TEST_CASE("the summary counts passages, documents and pages") {
  CHECK(diff_summary(Compared().result) ==
        "1 passage newly public, 1 changed, 1 no longer public in 2 documents; 1 page added, 1 "
        "changed, 1 removed; 0 of 2 approved.\n");
}

TEST_CASE("who may read everything is shown everything, but no control characters") {
  CHECK(diff_text(Compared().result, LogQuote::all, false) ==
        "Compared with public:\n"
        "\n"
        "m/minutes (41)\n"
        "  3 Reports\n"
        "    ~ the OPSG [-noted-] {+agreed+} \uFFFD[2J it\n"
        "  4 Reports\n"
        "    - withdrawn words\n"
        "\n"
        "pages/about (41): not public until now\n"
        "    + brand new\n"
        "\n" +
            diff_summary(Compared().result));
}

TEST_CASE("a log quotes what will be public, and of what is withdrawn the place") {
  const std::string text = diff_text(Compared().result, LogQuote::public_now, false);
  CHECK(text.find("    ~ the OPSG agreed \uFFFD[2J it\n  4\n    - (paragraph)\n") !=
        std::string::npos);
  CHECK(text.find("withdrawn") == std::string::npos);
  CHECK(text.find("noted") == std::string::npos);
  CHECK(text.find("Reports") == std::string::npos);
}

TEST_CASE("of another audience's site a log has places alone") {
  const std::string text = diff_text(Compared().result, LogQuote::nothing, false);
  CHECK(text.find("m/minutes\n  3\n    ~ (paragraph)\n  4\n    - (paragraph)\n") !=
        std::string::npos);
  CHECK(text.find("pages/about: not public until now\n    + (paragraph)\n") != std::string::npos);
}

TEST_CASE("colour is in the marks, and nowhere without it") {
  CHECK(diff_text(Compared().result, LogQuote::all, true).find("\x1b[32m+ brand new\x1b[0m") !=
        std::string::npos);
  CHECK(diff_text(Compared().result, LogQuote::all, false).find('\x1b') == std::string::npos);
}

/// A field of an entry that changed, one that is gone, and prose that moved under another heading.
DiffResult compared_entries() {
  const auto of_entry = [](const std::string& entry, const std::string& text) {
    Passage made = linked_passage("m/minutes", "3", text);
    made.kind = "field";
    made.register_name = "measures";
    made.entry = entry;
    return made;
  };
  const auto under = [](const std::string& heading) {
    Passage made = linked_passage("m/minutes", "3", "Noted.");
    made.headings = {heading};
    return made;
  };
  DiffBaseline before;
  before.name = "public";
  before.site = PublishedSite{
      "public",
      "",
      {of_entry("LSC 1", "Status: RED"), of_entry("LSC 5", "Status: RED"), under("Former")},
      {}};
  PublishedSite after;
  after.audience = "public";
  after.passages = {of_entry("LSC 1", "Status: GREEN"), under("Present")};
  return compare_sites({before, after, {}});
}

TEST_CASE("entries and headings are told where their passages may be quoted") {
  const DiffResult result = compared_entries();
  CHECK(diff_text(result, LogQuote::all, false) ==
        "Compared with public:\n"
        "\n"
        "m/minutes (41)\n"
        "  3 Reports \u203a LSC 1\n"
        "    ~ Status: [-RED-] {+GREEN+}\n"
        "  3 Reports \u203a LSC 5\n"
        "    - Status: RED\n"
        "  3 Reports \u203a Present\n"
        "    ~ Noted. (until now under item 3 \u203a Former)\n"
        "\n" +
            diff_summary(result));
  const std::string log = diff_text(result, LogQuote::public_now, false);
  CHECK(log.find("  3 \u203a LSC 1\n    ~ Status: GREEN\n  3\n    - (field)\n"
                 "  3 \u203a Present\n    ~ Noted.\n") != std::string::npos);
  const std::string places = diff_text(result, LogQuote::nothing, false);
  for (const char* name : {"LSC", "Present", "Former"}) {
    INFO(name);
    CHECK(places.find(name) == std::string::npos);
  }
}

TEST_CASE("programs are told entries and headings, too") {
  const auto json = nlohmann::json::parse(diff_json(compared_entries(), LogQuote::public_now));
  const auto& changes = json["documents"][0]["changes"];
  REQUIRE(changes.size() == 3);
  CHECK(changes[0]["register"] == "measures");
  CHECK(changes[0]["entry"] == "LSC 1");
  CHECK(changes[0]["headings"].dump() == "[]");
  CHECK(changes[1]["entry"].is_null());
  CHECK(changes[1]["headings"].is_null());
  CHECK(changes[2]["headings"].dump() == R"(["Present"])");
}

DiffResult compared_order() {
  DiffBaseline before;
  before.name = "public";
  before.site = PublishedSite{
      "public",
      "",
      {linked_passage("m/minutes", "3", "one"), linked_passage("m/minutes", "3", "two")},
      {}};
  PublishedSite after;
  after.audience = "public";
  after.passages = {linked_passage("m/minutes", "3", "two"),
                    linked_passage("m/minutes", "3", "one")};
  return compare_sites({before, after, {}});
}

TEST_CASE("what moved in its item is told, and wants an approval") {
  const DiffResult result = compared_order();
  CHECK(diff_text(result, LogQuote::all, false) ==
        "Compared with public:\n"
        "\n"
        "m/minutes (41)\n"
        "  3 Reports\n"
        "    ~ two (moved)\n"
        "\n"
        "0 passages newly public, 1 changed, 0 no longer public in 1 document; 0 pages added, 0 "
        "changed, 0 removed; 0 of 1 approved.\n");
  CHECK(diff_text(result, LogQuote::public_now, false).find("    ~ two (moved)\n") !=
        std::string::npos);
  CHECK(diff_text(result, LogQuote::nothing, false).find("    ~ (paragraph) (moved)\n") !=
        std::string::npos);
  const auto json = nlohmann::json::parse(diff_json(result, LogQuote::public_now));
  const auto& change = json["documents"][0]["changes"][0];
  CHECK(change["moved"] == true);
  CHECK(change["hash"] == comparison::approval_hash(*result.unapproved.front()));
}

TEST_CASE("where it stood is told where its former words may be quoted") {
  const auto json = nlohmann::json::parse(diff_json(compared_entries(), LogQuote::all));
  const auto& before = json["documents"][0]["changes"][2]["before"];
  CHECK(before["item"] == "3");
  CHECK(before["item_title"] == "Reports");
  CHECK(before["register"].is_null());
  CHECK(before["headings"].dump() == R"(["Former"])");
}

TEST_CASE("programs are told the same") {
  const auto json = nlohmann::json::parse(diff_json(Compared().result, LogQuote::all));
  CHECK(
      json["counts"] ==
      nlohmann::json::parse(R"({"newly_public":1,"changed":1,"no_longer_public":1,"approved":0})"));
  CHECK(json["pages"] == nlohmann::json::parse(R"({"added":1,"changed":1,"removed":1})"));
  CHECK(json["files"]["added"] == nlohmann::json::parse(R"(["c.html","feed.xml"])"));
  CHECK(json["against_sha256"] == std::string(64, 'b'));
  REQUIRE(json["documents"].size() == 2);
  const auto& changes = json["documents"][0]["changes"];
  REQUIRE(changes.size() == 2);
  CHECK(changes[0]["change"] == "changed");
  CHECK(changes[0]["after"]["text"] == "the OPSG agreed \x1b[2J it");
  CHECK(changes[0]["approved"] == false);
  CHECK(changes[1]["before"]["text"] == "withdrawn words");
  CHECK(changes[1]["hash"].is_null());
  CHECK(json["documents"][1]["extent"] == "added");
}

TEST_CASE("what may not be quoted is null, with all that is made of it") {
  const auto json = nlohmann::json::parse(diff_json(Compared().result, LogQuote::nothing));
  for (const auto& document : json["documents"]) {
    CHECK(document["meeting"].is_null());
    for (const auto& change : document["changes"]) {
      for (const char* key :
           {"before", "after", "hash", "url", "item_title", "register", "entry", "headings"}) {
        INFO(key);
        CHECK(change[key].is_null());
      }
    }
  }
  CHECK(json["files"].is_null());
}

TEST_CASE("what lacks an approval is told by its documents") {
  CHECK(missing_approval(Compared().result) ==
        "nobody approved 2 passages that this would publish, in:\n"
        "  m/minutes\n"
        "  pages/about\n"
        "make a report for who approves by `opsg-site diff --html report.html`, and record the "
        "approval by `opsg-site diff --approve ROLE`");
}

TEST_CASE("a log of CI is told the paths of what is withdrawn by their number alone") {
  const auto json = nlohmann::json::parse(diff_json(Compared().result, LogQuote::public_now));
  CHECK(json["files"]["added"] == nlohmann::json::parse(R"(["c.html","feed.xml"])"));
  CHECK(json["files"]["changed"] == nlohmann::json::parse(R"(["b.html"])"));
  CHECK(json["files"]["removed"].is_null());
  CHECK(json["pages"]["removed"] == 1);
}

TEST_CASE("what was approved is counted") {
  const DiffResult open = Compared().result;
  const auto hash =
      nlohmann::json::parse(diff_json(open, LogQuote::all))["documents"][1]["changes"][0]["hash"];
  const Compared approved({{"OPSG Chair", "2021-02-03T10:00:00Z", "public", "", {hash}}});
  CHECK(approved.result.unapproved.size() == 1);
  CHECK(approved.result.list_hash != open.list_hash);
  const auto json = nlohmann::json::parse(diff_json(approved.result, LogQuote::all));
  CHECK(json["counts"]["approved"] == 1);
  CHECK(json["documents"][0]["changes"][0]["approved"] == false);
  CHECK(json["documents"][0]["changes"][1]["approved"].is_null());
  CHECK(json["documents"][1]["changes"][0]["approved"] == true);
}

}  // namespace
}  // namespace opsg::app
