#include "passage_comparison.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "catch2.h"
#include "passage_fixture.h"
#include "passage_hash.h"

namespace opsg::comparison {
namespace {

using opsg::test::passage;
using opsg::test::passage_of;
using opsg::test::passage_under;
using opsg::test::passage_without_place;
using opsg::test::told;
using Lines = std::vector<std::string>;
using Passages = std::vector<Passage>;

Passages minutes(const std::vector<std::string>& texts) {
  Passages passages;
  for (const std::string& text : texts) passages.push_back(passage("minutes", "3", text));
  return passages;
}

Lines difference(const Passages& before, const Passages& after) {
  return told(compare_passages(before, after));
}

TEST_CASE("what was not there is newly public, and what is not there no longer public") {
  CHECK(difference(minutes({"one", "two"}), minutes({"two", "three"})) ==
        Lines{"minutes: - [3] one", "minutes: + [3] three"});
}

TEST_CASE("passages that resemble each other are one that was changed") {
  CHECK(difference(minutes({"The OPSG noted the report of the DCC.", "The end."}),
                   minutes({"The OPSG agreed the report of the DCC.", "The end."})) ==
        Lines{"minutes: ~ [3] The OPSG noted the report of the DCC. => "
              "The OPSG agreed the report of the DCC."});
}

TEST_CASE("each passage is paired with the one that it resembles most") {
  CHECK(difference(minutes({"a b c d", "m n o p"}), minutes({"x y z w", "m n o q", "a b c e"})) ==
        Lines{"minutes: - [3] a b c d", "minutes: + [3] x y z w",
              "minutes: ~ [3] m n o p => m n o q", "minutes: + [3] a b c e"});
}

TEST_CASE("a passage that moved in its item has changed, and one whose item moved has not") {
  CHECK(difference(minutes({"one", "two", "three", "four"}),
                   minutes({"four", "one", "two", "three"})) ==
        Lines{"minutes: ~ [3] four (moved)"});
  CHECK(difference({passage("minutes", "3", "same")}, {passage("minutes", "4", "same")}) ==
        Lines{});
  CHECK(difference({passage("minutes", "3", "a"), passage("minutes", "4", "b")},
                   {passage("minutes", "4", "b"), passage("minutes", "3", "a")}) == Lines{});
}

TEST_CASE("what two lists, actions, tables or headings of one text exchange has moved") {
  CHECK(difference(minutes({"Accepted:", "Alpha", "Rejected:", "Beta"}),
                   minutes({"Accepted:", "Beta", "Rejected:", "Alpha"})) ==
        Lines{"minutes: ~ [3] Beta (moved)", "minutes: ~ [3] Rejected: (moved)"});
  const Passage first = passage_of("COM 1/01", passage("minutes", "3", "ACTION COM 1/01"));
  const Passage second = passage_of("COM 1/02", passage("minutes", "3", "ACTION COM 1/02"));
  const Passage done = passage("minutes", "3", "Done."), open = passage("minutes", "3", "Open.");
  CHECK(difference({first, done, second, open}, {first, open, second, done}).size() == 2);
  const Passage heading = passage("minutes", "3", "Discussion", "heading");
  const Passage yes = passage_under("Discussion", passage("minutes", "3", "Accepted."));
  const Passage no = passage_under("Discussion", passage("minutes", "3", "Rejected."));
  CHECK(difference({heading, yes, heading, no}, {heading, no, heading, yes}).size() == 2);
}

TEST_CASE("what moved is told where it stands now, between what is new") {
  CHECK(difference(minutes({"a", "b", "c"}), minutes({"new", "c", "newer", "a", "b", "newest"})) ==
        Lines{"minutes: + [3] new", "minutes: ~ [3] c (moved)", "minutes: + [3] newer",
              "minutes: + [3] newest"});
}

TEST_CASE("facts and files do not move") {
  for (const char* kind : {"fact", "term", "party", "attachment"}) {
    const Passage one = passage("meeting", "", "A: 1", kind),
                  two = passage("meeting", "", "B: 2", kind);
    CHECK(difference({one, two}, {two, one}) == Lines{});
  }
}

TEST_CASE("of equal passages those of one item belong together") {
  CHECK(difference({passage("minutes", "3", "Noted."), passage("minutes", "4", "Noted.")},
                   {passage("minutes", "4", "Noted.")}) == Lines{"minutes: - [3] Noted."});
}

Passage titled(Passage passage, const std::string& item_title) {
  passage.item_title = item_title;
  return passage;
}

Passage status(const std::string& entry, const std::string& value) {
  return passage_of(entry, passage("minutes", "3", "Status: " + value, "field"));
}

TEST_CASE("values that two entries of one item exchange are changes of both") {
  CHECK(difference({status("LSC 1", "RED"), status("LSC 5", "GREEN")},
                   {status("LSC 1", "GREEN"), status("LSC 5", "RED")}) ==
        Lines{"minutes: ~ [3] Status: RED => Status: GREEN",
              "minutes: ~ [3] Status: GREEN => Status: RED"});
  CHECK(difference({status("LSC 1", "RED")}, {status("LSC 5", "RED")}) ==
        Lines{"minutes: - [3] Status: RED", "minutes: + [3] Status: RED"});
}

TEST_CASE("a passage that moved under another heading is a change of its place") {
  const Passage noted = passage("minutes", "3", "Noted.");
  const Passage agreed = passage("minutes", "3", "Agreed.");
  CHECK(difference({passage_under("A", noted), passage_under("B", agreed)},
                   {passage_under("A", agreed), passage_under("B", noted)})
            .size() == 3);
  const PassageComparison moved =
      compare_passages({passage_under("A", noted)}, {passage_under("B", noted)});
  CHECK(moved.counts().changed == 1);
}

TEST_CASE("a passage whose item got another number is no change, and one that changed items is") {
  const Passage noted = passage("minutes", "3", "Noted.");
  Passage renumbered = noted;
  renumbered.item = "4";
  CHECK(difference({titled(noted, "Reports")}, {titled(renumbered, "Reports")}) == Lines{});
  CHECK(difference({titled(noted, "Reports")},
                   {titled(noted, "Welcome"), titled(renumbered, "Reports")}) ==
        Lines{"minutes: + [3] Noted."});
  CHECK(difference({titled(noted, "Reports")}, {titled(noted, "Reports of parties")}) == Lines{});
  const Passage heading = passage("minutes", "4", "4. Other");
  CHECK(difference({titled(noted, "Reports"), titled(heading, "Other")},
                   {titled(renumbered, "Other"), titled(heading, "Other")}) ==
        Lines{"minutes: ~ [4] Noted. => Noted."});
}

TEST_CASE("of a list without places an item is the same where it reads the same as a whole") {
  const Passages today = {passage_of("LSC 1", passage("minutes", "3", "LSC 1", "heading")),
                          status("LSC 1", "RED"), passage("minutes", "4", "Noted.")};
  Passages before;
  for (const Passage& each : today) before.push_back(passage_without_place(each));
  CHECK(difference(before, today) == Lines{});
  before.back().text = "Agreed.";
  CHECK(difference(before, today).size() == 2);
  before[0].text = "LSC 5";  // What stood under it may have been another entry's.
  CHECK(compare_passages(before, today).counts().changed == 2);
}

TEST_CASE("a passage that moved to another document is gone there and new here") {
  CHECK(difference({passage("minutes", "3", "same")}, {passage("headlines", "3", "same")}) ==
        Lines{"minutes: - [3] same", "headlines: + [3] same"});
}

TEST_CASE("facts, fields and files are paired by what they are called") {
  const auto one = [](const std::string& text, const std::string& kind) {
    return Passages{passage("meeting", "", text, kind)};
  };
  CHECK(difference(one("Place: London", "fact"), one("Place: Teleconference", "fact")) ==
        Lines{"meeting: ~ [] Place: London => Place: Teleconference"});
  CHECK(
      difference(one("Place: at 13:20 in London", "fact"), one("Time: at 13:20 in London", "fact"))
          .size() == 2);
  CHECK(difference(one("Target: TBC", "field"), one("Target: TBC", "paragraph")).size() == 2);
}

TEST_CASE("other links and other bytes of a file change a passage") {
  Passage before = passage("minutes", "3", "the report");
  Passage after = before;
  after.links = {"https://a.example/"};
  CHECK(compare_passages({before}, {after}).counts().changed == 1);
  after = before;
  after.sha256 = std::string(64, 'a');
  CHECK(compare_passages({before}, {after}).counts().changed == 1);
}

TEST_CASE("another address or another title of its item is no change of a passage") {
  Passage before = passage("minutes", "3", "the report");
  Passage after = before;
  after.url = "https://other.example/";
  after.item_title = "Other";
  CHECK(compare_passages({before}, {after}).empty());
}

TEST_CASE("a document that is new or gone is told as one, where it stands") {
  const auto of = [](const std::string& document) { return passage(document, "", document); };
  const PassageComparison comparison =
      compare_passages({of("a"), of("b"), of("c")}, {of("a"), of("n"), of("c"), of("o")});
  using Extent = DocumentChanges::Extent;
  std::vector<std::pair<std::string, Extent>> found;
  for (const auto& each : comparison.documents) found.emplace_back(each.document, each.extent);
  CHECK(found == std::vector<std::pair<std::string, Extent>>{
                     {"b", Extent::removed}, {"n", Extent::added}, {"o", Extent::added}});
}

TEST_CASE("a first comparison finds everything newly public") {
  const PassageComparison comparison = compare_passages({}, minutes({"one", "two"}));
  CHECK(comparison.counts().newly_public == 2);
  CHECK(comparison.documents.front().extent == DocumentChanges::Extent::added);
}

// Random lists over few words, so that repeats, moves and near neighbours all occur.
class RandomPassages {
 public:
  explicit RandomPassages(unsigned seed) : random_(seed) {}

