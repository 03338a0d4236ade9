#include "written_link.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "fragment_lines.h"
#include "markdown_walk.h"

namespace opsg::released {
namespace {

/// A search that fails reads its block to the end: in a block full of what cannot be found, the
/// places of the rest are not worth the time.
constexpr int kMostFailures = 32;

/// Without its first bytes.
SourceSpan behind(SourceSpan span, std::size_t bytes) {
  span.column += static_cast<std::uint32_t>(bytes);
  span.length -= static_cast<std::uint32_t>(bytes);
  return span;
}

/// Where the reference definitions of a fragment write their destinations. The parser keeps
/// nothing of them; a line that only looks like one does no harm.
class Definitions {
 public:
  explicit Definitions(const FragmentLines& lines) {
    for (std::size_t i = 0; i < lines.lines().size(); ++i) add(lines, i);
  }

  const SourceSpan* find(std::string_view url) const {
    const auto found = spans_.find(url);
    return found == spans_.end() ? nullptr : &found->second;
  }

 private:
  void add(const FragmentLines& lines, std::size_t number) {
    const std::string_view line = lines.lines()[number];
    const std::size_t colon = line.find("]:");
    if (colon == std::string_view::npos) return;
    const std::size_t begin = line.find_first_not_of(" \t<", colon + 2);
    if (begin == std::string_view::npos) return;
    const std::size_t end = std::min(line.find_first_of(" \t>", begin), line.size());
    spans_.try_emplace(line.substr(begin, end - begin), lines.span(number, begin, end - begin));
  }

  std::map<std::string_view, SourceSpan> spans_;
};

class LinkReader {
 public:
  explicit LinkReader(const FragmentLines& lines) : lines_(lines) {}

  std::vector<WrittenLink> read(const MarkdownNode* root) {
    BlockCursor cursor(lines_, root);
    for (MarkdownWalk walk(root); walk.next();) {
      const MarkdownNode* node = walk.node();
      const MarkdownKind type = node->kind();
      if (walk.entering() && node->is_block()) {
        cursor = BlockCursor(lines_, node);
        failures_ = 0;
      } else if (!walk.entering() && (type == MarkdownKind::link || type == MarkdownKind::image)) {
        // On leaving: destinations stand behind what a link holds, an image for instance.
        add(node, type == MarkdownKind::image, cursor);
      }
    }
    return std::move(links_);
  }

 private:
  void add(const MarkdownNode* node, bool is_image, BlockCursor& cursor) {
    std::string url(node->url());
    SourceSpan span = place(node, url, cursor);
    links_.push_back({std::move(url), std::move(span), is_image});
  }

  SourceSpan place(const MarkdownNode* node, const std::string& url, BlockCursor& cursor) {
    if (const SourceSpan* definition = definitions().find(url)) return *definition;
    const std::string_view bare = autolink_text(node, url);
    if (!bare.empty()) return find(bare, 0, cursor).value_or(cursor.block_span());
    for (const std::string_view lead : {"](", "](<"}) {
      if (auto found = find(std::string(lead) + url, lead.size(), cursor)) return *found;
    }
    return cursor.block_span();
  }

  /// Without the first bytes of what is looked for.
  std::optional<SourceSpan> find(std::string_view text, std::size_t lead, BlockCursor& cursor) {
    if (failures_ == kMostFailures) return std::nullopt;
    auto found = cursor.find_literal(text);
    if (found) return behind(*found, lead);
    ++failures_;
    return std::nullopt;
  }

  /// What an autolink is written as ("www.example.org" leads to "http://www.example.org"); empty
  /// for any other link.
  static std::string_view autolink_text(const MarkdownNode* link, std::string_view url) {
    const MarkdownNode* child = link->first_child();
    if (!child || !child->is(MarkdownKind::text)) return {};
    const std::string_view text = child->text();
    const std::string_view added = url.substr(0, url.size() - std::min(url.size(), text.size()));
    const bool is_autolink =
        url.ends_with(text) && (added.empty() || added == "mailto:" || added == "http://");
    return is_autolink ? text : std::string_view();
  }

  const Definitions& definitions() {
    if (!definitions_) definitions_.emplace(lines_);
    return *definitions_;
  }

  const FragmentLines& lines_;
  std::optional<Definitions> definitions_;
  std::vector<WrittenLink> links_;
  int failures_ = 0;
};

}  // namespace

std::vector<WrittenLink> written_links(const MarkdownNode* root, const FragmentLines& lines) {
  return LinkReader(lines).read(root);
}

}  // namespace opsg::released
