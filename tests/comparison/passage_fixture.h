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

/// "document: + [item] text" and "~ before => after", in order.
inline std::vector<std::string> told(const comparison::PassageComparison& comparison) {
  std::vector<std::string> lines;
  for (const comparison::DocumentChanges& document : comparison.documents) {
    for (const comparison::PassageChange& change : document.changes) {
      const std::string item = "[" + change.place().item + "] ";
      const std::string before = change.before ? change.before->text : "";
      const std::string after = change.after ? change.after->text : "";
      lines.push_back(document.document + ": " +
                      (!change.before  ? "+ " + item + after
                       : !change.after ? "- " + item + before
                                       : "~ " + item + before + " => " + after));
    }
  }
  return lines;
}

}  // namespace opsg::test