  Passages make() {
    Passages passages;
    for (int i = number(25); i > 0; --i) {
      std::string text;
      for (int word = number(6); word >= 0; --word) text += " w" + std::to_string(number(4));
      Passage made = passage("d" + std::to_string(number(2)), std::to_string(number(2)), text,
                             number(3) == 0 ? "field" : "paragraph");
      if (number(3) == 0) made = passage_of("E " + std::to_string(number(1)), std::move(made));
      if (number(3) == 0) made = passage_under("H" + std::to_string(number(1)), std::move(made));
      passages.push_back(std::move(made));
    }
    return passages;
  }

 private:
  int number(int most) { return std::uniform_int_distribution(0, most)(random_); }
  std::mt19937 random_;
};

/// What each document says, wherever in it.
std::multiset<std::string> sayings(const Passages& passages) {
  std::multiset<std::string> said;
  for (const Passage& each : passages) said.insert(each.document + content_hash(each));
  return said;
}

TEST_CASE("a list compared with itself has no differences") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const Passages passages = RandomPassages(seed).make();
    CHECK(compare_passages(passages, passages).empty());
  }
}

TEST_CASE("what was there and the differences make what is there") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    RandomPassages random(seed);
    const Passages before = random.make(), after = random.make();
    auto said = sayings(before);
    for (const DocumentChanges& document : compare_passages(before, after).documents) {
      for (const PassageChange& change : document.changes) {
        if (change.before) {
          const auto found = said.find(document.document + content_hash(*change.before));
          REQUIRE(found != said.end());
          said.erase(found);
        }
        if (change.after) said.insert(document.document + content_hash(*change.after));
      }
    }
    INFO("seed " << seed);
    CHECK(said == sayings(after));
  }
}

