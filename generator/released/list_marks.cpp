#include "list_marks.h"

#include <fmt/format.h>

#include <string_view>

namespace opsg::released {
namespace {

constexpr std::string_view kBullet = "\u2022 ";

}  // namespace

void ListMarks::enter(const MarkdownNode* block) {
  if (block->is(MarkdownKind::list)) {
    lists_.push_back({block->is_ordered(), block->list_start() - 1LL});
  } else if (block->is(MarkdownKind::item)) {
    ++lists_.back().number;
    lists_.back().begins = true;
  }
}

void ListMarks::leave(const MarkdownNode* block) {
  if (block->is(MarkdownKind::list)) lists_.pop_back();
}

std::string ListMarks::take() {
  std::string marks;
  for (List& list : lists_) {
    const bool shown = list.begins || &list != &lists_.back();
    if (shown && list.ordered) marks += fmt::format("{}. ", list.number);
    if (shown && !list.ordered) marks += kBullet;
    list.begins = false;
  }
  return marks == kBullet ? std::string() : marks;
}

}  // namespace opsg::released
