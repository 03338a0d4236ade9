#include "headline_view.h"

#include <algorithm>

#include "inline_text.h"
#include "markdown_node.h"
#include "summary_text.h"
#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

constexpr std::size_t kMostSummaryBytes = 240;

bool raises_entry(const Record& record, const MarkdownNode* node) {
  return std::any_of(record.entries.begin(), record.entries.end(),
                     [&](const Entry& entry) { return entry.node == node; });
}

/// The first paragraph below the item's heading that says something by itself, as "The OPSG:" does
/// not; empty where another heading comes before one.
std::string opening(const Record& record, const Item& item) {
  for (const MarkdownNode* node = item.heading->next(); node; node = node->next()) {
    if (node->is(MarkdownKind::heading)) return {};
    if (!node->is(MarkdownKind::paragraph)) continue;
    if (raises_entry(record, node)) continue;
    std::string text = plain_text(node);
    if (!trim_right(text).ends_with(':')) return text;
  }
  return {};
}

std::vector<SafeHtml> decisions_of(const PageContext& context, const Record& record,
                                   std::size_t item, const std::string& summary, PageScope& scope) {
  std::vector<SafeHtml> decisions;
  for (const Decision& decision : record.decisions) {
    if (decision.item != item || summary.find(decision.subject) != std::string::npos) continue;
    decisions.push_back(context.markdown.text(decision.subject, scope));
  }
  return decisions;
}

}  // namespace

std::vector<HeadlineView> headline_views(const PageContext& context, const Record& record,
                                         PageScope& scope) {
  std::vector<HeadlineView> views;
  for (std::size_t i = 0; i < record.items.size(); ++i) {
    const Item& item = record.items[i];
    const std::string summary = first_sentences(opening(record, item), kMostSummaryBytes);
    HeadlineView view;
    view.number = item.number;
    view.title = item.title;
    view.href = context.href(context.permalinks.place(record, item.anchor));
    view.is_part = item.number.find('.') != std::string::npos;
    view.sponsors = party_links(context, item.sponsors);
    view.summary = context.markdown.text(summary, scope);
    view.decisions = decisions_of(context, record, i, summary, scope);
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace opsg::released
