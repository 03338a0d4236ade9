#include "passage_place.h"

#include "catch2.h"
#include "passage_fixture.h"

namespace opsg::comparison {
namespace {

using opsg::test::passage;
using opsg::test::passage_of;
using opsg::test::passage_under;
using opsg::test::passage_without_place;
using Passages = std::vector<Passage>;

const Passage kHeading = passage_of("LSC 1", passage("minutes", "3", "LSC 1", "heading"));
const Passage kStatus = passage_of("LSC 1", passage("minutes", "3", "Status: RED", "field"));
const Passage kNoted = passage_under("Reports", passage("minutes", "4", "Noted."));

Passages without_places(Passages passages) {
  for (Passage& each : passages) each = passage_without_place(each);
  return passages;
}

TEST_CASE("places are told by headings and entry") {
  CHECK(place_text(passage("minutes", "3", "text")).empty());
  CHECK(place_text(kStatus) == "LSC 1");
  CHECK(place_text(passage_of("LSC 1", kNoted)) == "Reports \u203a LSC 1");
}

TEST_CASE("an item that reads the same from its first passage to its last has the same places") {
  const Passages known = {kHeading, kStatus, kNoted};
  CHECK(with_places(without_places(known), known) == known);
  const Passages found = with_places(without_places({kHeading, kNoted}), known);
  CHECK_FALSE(found[0].place_known);  // Of item 3 a passage is missing.
  CHECK(found[1] == kNoted);
  CHECK_FALSE(with_places(without_places({kStatus, kHeading}), known)[0].place_known);
  Passage other_document = passage_without_place(kNoted);
  other_document.document = "headlines";
  CHECK_FALSE(with_places({other_document}, known)[0].place_known);
}

TEST_CASE("a former place is told where it is another one") {
  CHECK(former_place(kStatus, kStatus).empty());
  CHECK(former_place(kStatus, passage_of("LSC 5", kStatus)) == "item 3 \u203a LSC 1");
  CHECK(former_place(passage("minutes", "3", "text"), kNoted) == "item 3");
  Passage titled = kStatus, retitled = kStatus;
  titled.item_title = "Accepted";
  retitled.item_title = "Rejected";
  CHECK(former_place(titled, retitled) == "item 3 Accepted \u203a LSC 1");
  CHECK(former_place(passage("minutes", "", "text"), kNoted) == "no item, entry or heading");
  CHECK(former_place(passage_under("A", passage("about", "", "text")), kNoted) == "A");
}

TEST_CASE("places that are told stay as they are") {
  const Passage moved = passage_of("LSC 5", kNoted);
  CHECK(with_places({moved, passage_without_place(kStatus)}, {kNoted, kStatus}) ==
        Passages{moved, kStatus});
}

TEST_CASE("facts, terms, parties and files stand by themselves, and all else in a text") {
  for (const char* kind : {"fact", "term", "party", "attachment"}) {
    CHECK_FALSE(stands_in_text(passage("meeting", "", "text", kind)));
  }
  for (const char* kind :
       {"heading", "paragraph", "list-item", "table-row", "quote", "code", "note", "field"}) {
    CHECK(stands_in_text(passage("minutes", "3", "text", kind)));
  }
}

TEST_CASE("of what has no known place nobody can say where it stands") {
  CHECK(stands_under_the_same(kStatus, kHeading));
  CHECK_FALSE(stands_under_the_same(kStatus, passage_of("LSC 5", kStatus)));
  CHECK_FALSE(stands_under_the_same(kStatus, kNoted));
  const Passage unknown = passage_without_place(kStatus);
  CHECK_FALSE(stands_under_the_same(unknown, unknown));
}

}  // namespace
}  // namespace opsg::comparison
