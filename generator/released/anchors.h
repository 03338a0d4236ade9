#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "markdown_node.h"
#include "site.h"

namespace opsg::released {

/// Where the record is shown: "meetings/<slug>/", or "<name>/" for a page.
std::string page_path(const Record& record);

/// The id that a record's anchor has on its page. A meeting's records share one page: the
/// headlines' anchors stand as they are, every other record's behind its name, whatever else the
/// page holds, so that a permalink stays as it is.
std::string page_anchor(const Record& record, std::string_view anchor);

/// The ids of all blocks that can be linked to, each once on its page: items, entries and decisions
/// by their anchors, other headings by their text, other blocks by what they say (see
/// block_anchors.h). Borrows the site. Immutable once made.
class Anchors {
 public:
  explicit Anchors(const Site& site);

  /// The ids of a block, the one to cite it by first; empty where it has none.
  std::span<const std::string_view> of(const MarkdownNode* block) const;
  /// The id on the record's page for one as a link in a record writes it ("item-3"), if it exists.
  std::optional<std::string> find(const Record& record, std::string_view written) const;
  /// Whether the page shows records, so that all ids on it that a link may name are known here.
  bool has_page(std::string_view path) const { return of_pages_.contains(path); }
  /// Whether the page at "meetings/<slug>/" or "<page>/" has the id.
  bool is_on_page(std::string_view path, std::string_view id) const;

 private:
  /// The ids of one page. All views are of `text`, which stays where it is.
  struct Page {
    std::unique_ptr<const std::string> text;
    std::vector<std::string_view> by_block;
    std::vector<std::string_view> sorted;
    std::vector<std::pair<const MarkdownNode*, std::size_t>>
        blocks;  ///< With how many of by_block.
  };

  /// For look-ups of views among strings.
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  friend class PageAnchors;

  std::unordered_map<const MarkdownNode*, std::span<const std::string_view>> of_blocks_;
  std::unordered_map<std::string, Page, Hash, std::equal_to<>> of_pages_;
};

}  // namespace opsg::released
