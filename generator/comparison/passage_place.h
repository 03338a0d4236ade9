#pragma once

#include <string>
#include <vector>

#include "passage.h"

namespace opsg::comparison {

/// Whether it is read with what stands around it. Facts, terms, parties and files are not: they say
/// the same in every order.
bool stands_in_text(const Passage& passage);

/// Whether two passages of one document stand under the same entry and headings. What an item is
/// called or numbered does not count. Of a passage whose place is not known nobody can say so.
bool stands_under_the_same(const Passage& a, const Passage& b);

/// The passages with the places that their list does not tell, where it can be told in one way
/// only: an item that has the same passages in the same order in `known` has them in the same
/// places. All others keep `place_known` as it is.
std::vector<Passage> with_places(std::vector<Passage> passages, const std::vector<Passage>& known);

/// Where in its document the passage of before stood, if it stands elsewhere now: "item 3 › LSC 5",
/// "item 3 Reports" where the item had another title, "no item, entry or heading". Empty where the
/// place is the same; both places must be known.
std::string former_place(const Passage& before, const Passage& after);

/// "LSC 5", "Release status › LSC 5": the headings and the entry that it stands under; empty where
/// there are none.
std::string place_text(const Passage& passage);

}  // namespace opsg::comparison
