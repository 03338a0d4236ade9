#include "rollback_policy.h"

#include "catch2.h"
#include "passage_fixture.h"

namespace opsg::app {
namespace {

using opsg::test::passage;

const Passage kFirst = passage("meetings/a/minutes", "1", "The group noted the first report.");
const Passage kSecond = passage("meetings/a/minutes", "2", "The group agreed to meet in May.");

TEST_CASE("what is public today may come back, wherever its item stood") {
  CHECK(withdrawn_passages({kFirst, kSecond}, {kSecond, kFirst}).empty());
  CHECK(withdrawn_passages({kFirst}, {kFirst, kSecond}).empty());
  CHECK(withdrawn_passages({}, {kFirst}).empty());
}

TEST_CASE("what is gone, redacted or reworded may not") {
  Passage redacted = kSecond;
  redacted.text = "The group agreed to meet in [redacted].";
  for (const std::vector<Passage>& today :
       {std::vector<Passage>{kFirst}, std::vector<Passage>{kFirst, redacted}}) {
    const auto withdrawn = withdrawn_passages({kFirst, kSecond}, today);
    REQUIRE(withdrawn.size() == 1);
    CHECK(withdrawn[0].document == "meetings/a/minutes");
    CHECK(withdrawn[0].item == "2");
    CHECK(withdrawn[0].count == 1);
  }
}

/// "3 passages of 1, read otherwise"
std::vector<std::string> told(const std::vector<WithdrawnPassages>& withdrawn) {
  std::vector<std::string> lines;
  for (const WithdrawnPassages& each : withdrawn) {
    lines.push_back(std::to_string(each.count) + " of " + each.item +
                    (each.reads_otherwise ? ", read otherwise" : ""));
  }
  return lines;
}

/// The text of item 1.
std::vector<Passage> item(const std::vector<std::string>& texts) {
  std::vector<Passage> passages;
  for (const std::string& text : texts) {
    passages.push_back(passage("meetings/a/minutes", "1", text));
  }
  return passages;
}

using Lines = std::vector<std::string>;

TEST_CASE("what an item says in another order, or with others between, may not come back") {
  const auto release = item({"Accepted:", "Alpha", "Rejected:", "Beta"});
  CHECK(told(withdrawn_passages(release, release)) == Lines{});
  CHECK(told(withdrawn_passages(release, item({"Accepted:", "Beta", "Rejected:", "Alpha"}))) ==
        Lines{"4 of 1, read otherwise"});
  // "Alpha" is withheld below "Accepted" today, and public below what was added.
  CHECK(told(withdrawn_passages(item({"Accepted:", "Alpha"}),
                                item({"Accepted:", "Rejected:", "Alpha"}))) ==
        Lines{"2 of 1, read otherwise"});
  CHECK(told(withdrawn_passages(release, item({"Accepted:", "Alpha", "Rejected:", "Beta", "X"}))) ==
        Lines{"4 of 1, read otherwise"});
}

TEST_CASE("of an item that reads otherwise those are told that are not public") {
  auto release = item({"Accepted:", "Alpha", "Rejected:", "Beta"});
  release.push_back(kSecond);
  CHECK(told(withdrawn_passages(release, item({"Rejected:", "Beta", "Accepted:"}))) ==
        Lines{"1 of 1", "1 of 2"});
}

TEST_CASE("what stands below another action today may not come back") {
  const auto action = [](const std::string& entry) {
    Passage made = passage("meetings/a/minutes", "1", "ACTION " + entry);
    made.register_name = "actions";
    made.entry = entry;
    return made;
  };
  const Passage prose = passage("meetings/a/minutes", "1", "The Chair asked for more time.");
  CHECK(told(withdrawn_passages({action("COM 1/01"), prose, action("COM 1/02")},
                                {action("COM 1/01"), action("COM 1/02"), prose})) ==
        Lines{"3 of 1, read otherwise"});
}

TEST_CASE("what stood under another title of its item may not come back") {
  Passage retitled = kFirst;
  retitled.item_title = "Rejected offers";
  CHECK(told(withdrawn_passages({kFirst}, {retitled})) == Lines{"1 of 1"});
}

TEST_CASE("facts, terms, parties and files come back in any order and among others") {
  for (const char* kind : {"fact", "term", "party", "attachment"}) {
    auto release = item({"one", "two"}), today = item({"two", "three", "one"});
    for (Passage& each : release) each.kind = kind;
    for (Passage& each : today) each.kind = kind;
    CHECK(told(withdrawn_passages(release, today)) == Lines{});
    CHECK(told(withdrawn_passages(today, release)) == Lines{"1 of 1"});
  }
}

Passage status(const std::string& entry) {
  Passage made = passage("meetings/a/minutes", "3", "Status: RED");
  made.register_name = "measures";
  made.entry = entry;
  return made;
}

TEST_CASE("what is public of another entry, item or heading only may not come back of this one") {
  CHECK(withdrawn_passages({status("LSC 1")}, {status("LSC 1")}).empty());
  const auto withdrawn = withdrawn_passages({status("LSC 5")}, {status("LSC 1")});
  REQUIRE(withdrawn.size() == 1);
  CHECK(withdrawn[0].under == std::vector<std::string>{"LSC 5"});
  Passage item = kFirst;
  item.item = "9";
  CHECK(withdrawn_passages({kFirst}, {item}).size() == 1);
  Passage heading = kFirst;
  heading.headings = {"Other"};
  CHECK(withdrawn_passages({kFirst}, {heading}).size() == 1);
}

TEST_CASE("what is public once may not come back twice") {
  CHECK(withdrawn_passages({kFirst, kFirst}, {kFirst}).size() == 1);
}

TEST_CASE(
    "of a release that tells no places an item may come back that reads the same as a whole") {
  Passage former = status("");
  former.register_name.clear();
  former.place_known = false;
  CHECK(withdrawn_passages({former}, {status("LSC 1")}).empty());
  const auto withdrawn = withdrawn_passages({former}, {status("LSC 1"), status("LSC 5")});
  REQUIRE(withdrawn.size() == 1);
  CHECK_FALSE(withdrawn[0].place_known);
}

TEST_CASE("what is public in another document only may not come back in this one") {
  Passage elsewhere = kFirst;
  elsewhere.document = "pages/about";
  CHECK(withdrawn_passages({kFirst}, {elsewhere}).size() == 1);
}

TEST_CASE("a link that leads elsewhere, and an attachment of other bytes, may not come back") {
  Passage link = kFirst;
  link.links = {"https://one.example/"};
  Passage other_link = kFirst;
  other_link.links = {"https://other.example/"};
  CHECK(withdrawn_passages({link}, {other_link}).size() == 1);
  Passage file = kFirst;
  file.sha256 = "aa";
  Passage other_file = kFirst;
  other_file.sha256 = "bb";
  CHECK(withdrawn_passages({file}, {other_file}).size() == 1);
}

TEST_CASE("passages are counted by item") {
  const auto withdrawn =
      withdrawn_passages({kFirst, passage("meetings/a/minutes", "1", "Another."), kSecond}, {});
  REQUIRE(withdrawn.size() == 2);
  CHECK(withdrawn[0].count == 2);
  CHECK(withdrawn[1].count == 1);
}

}  // namespace
}  // namespace opsg::app
