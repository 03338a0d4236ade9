#pragma once

#include <string>
#include <utility>
#include <vector>

#include "passage.h"
#include "passage_comparison.h"

namespace opsg::test {

inline Passage passage(const std::string& document, const std::string& item, std::string text,
                       const std::string& kind = "paragraph") {
  Passage passage;
  passage.document = document;
  passage.item = item;
  passage.kind = kind;
  passage.text = std::move(text);
  return passage;
}

/// The same of an entry of a register.
inline Passage passage_of(const std::string& entry, Passage passage) {
  passage.register_name = "measures";
  passage.entry = entry;
  return passage;
}

inline Passage passage_under(const std::string& heading, Passage passage) {
  passage.headings.push_back(heading);
  return passage;
}

/// As lists of an earlier form have it.
inline Passage passage_without_place(Passage passage) {
  passage.register_name.clear();
  passage.entry.clear();
  passage.headings.clear();
  passage.place_known = false;
  return passage;
}

/// "document: + [item] text", "~ before => after" and "~ text (moved)", in order.
inline std::vector<std::string> told(const comparison::PassageComparison& comparison) {
  std::vector<std::string> lines;
  for (const comparison::DocumentChanges& document : comparison.documents) {
    for (const comparison::PassageChange& change : document.changes) {
      const std::string item = "[" + change.place().item + "] ";
      const std::string before = change.before ? change.before->text : "";
      const std::string after = change.after ? change.after->text : "";
      lines.push_back(document.document + ": " +
                      (!change.before   ? "+ " + item + after
                       : !change.after  ? "- " + item + before
                       : change.moved() ? "~ " + item + after + " (moved)"
                                        : "~ " + item + before + " => " + after));
    }
  }
  return lines;
}

}  // namespace opsg::test
