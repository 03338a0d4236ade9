#include <algorithm>
#include <numeric>
#include <string_view>

#include "admission.h"
#include "file_places.h"
#include "gate.h"
#include "label.h"
#include "meeting_codes.h"
#include "public_tables.h"
#include "text.h"
#include "toml_walk.h"

namespace opsg::restricted {
namespace {

/// Where in a TOML file something begins that the clearance admits, or does not.
struct Boundary {
  std::uint32_t line = 0;
  bool withheld = false;
};

std::vector<Boundary> boundaries(const TomlTable& table, Level level, const TomlScope& scope,
                                 const Clearance& clearance) {
  std::vector<Boundary> found;
  walk_values(table, level, scope, [&](const LevelledValue& at) {
    const bool withheld = !clearance.admits(at.level);
    found.push_back({at.key.span.line, withheld});
    found.push_back({at.value.span().line, withheld});
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const Boundary& a, const Boundary& b) { return a.line < b.line; });
  return found;
}

/// A value reaches to the next one: strings may have many lines, and comments stand between.
std::vector<std::uint32_t> withheld_lines_of(const std::vector<Boundary>& found,
                                             std::uint32_t line_count) {
  std::vector<std::uint32_t> lines;
  bool withheld = false;
  auto next = found.begin();
  for (std::uint32_t line = 1; line <= line_count; ++line) {
    bool touched = withheld && (next == found.end() || next->line > line);
    for (; next != found.end() && next->line <= line; ++next) {
      withheld = next->withheld;
      touched = touched || withheld;
    }
    if (touched) lines.push_back(line);
  }
  return lines;
}

std::uint32_t line_count(std::string_view text) {
  return static_cast<std::uint32_t>(split_lines(text).size());
}

/// Of a document that is withheld itself, only the extracts are shown to anybody.
void withhold_front_matter(std::uint32_t body_begins, std::vector<std::uint32_t>& lines) {
  std::vector<std::uint32_t> front(body_begins);
  std::iota(front.begin(), front.end(), 0U);  // 0: the file as a whole.
  lines.insert(lines.begin(), front.begin(), front.end());
}

bool is_theme_path(std::string_view path) {
  return path.starts_with("themes/") || path.starts_with("overrides/");
}

/// Without a parse nobody knows what a label covers: a file that seems to have one is not quoted.
bool mentions_label(std::string_view text) {
  return ascii_lower(text).find("classif") != std::string::npos;
}

}  // namespace

QuotableText::QuotableText(const SourceTree& tree, const LabelledSite* site,
                           const Clearance& clearance, GateTime time) {
  for (const SourceFile& file : tree.files) {
    const FileKind kind = place_of(file.path.view()).kind;
    const bool public_file =
        kind == FileKind::site || kind == FileKind::glossary || kind == FileKind::parties;
    files_[std::string(file.path.view())].whole = public_file && !mentions_label(file.bytes);
  }
  if (!site) return;
  add_table(*site, site->site, tree.find(site->site_path.view()), false, clearance);
  add_table(*site, site->glossary, tree.find(kGlossaryPath), false, clearance);
  add_table(*site, site->parties, tree.find(kPartiesPath), false, clearance);
  const Admission admission(*site, clearance, time);
  add_meetings(tree, *site, admission);
  add_documents(*site, admission);
}

void QuotableText::add_table(const LabelledSite& site, const TomlTable& table,
                             const SourceFile* file, bool personal_names,
                             const Clearance& clearance) {
  if (!file) return;
  FileText& text = files_[std::string(file->path.view())];
  const bool certain = !site.doubtful.contains(file->path);
  const TomlScope scope{site.policy, site.rules, personal_names};
  const auto found = boundaries(table, table_level(table, Level{}, scope), scope, clearance);
  // A file that could not be parsed has no boundaries, and stays as it is.
  text.whole = certain && (text.whole || !found.empty());
  text.withheld_lines = withheld_lines_of(found, line_count(file->bytes));
}

void QuotableText::add_meetings(const SourceTree& tree, const LabelledSite& site,
                                const Admission& admission) {
  for (const LabelledMeeting& meeting : site.meetings) {
    if (!admission.admits(meeting)) continue;
    add_table(site, meeting.facts, tree.find(meeting.path.view()), true, admission.clearance());
  }
}

void QuotableText::add_documents(const LabelledSite& site, const Admission& admission) {
  const MeetingCodes codes(site.meetings);
  for (const LabelledDocument& document : site.documents) {
    if (!admission.admits_portions(document)) continue;
    FileText& text = files_[std::string(document.path.view())];
    text = {true, withheld_lines(document.portions, admission.clearance())};
    if (!admission.admits(document)) {
      withhold_front_matter(document.portions.body.first_line, text.withheld_lines);
      continue;
    }
    const TomlValue* adopted = document.front_matter.find("adopted");
    const std::string* slug =
        adopted && adopted->string() ? codes.find_slug(*adopted->string()) : nullptr;
    if (slug && !admission.has_meeting(*slug)) {
      text.withheld_lines.insert(text.withheld_lines.begin(), adopted->span().line);
    }
  }
}

bool QuotableText::may_quote(const SourceSpan& span) const {
  const auto file = files_.find(span.path.view());
  // No source: a theme's file, which is public; or a folder, or a file that is missing.
  if (file == files_.end()) return span.line == 0 || is_theme_path(span.path.view());
  const std::vector<std::uint32_t>& withheld = file->second.withheld_lines;
  return file->second.whole && !std::binary_search(withheld.begin(), withheld.end(), span.line);
}

}  // namespace opsg::restricted
