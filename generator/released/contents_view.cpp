#include "contents_view.h"

#include <string_view>
#include <utility>

namespace opsg::released {
namespace {

bool is_below(std::string_view number, std::string_view above) {
  return number.size() > above.size() && number.starts_with(above) && number[above.size()] == '.';
}

/// The list that an item belongs into: that of the last item, or of one that it stands in.
std::vector<ContentsView>& list_for(std::vector<ContentsView>& top, std::string_view number) {
  std::vector<ContentsView>* list = &top;
  for (std::size_t level = 1; level < kDeepestContents; ++level) {
    if (list->empty() || !is_below(number, list->back().number)) break;
    list->back().has_children = true;
    list = &list->back().children;
  }
  return *list;
}

}  // namespace

ContentsView contents_section(std::string title, const std::string& id,
                              std::vector<ContentsView> children) {
  const bool has_children = !children.empty();
  return {"", std::move(title), '#' + id, std::move(children), has_children};
}

std::vector<ContentsView> item_contents(const PageContext& context, const Record& record) {
  std::vector<ContentsView> items;
  for (const Item& item : record.items) {
    const auto id = context.permalinks.anchors().find(record, item.anchor);
    const std::string href = id ? '#' + *id : context.href(context.permalinks.record(record));
    list_for(items, item.number).push_back({item.number, item.title, href, {}, false});
  }
  return items;
}

}  // namespace opsg::released
