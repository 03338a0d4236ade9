#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "byte_set.h"
#include "page_scope.h"
#include "permalinks.h"
#include "site.h"

namespace opsg::released {

/// Turns running text into HTML: mentions of entries, references and meetings become links where
/// this audience has the page, the first use of an acronym is an `<abbr>`, and what was redacted
/// stands out. Borrows the site and the permalinks.
class TextLinker {
 public:
  TextLinker(const Site& site, const Permalinks& permalinks);
  /// The same with other links.
  TextLinker(const TextLinker& other, const Permalinks& permalinks);

  /// Where text stands decides what it may hold.
  enum class Place { prose, heading, link };

  void append(std::string& html, std::string_view text, Place place, PageScope& scope) const;

 private:
  void append_mention(std::string& html, std::string_view text, const Mention& mention,
                      const PageScope& scope) const;
  void append_unlinked(std::string& html, std::string_view text, Place place,
                       PageScope& scope) const;
  void append_expanded(std::string& html, std::string_view text, PageScope& scope) const;
  /// Of the acronym that the text begins with; 0 where it begins with none.
  std::size_t acronym_length(std::string_view text) const;

  const Vocabulary* vocabulary_;  ///< Null where the site has none.
  const Permalinks& permalinks_;
  std::unordered_map<std::string_view, std::string_view> expansions_;  ///< By acronym.
  ByteSet acronym_starts_{""};                ///< The first bytes of all acronyms.
  std::vector<std::size_t> acronym_lengths_;  ///< Each once, longest first.
};

}  // namespace opsg::released
