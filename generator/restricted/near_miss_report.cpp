#include "near_miss_report.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "body_places.h"

namespace opsg::restricted {
namespace {

std::string_view name_of(TextPlace place) {
  switch (place) {
    case TextPlace::heading:
      return "heading";
    case TextPlace::first_cell:
    case TextPlace::cell:
      return "cell";
    default:
      return "paragraph";
  }
}

std::string message_of(const PlacedNearMiss& miss, std::string_view written) {
  switch (miss.slip) {
    case Slip::malformed:
      return fmt::format("`{}` opens like a marking and is none", written);
    case Slip::misplaced:
      return fmt::format("`{}` stands where it marks nothing", written);
    case Slip::small:
      return fmt::format("`{}` would be a marking in plain capitals", written);
    case Slip::small_span:
      return fmt::format("`{}` would open a marked span in plain capitals", written);
    case Slip::misspelt:
      return fmt::format("`{}` is a single slip away from the level {}", written, miss.meant);
    case Slip::look_alike:
      return fmt::format("`{}` reads as {}, but is not written in plain characters", written,
                         miss.meant);
    case Slip::loose:
      return fmt::format("`{}` reads as {}, but is not written so", written, miss.meant);
    case Slip::bare:
      return fmt::format("`{}` opens like a marking without its brackets", written);
    case Slip::bare_end:
    case Slip::status_end:
      return fmt::format("`{}` ends the {} like a marking without its brackets", written,
                         name_of(miss.place));
    case Slip::alone:
      return fmt::format("`{}` stands by itself like a marking without its brackets", written);
    case Slip::shared:
      return fmt::format("`{}` names the level {} among other things", written, miss.meant);
    case Slip::unclosed:
      return fmt::format("`{}` is never closed in its block", written);
    case Slip::foreign:
      return fmt::format("`{}` reads as a marking, but {} is no level of the policy", written,
                         miss.meant);
    case Slip::comment:
      return fmt::format("`{}` is a comment, which marks nothing", written);
  }
  return {};
}

std::string right_form(const PlacedNearMiss& miss) {
  if (miss.slip == Slip::unclosed) return "close it with `]`";
  if (miss.slip == Slip::foreign) return "mark it with a level of the policy";
  if (miss.slip == Slip::small_span) {
    return fmt::format("write it in capitals, `[{}: words]`", miss.meant);
  }
  const bool opens_block = miss.at_start && miss.place != TextPlace::cell;
  if (miss.place == TextPlace::heading) {
    return fmt::format("end the heading with ` ({})` to mark its section", miss.meant);
  }
  if (opens_block && miss.place != TextPlace::elsewhere) {
    return fmt::format("write `({}) ` before the first word, on its line", miss.meant);
  }
  return fmt::format("open the block with `({0}) `, or mark words with `[{0}: words]`", miss.meant);
}

/// A backslash takes a bracket or a separator out of a marking's reach.
std::string prose_form(const PlacedNearMiss& miss, std::string_view written) {
  if (miss.slip == Slip::comment) return "remove or reword the comment";
  if (miss.place == TextPlace::elsewhere) return "reword it";
  const bool plain = written.find_first_of("([{:-") == 0;
  const bool ends = miss.slip == Slip::bare_end || miss.slip == Slip::status_end;
  if (ends && !plain) return "put a word behind it";
  const bool opens =
      miss.slip == Slip::bare || miss.slip == Slip::alone || miss.slip == Slip::foreign;
  if (!opens || (miss.slip == Slip::foreign && plain)) {
    return plain ? fmt::format("write `\\{}`", written) : "write its bracket as `\\(`";
  }
  const char last = written.back();
  if (std::string_view(":-)].!/=|>").find(last) == std::string_view::npos) {
    return "put a word before it";
  }
  return fmt::format("write `{}\\{}`", written.substr(0, written.size() - 1), last);
}

}  // namespace

void report_near_misses(const MarkedDocument& document, const MarkdownBody& body,
                        Diagnostics& diagnostics) {
  const SourceLines& lines = document.tree.lines();
  for (const PlacedNearMiss& miss : document.near_misses) {
    const SourceSpan span = body_span(body, lines, miss.begin, miss.end);
    const std::string_view written = lines.text().substr(miss.begin, span.length);
    diagnostics.error("marking-near-miss", span, message_of(miss, written))
        .with_help(fmt::format("{}; if it is {}, {}", right_form(miss),
                               miss.slip == Slip::comment ? "not meant so" : "prose",
                               prose_form(miss, written)));
  }
}

}  // namespace opsg::restricted
