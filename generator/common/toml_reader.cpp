#include "toml_reader.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "text.h"
#include "text_direction.h"
#include "toml_nesting.h"

namespace opsg {
namespace {

/// toml++ counts columns in code points, and lines from the start of the text.
class SpanFinder {
 public:
  SpanFinder(std::string_view text, const SourcePath& path, std::uint32_t first_line)
      : lines_(split_lines(text)), path_(path), first_line_(first_line) {}

  SourceSpan span(const toml::source_region& region) const {
    if (region.begin.line == 0) return SourceSpan{path_};
    const std::uint32_t column = byte_column(region.begin);
    const bool one_line = region.begin.line == region.end.line;
    const std::uint32_t end = one_line ? byte_column(region.end) : line_end(region.begin.line);
    return {path_, region.begin.line + first_line_ - 1, column, std::max(end, column + 1) - column};
  }

 private:
  std::string_view line(std::uint32_t number) const {
    return number >= 1 && number <= lines_.size() ? lines_[number - 1] : std::string_view();
  }

  std::uint32_t line_end(std::uint32_t number) const {
    return static_cast<std::uint32_t>(trim_right(line(number)).size()) + 1;
  }

  std::uint32_t byte_column(const toml::source_position& position) const {
    const std::string_view text = line(position.line);
    std::uint32_t code_points = 1;
    std::size_t byte = 0;
    while (byte < text.size() && code_points < position.column) {
      do ++byte;
      while (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80);
      ++code_points;
    }
    return static_cast<std::uint32_t>(byte) + 1;
  }

  std::vector<std::string_view> lines_;
  SourcePath path_;
  std::uint32_t first_line_;
};

Date to_date(const toml::date& date) {
  return std::chrono::year(date.year) / std::chrono::month(date.month) / std::chrono::day(date.day);
}

TimeOfDay to_time(const toml::time& time) {
  return {time.hour, time.minute, time.second};
}

/// C0 but tabs and line ends, DEL, C1, and what turns the direction of text. Escapes can write them
/// where the file itself may not.
bool is_bad_control(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  return (control && c != '\t' && c != '\n') || turns_text(c);
}

std::optional<char32_t> find_bad_control(std::string_view text) {
  const std::u32string code_points = decode_utf8(text);
  const auto found = std::find_if(code_points.begin(), code_points.end(), is_bad_control);
  return found == code_points.end() ? std::nullopt : std::optional(*found);
}

class Converter {
 public:
  Converter(const SpanFinder& spans, Diagnostics& diagnostics)
      : spans_(spans), diagnostics_(diagnostics) {}

  TomlTable table(const toml::table& source) {
    TomlTable out;
    for (const auto& [key, node] : source) {
      check_text(key.str(), spans_.span(key.source()));
      out.entries.emplace_back(TomlKey{std::string(key.str()), spans_.span(key.source())},
                               value(node, key.source()));
    }
    const auto written_first = [](const auto& a, const auto& b) {
      return a.first.span < b.first.span;
    };
    std::stable_sort(out.entries.begin(), out.entries.end(), written_first);
    return out;
  }

 private:
  /// A table that only its subtables make (`[a.b]` makes `a`) has the place of its key.
  TomlValue value(const toml::node& node, const toml::source_region& fallback) {
    const auto& region = node.source().begin.line ? node.source() : fallback;
    const SourceSpan span = spans_.span(region);
    if (const auto* v = node.as_string()) return text(v->get(), span);
    if (const auto* v = node.as_integer()) return {v->get(), span};
    if (const auto* v = node.as_floating_point()) return {v->get(), span};
    if (const auto* v = node.as_boolean()) return {v->get(), span};
    if (const auto* v = node.as_date()) return {to_date(v->get()), span};
    if (const auto* v = node.as_time()) return {time(v->get(), span), span};
    if (const auto* v = node.as_date_time()) return {date_time(v->get(), span), span};
    if (const auto* v = node.as_array()) return {array(*v), span};
    return {table(*node.as_table()), span};
  }

  TomlValue text(const std::string& written, const SourceSpan& span) {
    check_text(written, span);
    return {written, span};
  }

  void check_text(std::string_view text, const SourceSpan& span) {
    const auto control = find_bad_control(text);
    if (!control) return;
    diagnostics_
        .error("control-character", span,
               fmt::format("the control character U+{:04X}", static_cast<unsigned>(*control)))
        .with_help("leave it out: no page or file of the site can hold it");
  }

  LocalDateTime date_time(const toml::date_time& written, const SourceSpan& span) {
    if (written.offset) {
      diagnostics_.error("toml-offset", span, "date-times are local to the site's time zone")
          .with_help("leave out the offset: 2021-02-01T09:00:00");
    }
    const TimeOfDay of_day = time(written.time, span);
    return std::chrono::local_days(to_date(written.date)) + std::chrono::hours(of_day.hour) +
           std::chrono::minutes(of_day.minute) + std::chrono::seconds(of_day.second);
  }

  TimeOfDay time(const toml::time& written, const SourceSpan& span) {
    if (written.nanosecond != 0) {
      diagnostics_.error("toml-fraction", span, "times are given to the second")
          .with_help("leave out the fraction, or write the next second");
    }
    return to_time(written);
  }

  TomlArray array(const toml::array& source) {
    TomlArray out;
    out.reserve(source.size());
    for (const toml::node& node : source) out.push_back(value(node, source.source()));
    return out;
  }

  const SpanFinder& spans_;
  Diagnostics& diagnostics_;
};

SourceSpan span_at(std::string_view text, std::size_t offset, const SourcePath& path,
                   std::uint32_t first_line) {
  const std::string_view before = text.substr(0, offset);
  const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0.
  const auto lines = std::count(before.begin(), before.end(), '\n');
  return {path, static_cast<std::uint32_t>(lines) + first_line,
          static_cast<std::uint32_t>(offset - line_start) + 1, 1};
}

/// What is wrong most often first.
std::string help_for(std::string_view description) {
  const bool lacks_seconds =
      description.find("parsing time: expected ':'") != std::string_view::npos;
  return lacks_seconds ? "a time has seconds too: 10:00:00"
                       : "see https://toml.io/en/v1.0.0 for how TOML is written";
}

/// Before parsing: the parser itself recurses into what it has read.
bool check_nesting(std::string_view text, const SourcePath& path, std::uint32_t first_line,
                   Diagnostics& diagnostics) {
  const auto offset = find_too_deep_nesting(text);
  if (!offset) return true;
  diagnostics
      .error("toml-syntax", span_at(text, *offset, path, first_line),
             fmt::format("more than {} tables and lists inside each other", kDeepestToml))
      .with_help("shorten the dotted key, or check for a bracket that is not closed");
  return false;
}

}  // namespace

std::optional<TomlTable> read_toml(std::string_view text, const SourcePath& path,
                                   std::uint32_t first_line, Diagnostics& diagnostics) {
  if (!check_nesting(text, path, first_line, diagnostics)) return std::nullopt;
  const SpanFinder spans(text, path, first_line);
  try {
    const toml::table parsed = toml::parse(text);
    return Converter(spans, diagnostics).table(parsed);
  } catch (const toml::parse_error& error) {
    diagnostics.error("toml-syntax", spans.span(error.source()), std::string(error.description()))
        .with_help(help_for(error.description()));
    return std::nullopt;
  }
}

}  // namespace opsg
