#include "wrapping.h"

#include <algorithm>
#include <vector>

#include "line_shapes.h"
#include "text.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kLongLine = 40;  ///< Shorter lines say nothing of a page's width.
constexpr double kCutLines = 0.15;     ///< So many lines that end in mid-sentence tell of wrapping.
constexpr double kMostBlank = 0.8;     ///< Where more lines than that are apart, all are.

bool is_long_prose(const TextLine& line) {
  return !line.is_row() && line.text.size() >= kLongLine &&
         line.text.find(' ') != std::string::npos;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool looks_wrapped(const TextLines& lines) {
  std::size_t prose = 0;
  std::size_t cut = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!is_long_prose(lines[i])) continue;
    ++prose;
    cut += !ends_sentence(lines[i].text) && begins_with_lower_case(lines[i + 1].text);
  }
  return share(cut, prose) > kCutLines;
}

/// The length that one line in twenty exceeds.
std::size_t usual_width(const TextLines& lines) {
  std::vector<std::size_t> lengths;
  for (const TextLine& line : lines) {
    if (is_long_prose(line)) lengths.push_back(code_point_count(line.text));
  }
  if (lengths.empty()) return 0;
  std::sort(lengths.begin(), lengths.end());
  return lengths[(lengths.size() - 1) * 19 / 20];
}

/// "... this offline. Status:": what it is stands in the next line.
bool ends_in_field_title(std::string_view text) {
  return ascii_lower(text).ends_with("status:");
}

}  // namespace

LineFlow judge_flow(const TextLines& lines, Wrapping wrapping) {
  LineFlow flow;
  flow.wrapped =
      wrapping == Wrapping::unknown ? looks_wrapped(lines) : wrapping == Wrapping::wrapped;
  const auto apart = std::count_if(lines.begin(), lines.end(),
                                   [](const TextLine& line) { return line.blank_before; });
  flow.blank_lines_tell =
      !flow.wrapped || share(static_cast<std::size_t>(apart), lines.size()) < kMostBlank;
  flow.width = usual_width(lines);
  return flow;
}

bool goes_on(const TextLine& previous, const TextLine& line, const LineFlow& flow) {
  if (!flow.wrapped || line.heading > 0 || previous.heading > 0) return false;
  if (!ends_sentence(previous.text) || ends_in_field_title(previous.text)) {
    return !(flow.blank_lines_tell && line.blank_before && !line.break_before &&
             !begins_with_lower_case(line.text));
  }
  if (begins_with_lower_case(line.text)) return true;
  if (previous.gap_at_end || (flow.blank_lines_tell && line.blank_before)) return false;
  const std::size_t word = std::min(line.text.find(' '), line.text.size());
  return code_point_count(previous.text) + 1 + word > flow.width;
}

void join_text(std::string& text, const std::string& next) {
  const bool hyphen = text.size() > 1 && text.ends_with('-') && text[text.size() - 2] != ' ' &&
                      begins_with_lower_case(next);
  if (!text.empty() && !hyphen) text += ' ';
  text += next;
}

}  // namespace opsg::importing
