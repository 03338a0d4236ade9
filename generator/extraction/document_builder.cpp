#include "document_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "text.h"
#include "text_encoding.h"

namespace opsg::extraction {
namespace {

/// Tabs stay: they say that a line is a row, even where nothing but spaces would follow. A line of
/// nothing else is empty.
std::string_view without_trailing_spaces(std::string_view line) {
  if (trim(line).empty()) return {};
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

}  // namespace

DocumentBuilder::DocumentBuilder(SourcePath name, importing::Wrapping wrapping)
    : name_(std::move(name)) {
  document_.file = name_.view();
  document_.wrapping = wrapping;
}

void DocumentBuilder::add(std::string_view text, int page, int heading) {
  const CleanText clean = clean_text(text);
  const auto before = static_cast<std::uint32_t>(document_.lines.size());
  if (clean.removed > 0 && removed_ == 0) first_removed_ = before + clean.first_line;
  removed_ += clean.removed;
  for (const std::string_view line : split(clean.text, '\n')) {
    const int number = static_cast<int>(document_.lines.size()) + 1;
    document_.lines.push_back({std::string(without_trailing_spaces(line)), page, number, heading});
  }
}

importing::DocumentText DocumentBuilder::finish(Diagnostics& diagnostics) {
  if (removed_ > 0) {
    diagnostics
        .warning("import-characters", {name_, first_removed_, 1, 0},
                 fmt::format("{} control or invisible character{} left out, the first one here",
                             removed_, removed_ == 1 ? " was" : "s were"))
        .with_help("see whether a word around it was meant to be another");
  }
  auto& lines = document_.lines;
  while (!lines.empty() && lines.back().text.empty()) lines.pop_back();
  return std::move(document_);
}

}  // namespace opsg::extraction
