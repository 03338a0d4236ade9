#pragma once

#include <string>
#include <vector>

#include "text_line.h"

namespace opsg::importing {

struct WrittenField {
  std::string title;  ///< "Target"
  std::string value;  ///< "23 November 2020"
};

/// A piece of the record to be written. Texts hold `**bold**`, `*italics*` and links; all other
/// characters mean themselves.
struct RecordBlock {
  enum class Kind { item, subheading, entry, action, paragraph, bullet, table };
  Kind kind = Kind::paragraph;
  std::string text;     ///< The title of an item, entry or action; else the text itself.
  std::string id;       ///< "3.1", "OPSG 41/02"
  std::string keyword;  ///< "ACTION": of an action.
  std::vector<WrittenField> fields;            ///< Of an entry or action.
  std::vector<std::vector<std::string>> rows;  ///< Of a table; the first is its head.
  TextPlace place;
  bool in_entry = false;  ///< It belongs to the entry before it.
};

using RecordBlocks = std::vector<RecordBlock>;

}  // namespace opsg::importing
