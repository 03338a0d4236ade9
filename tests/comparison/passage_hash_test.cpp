#include "passage_hash.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "catch2.h"
#include "passage_fixture.h"
#include "sha256.h"

namespace opsg::comparison {
namespace {

using opsg::test::passage;
using opsg::test::passage_of;
using opsg::test::passage_under;
using opsg::test::passage_without_place;

TEST_CASE("a passage's digest is that of its fields, each behind its length") {
  Passage heading = passage("pages/about", "3.1", "Text", "heading");
  heading.links = {"/a/"};
  heading.item_title = "Reports";
  heading = passage_of("LSC 5", passage_under("Release", heading));
  CHECK(
      passage_hash(heading) ==
      sha256_hex("opsg-site passage 2\n11:pages/about\n3:3.1\n7:Reports\n8:measures\n5:LSC 5\n1:1\n"
                 "7:Release\n7:heading\n4:Text\n1:1\n3:/a/\n0:\n"));
  CHECK(former_passage_hash(heading) ==
        sha256_hex(
            "opsg-site passage 1\n11:pages/about\n3:3.1\n7:heading\n4:Text\n1:1\n3:/a/\n0:\n"));
}

TEST_CASE("the digest of a passage that moved is one of its item's text in this order") {
  const Passage one = passage("d", "1", "one"), two = passage("d", "1", "two");
  const std::vector<const Passage*> text = {&one, &two}, other = {&two, &one};
  CHECK(text_hash(text) == sha256_hex("opsg-site text 2\n64:" + passage_hash(one) +
                                      "\n64:" + passage_hash(two) + "\n"));
  CHECK(text_hash(text) != text_hash(other));
  CHECK(approved_passage_hash(two, passage_hash(one)) ==
        sha256_hex("opsg-site approved passage 3\n64:" + passage_hash(two) +
                   "\n64:" + passage_hash(one) + "\n"));
  CHECK(approved_passage_hash(one, "") ==
        sha256_hex("opsg-site approved passage 3\n64:" + passage_hash(one) + "\n0:\n"));
  CHECK(moved_passage_hash(one, text_hash(text)) ==
        sha256_hex("opsg-site moved passage 2\n64:" + passage_hash(one) +
                   "\n64:" + text_hash(text) + "\n"));
}

TEST_CASE("a passage without a place has the digest of none that has one") {
  const Passage plain = passage("d", "1", "text");
  CHECK(passage_hash(passage_without_place(plain)) != passage_hash(plain));
  CHECK(passage_hash(passage_without_place(plain)) != former_passage_hash(plain));
}

TEST_CASE("every field that is read counts, and no other") {
  using Change = std::function<void(Passage&)>;
  const std::vector<Change> counting = {
      [](Passage&) {},
      [](Passage& p) { p.document += 'x'; },
      [](Passage& p) { p.item += 'x'; },
      [](Passage& p) { p.item_title += 'x'; },
      [](Passage& p) { p.register_name += 'x'; },
      [](Passage& p) { p.entry += 'x'; },
      [](Passage& p) { p.headings = {"x"}; },
      [](Passage& p) {
        p.headings = {"x", ""};
      },
      [](Passage& p) { p.kind += 'x'; },
      [](Passage& p) { p.text += 'x'; },
      [](Passage& p) { p.links = {"x"}; },
      [](Passage& p) {
        p.links = {"", ""};
      },
      [](Passage& p) { p.sha256 = "x"; },
      // What ends one field could begin the next.
      [](Passage& p) { p.text += "\n0:"; },
  };
  std::set<std::string> hashes;
  for (const Change& change : counting) {
    Passage changed = passage("d", "1", "text");
    change(changed);
    hashes.insert(passage_hash(changed));
  }
  CHECK(hashes.size() == counting.size());
  Passage elsewhere = passage("d", "1", "text");
  elsewhere.url = elsewhere.meeting = "x";
  CHECK(hashes.contains(passage_hash(elsewhere)));
}

TEST_CASE("what is said is the same wherever it stands") {
  CHECK(content_hash(passage("a", "1", "text")) == content_hash(passage("b", "2", "text")));
  CHECK(content_hash(passage("a", "1", "text")) != content_hash(passage("a", "1", "texts")));
}

}  // namespace
}  // namespace opsg::comparison
