#include "gate_test_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <type_traits>
#include <variant>

#include "catch2.h"
#include "diagnostic_printer.h"
#include "text.h"

namespace opsg::restricted::testing {

const std::string kSiteToml = R"(title = "A committee"
base_url = "https://committee.example/"
time_zone = "Europe/London"

[policy]
people = "green"

[[policy.levels]]
name = "white"
other_names = ["TLP:CLEAR", "clear"]
audience = "public"
handling = "Information can be shared with the public, and any members may publish the information, subject to copyright."

[[policy.levels]]
name = "green"
other_names = ["TLP:GREEN"]
audience = "parties"
handling = "Information can be shared with other SEC Parties and SMIP stakeholders at large, but not published (including publication online)."

[[policy.levels]]
name = "amber"
audience = "members"

[[policy.levels]]
name = "red"

[policy.audiences.members]
drafts = true
embargoed = true
)";

std::string meeting_toml(std::string_view code, std::string_view level) {
  return fmt::format("classification = \"{}\"\ncode = \"{}\"\ndate = 2021-01-25\n", level, code);
}

std::string document(std::string_view level, std::string_view body) {
  return fmt::format("+++\nclassification = \"{}\"\nstatus = \"final\"\n+++\n\n{}", level, body);
}

TestSite::TestSite(std::initializer_list<File> files, const GateRules& rules) {
  for (const auto& [path, bytes] : files) tree_.files.push_back({SourcePath(path), bytes});
  const bool has_site = std::any_of(files.begin(), files.end(),
                                    [](const File& file) { return file.first == "site.toml"; });
  if (!has_site) tree_.files.push_back({SourcePath("site.toml"), kSiteToml});
  std::sort(tree_.files.begin(), tree_.files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  site_ = label_sources(tree_, rules, found_);
  found_.sort();
}

std::string TestSite::diagnostics() {
  return format(found_);
}

bool TestSite::has_error(std::string_view code) const {
  return std::any_of(found_.items().begin(), found_.items().end(), [&](const Diagnostic& found) {
    return found.code == code && found.severity == Severity::error;
  });
}

std::string TestSite::format(const Diagnostics& diagnostics) const {
  DiagnosticContext context;
  context.line_text = [&](const SourcePath& path,
                          std::uint32_t line) -> std::optional<std::string_view> {
    const SourceFile* file = tree_.find(path.view());
    if (!file) return std::nullopt;
    const auto lines = split_lines(file->bytes);
    return line <= lines.size() ? std::optional(lines[line - 1]) : std::nullopt;
  };
  return format_diagnostics(diagnostics, context);
}

Clearance TestSite::clearance(std::string_view audience) const {
  if (audience == "full") return site().policy.full_clearance();
  const Audience* found = site().policy.find_audience(audience);
  REQUIRE(found);
  return found->clearance;
}

ClearedSources TestSite::clear(std::string_view audience, UtcTime now) {
  Diagnostics found;
  ClearedSources cleared = Gate::clear(site(), clearance(audience), {now}, found);
  CHECK(format(found) == "");
  return cleared;
}

namespace {

void dump_table(const TomlTable& table, std::string& out);

void dump_value(const TomlValue& value, std::string& out) {
  const auto dump_one = [&](const auto& v) {
    using T = std::decay_t<decltype(v)>;
    if constexpr (std::is_same_v<T, std::string>) {
      out += "'" + v + "'";
    } else if constexpr (std::is_same_v<T, TomlTable>) {
      dump_table(v, out);
    } else if constexpr (std::is_same_v<T, TomlArray>) {
      out += "[";
      for (const TomlValue& element : v) dump_value(element, out);
      out += "]";
    } else if constexpr (std::is_same_v<T, bool>) {
      out += v ? "true" : "false";
    } else if constexpr (std::is_same_v<T, Date>) {
      out += iso_date(v);
    } else if constexpr (std::is_same_v<T, std::int64_t> || std::is_same_v<T, double>) {
      out += fmt::format("{}", v);
    } else {
      out += "a time";
    }
  };
  std::visit(dump_one, value.variant());
}

void dump_table(const TomlTable& table, std::string& out) {
  out += "{";
  for (const auto& [key, value] : table.entries) {
    out += key.name + "=";
    dump_value(value, out);
    out += " ";
  }
  out += "}";
}

/// A withheld block may leave blank lines, which mean nothing in Markdown.
std::string without_blank_lines(std::string_view text) {
  std::string out;
  for (const std::string_view line : split_lines(text)) {
    if (!trim(line).empty()) out += std::string(line) + "\n";
  }
  return out;
}

}  // namespace

std::string findings(std::string_view level, std::string_view body) {
  TestSite site({{"content/pages/about.md", document(level, body)}});
  return site.diagnostics();
}

LabelOutcome label(const SourceTree& tree, LabelMemo* memo) {
  LabelOutcome outcome;
  Diagnostics found;
  const auto site = label_sources(tree, {}, found, memo);
  outcome.cleared = dump(Gate::clear(site.value(), Clearance{}, {}, found));
  outcome.full = dump(Gate::clear(site.value(), site->policy.full_clearance(), {}, found));
  for (const Diagnostic& each : found.items()) {
    outcome.findings += fmt::format("{}:{} {}\n", each.span.path.view(), each.span.line, each.code);
  }
  if (!site->documents.empty()) outcome.kept = site->documents.front().file.get();
  return outcome;
}

std::string dump(const ClearedSources& sources) {
  std::string out;
  for (const TomlTable* table : {&sources.site, &sources.glossary, &sources.parties}) {
    dump_table(*table, out);
    out += "\n";
  }
  for (const auto& meeting : sources.meetings) {
    out += fmt::format("{} {} {} ", meeting->path.view(), meeting->slug, meeting->level);
    dump_table(meeting->facts, out);
    out += "\n";
  }
  for (const auto& document : sources.documents) {
    out += fmt::format("{} {} {} {} {} ", document->path.view(), document->meeting, document->name,
                       document->level, document->complete);
    dump_table(document->front_matter, out);
    for (const Fragment& fragment : document->fragments) {
      out += "\n---\n" + without_blank_lines(fragment.text);
    }
    out += "\n";
  }
  for (const auto& attachment : sources.attachments) {
    out += fmt::format("{} {} {} {} {} {}\n", attachment->path.view(), attachment->meeting,
                       attachment->file, attachment->title, attachment->level, attachment->bytes);
  }
  return out;
}

}  // namespace opsg::restricted::testing
