#pragma once

#include <string>
#include <vector>

namespace opsg {

/// A passage as readers of a site see it: one paragraph, heading, row, fact or file. Data files
/// publish them (docs/data.md), and two sites are compared by them.
struct Passage {
  std::string document;               ///< "meetings/2021-01-25-opsg-41/minutes"
  std::string meeting;                ///< The meeting's code; empty where it belongs to none.
  std::string item;                   ///< The agenda item's number, "3.1"; empty outside of items.
  std::string item_title;             ///< The item's title.
  std::string register_name;          ///< Of the register whose entry says it; else empty.
  std::string entry;                  ///< That entry's key: "LSC 5".
  std::vector<std::string> headings;  ///< Without a number above it in the item, outermost first.
  std::string kind;                   ///< "paragraph", "list-item", ...: docs/data.md lists them.
  std::string text;                   ///< Plain text.
  std::vector<std::string> links;  ///< Where its links and images lead, in the order of the text.
  std::string sha256;              ///< Of an attachment's bytes; else empty.
  std::string url;                 ///< Where it stands. Absolute.
  /// False: it was read from a list of an earlier form, which tells neither entry nor headings.
  bool place_known = true;

  friend bool operator==(const Passage&, const Passage&) = default;
};

}  // namespace opsg
