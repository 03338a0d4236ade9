#include "bullet_lines.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text.h"

namespace opsg::released {
namespace {

constexpr std::array<std::string_view, 6> kBullets = {"\u2022", "\u2023", "\u25aa",
                                                      "\u25cf", "\u25e6", "\u2043"};

/// The bullet that the line begins with; empty where there is none.
std::string_view bullet_of(std::string_view line) {
  const auto found = std::find_if(kBullets.begin(), kBullets.end(), [&](std::string_view bullet) {
    return trim(line).starts_with(bullet);
  });
  return found == kBullets.end() ? std::string_view() : *found;
}

SourceSpan span_of(std::string_view bullet, const std::string& text, std::size_t line,
                   BlockCursor cursor) {
  for (std::size_t at = text.find(bullet); at < line; at = text.find(bullet, at + 1)) {
    cursor.find(bullet);
  }
  return cursor.find(bullet);
}

}  // namespace

void report_bullets(const MarkdownNode* paragraph, const InlineText& text,
                    const FragmentLines& lines, Diagnostics& diagnostics) {
  std::vector<std::size_t> starts = {0};
  starts.insert(starts.end(), text.line_starts.begin(), text.line_starts.end());
  for (const std::size_t start : starts) {
    const std::string_view bullet = bullet_of(std::string_view(text.text).substr(start));
    if (bullet.empty()) continue;
    diagnostics
        .warning("bullet-unread", span_of(bullet, text.text, start, {lines, paragraph}),
                 "this bullet makes no list: it is a character like any other")
        .with_help("write `- ` instead of it, at the beginning of each item's line");
    return;
  }
}

}  // namespace opsg::released
