#include "front_matter.h"

#include <array>
#include <string>
#include <string_view>

#include "table_reader.h"
#include "text.h"
#include "title_limit.h"
#include "toml_reader.h"

namespace opsg::restricted {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kFence = "+++";

struct Split {
  std::string_view toml;
  std::string_view body;
  std::uint32_t body_line = 0;
};

std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

bool is_fence(std::string_view line) {
  return trim_right(line) == kFence;
}

/// `text` begins after the opening fence.
std::optional<Split> split_at_fence(std::string_view text) {
  std::string_view rest = text;
  for (std::uint32_t line = 2; !rest.empty(); ++line) {
    const std::string_view before = rest;
    if (!is_fence(take_line(rest))) continue;
    return Split{text.substr(0, text.size() - before.size()), rest, line + 1};
  }
  return std::nullopt;
}

SourceSpan fence_span(const SourcePath& path) {
  return {path, 1, 1, kFence.size()};
}

}  // namespace

std::optional<FrontMatter> read_front_matter(const SourceFile& file, Diagnostics& diagnostics) {
  std::string_view text = file.bytes;
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (!is_fence(take_line(text))) {
    diagnostics
        .error("front-matter-missing", {file.path, 1, 1, 1},
               "the document does not begin with front matter")
        .with_help("begin it with a `+++` line, `classification = \"...\"` and a `+++` line");
    return std::nullopt;
  }
  const auto split = split_at_fence(text);
  if (!split) {
    diagnostics.error("front-matter-unclosed", fence_span(file.path), "the front matter has no end")
        .with_help("write a `+++` line after it");
    return std::nullopt;
  }
  auto table = read_toml(split->toml, file.path, 2, diagnostics);
  if (!table) return std::nullopt;
  return FrontMatter{
      std::move(*table), fence_span(file.path), {file.path, split->body, split->body_line}};
}

void check_front_matter_keys(const FrontMatter& front_matter, bool is_page,
                             Diagnostics& diagnostics) {
  static const std::array<std::string, 6> kKeys = {"classification", "status", "handling",
                                                   "embargo",        "title",  "adopted"};
  TableReader reader(front_matter.table, front_matter.span, diagnostics);
  reader.allow_only(std::span(kKeys).first(is_page ? 5 : 6));
  for (const char* key : {"status", "handling", "title", "adopted"}) reader.text(key);
  const TomlValue* title = front_matter.table.find("title");
  if (title && title->string()) check_title_length(*title->string(), title->span(), diagnostics);
  const TomlValue* embargo = front_matter.table.find("embargo");
  if (embargo && !embargo->get_if<LocalDateTime>()) {
    reader.wrong_type(*embargo, "embargo", "a date and time like 2021-02-01T09:00:00");
  }
}

}  // namespace opsg::restricted
