#include "comments.h"

#include <algorithm>
#include <utility>

#include "markdown_line.h"

namespace opsg::audit {
namespace {

constexpr std::string_view kOpening = "<!--";
constexpr std::string_view kClosing = "-->";

void withhold_comment(const SourceFile& file, std::size_t begin, std::size_t end,
                      FileReading& reading) {
  MappedText text;
  text.append(std::string_view(file.bytes).substr(begin, end - begin),
              static_cast<std::uint32_t>(begin));
  Passage passage;
  passage.kind = PassageKind::comment;
  passage.file = &file;
  passage.words = words_of(std::move(text));
  if (!passage.words.empty()) reading.withheld.push_back(std::move(passage));
}

/// Where the first comment of [begin, end) opens; `end` for none. Code spans hold none.
std::size_t find_comment(std::string_view bytes, std::size_t begin, std::size_t end) {
  bool in_code = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (bytes[i] == '`') in_code = !in_code;
    if (!in_code && bytes.substr(i, kOpening.size()) == kOpening) return i;
  }
  return end;
}

}  // namespace

std::string take_out_comments(const SourceFile& file, std::size_t body_begin,
                              FileReading& reading) {
  std::string visible = file.bytes;
  if (visible.find(kOpening, body_begin) == std::string::npos) return visible;
  std::string fence;
  for (std::size_t at = body_begin; at < visible.size();) {
    const std::size_t end = std::min(visible.find('\n', at), visible.size());
    const MarkdownLine line(std::string_view(visible).substr(at, end - at), 0);
    const bool fenced = !fence.empty();
    if (fenced && closes_fence(line, fence)) {
      fence.clear();
    } else if (!fenced) {
      fence = code_fence(line);
    }
    const std::size_t begin = fenced || !fence.empty() ? end : find_comment(visible, at, end);
    if (begin == end) {
      at = end + 1;
      continue;
    }
    const std::size_t stop = visible.find(kClosing, begin);
    const std::size_t close = stop == std::string::npos ? visible.size() : stop + kClosing.size();
    withhold_comment(file, begin, close, reading);
    for (std::size_t i = begin; i < close; ++i) {
      if (visible[i] != '\n') visible[i] = ' ';
    }
    at = close;
  }
  return visible;
}

}  // namespace opsg::audit