TEST_CASE("nothing is told that both lists say equally often in one place") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    RandomPassages random(seed);
    const Passages before = random.make(), after = random.make();
    std::multiset<std::string> gone, come;
    for (const DocumentChanges& document : compare_passages(before, after).documents) {
      for (const PassageChange& change : document.changes) {
        if (change.moved()) continue;
        if (change.before) gone.insert(passage_hash(*change.before));
        if (change.after) come.insert(passage_hash(*change.after));
      }
    }
    std::vector<std::string> both;
    std::set_intersection(gone.begin(), gone.end(), come.begin(), come.end(),
                          std::back_inserter(both));
    CHECK(both.empty());
  }
}

/// What each item says, in the order of its text.
std::map<std::string, Lines> item_texts(const Passages& passages) {
  std::map<std::string, Lines> texts;
  for (const Passage& each : passages) {
    texts[each.document + ' ' + each.item].push_back(passage_hash(each));
  }
  return texts;
}

TEST_CASE("something is told exactly where an item reads otherwise than before") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    Passages before = RandomPassages(seed).make();
    for (Passage& each : before) each.item_title = each.item;
    Passages after = before;
    std::mt19937 random(seed);
    const std::size_t moved = std::min<std::size_t>(after.size(), 3 + seed % 20);
    std::shuffle(after.begin(), after.begin() + static_cast<std::ptrdiff_t>(moved), random);
    INFO("seed " << seed);
    CHECK(compare_passages(before, after).empty() == (item_texts(before) == item_texts(after)));
  }
}

TEST_CASE("changes are told in the order of the text") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    RandomPassages random(seed);
    Passages before = random.make(), after = random.make();
    for (std::size_t i = 0; i < after.size(); ++i) after[i].url = std::to_string(i);
    std::map<std::string, int> last;
    for (const DocumentChanges& document : compare_passages(before, after).documents) {
      for (const PassageChange& change : document.changes) {
        if (!change.after) continue;
        const int place = std::stoi(change.after->url);
        if (last.contains(document.document)) CHECK(place > last[document.document]);
        last[document.document] = place;
      }
    }
  }
}

TEST_CASE(
    "half a million passages are compared in seconds, also where all of one document differ") {
  Passages before, after;
  for (int i = 0; i < 500'000; ++i) {
    const std::string document = i < 450'000 ? "d" + std::to_string(i / 50) : "long";
    const std::string text = "passage number " + std::to_string(i) + " of these";
    before.push_back(passage(document, "1", text));
    after.push_back(passage(document, "1", i < 449'000 ? text : text + " and more"));
  }
  const auto begun = std::chrono::steady_clock::now();
  CHECK(compare_passages(before, after).counts().changed == 51'000);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(30));
}

}  // namespace
}  // namespace opsg::comparison
