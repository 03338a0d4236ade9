#include "clean_text.h"

#include <re2/re2.h>

#include <array>
#include <functional>
#include <utility>

#include "html_remnants.h"
#include "text.h"
#include "tracked_links.h"

namespace opsg::importing {
namespace {

using Replacements = std::array<std::pair<std::string_view, std::string_view>, 15>;

/// Spaces and bullets as word processors and PDF write them. An empty replacement is nothing.
constexpr Replacements kPlain = {{{"\u00A0", " "},
                                  {"\u2007", " "},
                                  {"\u202F", " "},
                                  {"\u2003", " "},
                                  {"\u2002", " "},
                                  {"\u00AD", ""},
                                  {"\u200B", ""},
                                  {"\u200C", ""},
                                  {"\u200D", ""},
                                  {"\u2060", ""},
                                  {"\uFEFF", ""},
                                  {"\uF0B7", "•"},
                                  {"\uF0A7", "•"},
                                  {"\u25AA", "•"},
                                  {"\u25CF", "•"}}};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
}

/// One space for runs of them; none beside '\t' and '\n' and at the ends, tabs left alone.
std::string with_single_spaces(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') c = ' ';
    const bool at_edge =
        out.empty() || out.back() == ' ' || out.back() == '\t' || out.back() == '\n';
    if (c == ' ' && at_edge) continue;
    if ((c == '\t' || c == '\n') && !out.empty() && out.back() == ' ') out.pop_back();
    out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class LineCleaner {
 public:
  LineCleaner(const DocumentText& document, ImportLedger& ledger)
      : document_(document), ledger_(ledger) {}

  TextLines clean() {
    for (at_ = 0; at_ < document_.lines.size(); ++at_) clean_line(document_.lines[at_]);
    return std::move(lines_);
  }

 private:
  void clean_line(const DocumentLine& line) {
    const TextPlace place{line.page, line.line};
    if (line.page != page_) {
      break_before_ = !lines_.empty();
      page_ = line.page;
    }
    std::string linked = unwrap_links(line.text, place);
    ledger_.rewrite(kTrackedLinkRule, line.text, linked, place);
    std::string text = without_html(linked);
    ledger_.rewrite("html", linked, text, place);
    for (const auto& [from, to] : kPlain) replace_all(text, from, to);
    const bool gap = text.ends_with("  ");
    text = with_single_spaces(text);
    if (trim(text).empty()) {
      blank_before_ = true;
      return;
    }
    add(std::move(text), place, line.heading);
    lines_.back().gap_at_end = gap;
  }

  /// A row stays whole; other lines fall into paragraphs.
  void add(std::string text, TextPlace place, int heading) {
    if (text.find('\t') != std::string::npos) return add_one(std::move(text), place, heading);
    for (const std::string_view part : split(text, '\n')) {
      if (!trim(part).empty()) add_one(std::string(trim(part)), place, heading);
      blank_before_ = true;
    }
  }

  void add_one(std::string text, TextPlace place, int heading) {
    lines_.push_back({std::move(text), place, heading, blank_before_, break_before_, false});
    blank_before_ = break_before_ = false;
  }

  std::string unwrap_links(std::string_view written, TextPlace place) {
    static const RE2 link(R"(((?i)https?://[^\s<>"'()\[\]]+))");
    std::string out;
    re2::StringPiece rest(written.data(), written.size());
    re2::StringPiece found;
    while (RE2::PartialMatch(rest, link, &found)) {
      const auto before = static_cast<std::size_t>(found.data() - rest.data());
      out.append(rest.data(), before);
      rest.remove_prefix(before + found.size());
      out += unwrap_link({found.data(), found.size()}, rest.empty(), place);
    }
    out.append(rest.data(), rest.size());
    return without_pieces(out);
  }

  std::string unwrap_link(std::string_view address, bool ends_line, TextPlace place) {
    std::string whole(address);
    std::optional<std::string> target = unwrap_tracked_link(whole);
    if (!target) return whole;
    if (ends_line) target = unwrap_tracked_link(whole + take_continuation());
    if (target->empty()) {
      ledger_.findings()
          .warning("import-link-lost", ledger_.at(place),
                   "the target of a mail filter's link cannot be read")
          .with_help("look the link up, and write its address");
    }
    return *target;
  }

  /// The rest of an address that was cut by line ends: lines without spaces that look like it.
  std::string take_continuation() {
    static const RE2 piece(R"(\s*[^\s]*[%=&][^\s]*\s*)");
    std::string taken;
    while (at_ + 1 < document_.lines.size()) {
      const DocumentLine& next = document_.lines[at_ + 1];
      const bool link = starts_with_ignoring_case(trim(next.text), "http");
      if (link || !RE2::FullMatch(next.text, piece)) break;
      taken += trim(next.text);
      ledger_.drop(kTrackedLinkRule, next.text, {next.page, next.line});
      ++at_;
    }
    return taken;
  }

  /// Takes out words that are parts of such links: they hold mail addresses.
  static std::string without_pieces(std::string_view text) {
    if (!holds_tracked_link(text)) return std::string(text);
    std::string out;
    for (const std::string_view word : split(text, ' ')) {
      if (!holds_tracked_link(word)) out.append(word).append(" ");
    }
    return out;
  }

  const DocumentText& document_;
  ImportLedger& ledger_;
  TextLines lines_;
  std::size_t at_ = 0;
  int page_ = 0;
  bool blank_before_ = false;
  bool break_before_ = false;
};

}  // namespace

TextLines clean_text(const DocumentText& document, ImportLedger& ledger) {
  return LineCleaner(document, ledger).clean();
}

}  // namespace opsg::importing
