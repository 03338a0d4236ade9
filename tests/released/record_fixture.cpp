#include "record_fixture.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "cleared_fixture.h"
#include "diagnostic_printer.h"
#include "text.h"
#include "toml_reader.h"

namespace opsg::test {

const std::string_view kPartiesToml = R"toml(
[[party]]
name = "OPSG"
also = ["Operations Group"]

[[party]]
name = "DCC"
title = "Data Communications Company"

[[party]]
name = "SECAS"

[[party]]
name = "CSP N"
also = ["CSPN", "CSP North"]

[[party]]
name = "CSP C&S"
also = ["CSP Central and South"]
)toml";

namespace {

using namespace released;

std::string text_of(const WrittenDate& date) {
  if (date.kind == WrittenDate::Kind::to_be_confirmed) return "TBC";
  return date.date ? iso_date(*date.date) : "N/A";
}

std::string month(std::chrono::year_month value) {
  return fmt::format("{:04}-{:02}", int(value.year()), unsigned(value.month()));
}

struct ValueText {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const WrittenDate& date) const { return text_of(date); }
  std::string operator()(const PartyNames& parties) const {
    return fmt::format("{}", fmt::join(parties.names, " + "));
  }
  std::string operator()(const State& state) const {
    return state.name + (state.closed ? " (closed)" : " (open)");
  }
  std::string operator()(const Score& score) const {
    return score.band.empty() ? std::to_string(score.value)
                              : fmt::format("{} {}", score.value, score.band);
  }
  std::string operator()(const Percentage& value) const {
    return fmt::format("{}.{:02}%", value.hundredths / 100, value.hundredths % 100);
  }
  std::string operator()(const Period& period) const {
    return fmt::format("{} to {}", month(period.first), month(period.last));
  }
  std::string operator()(Rag rag) const {
    return rag == Rag::red ? "red" : rag == Rag::amber ? "amber" : "green";
  }
};

using Places = std::vector<std::pair<SourceSpan, std::string>>;

std::string describe(const Item& item) {
  std::string out = fmt::format("item {}: {}", item.number, item.title);
  if (!item.sponsors.empty()) out += fmt::format(" | {}", fmt::join(item.sponsors, ", "));
  return out + "\n";
}

std::string describe(const Record& record, const Entry& entry) {
  const Item* item = record.item_of(entry);
  std::string out =
      fmt::format("{} {}: {} | {} | {}\n", entry.raises ? "raises" : "entry", entry.register_name,
                  entry.id, entry.title, item ? "item " + item->number : "no item");
  for (const Field& field : entry.fields) {
    const bool inferred = entry.owner_inferred && field.name == "owner";
    out += fmt::format("  {} = {}{}\n", field.name, std::visit(ValueText(), field.value),
                       inferred ? " (before \"to\")" : "");
  }
  return out;
}

std::string describe(const Decision& decision) {
  return fmt::format("{}: {} | {}\n", decision.verb, decision.subject, decision.anchor);
}

}  // namespace

TomlTable toml(std::string_view text) {
  Diagnostics diagnostics;
  auto table = read_toml(text, SourcePath("site.toml"), 1, diagnostics);
  if (!table) throw std::invalid_argument("a test's TOML is broken");
  return *std::move(table);
}

namespace {

SiteConfig make_config() {
  Diagnostics diagnostics;
  auto config = read_site_config(toml(kSiteToml), SourcePath("site.toml"), diagnostics);
  return std::move(config).value();
}

Vocabulary make_vocabulary(const SiteConfig& config) {
  Diagnostics diagnostics;
  auto vocabulary = Vocabulary::make(config, toml(kPartiesToml), {},
                                     {{"OPSG_42", "42_0202"}, {"OPSG 41", "41_2501"}}, diagnostics);
  return std::move(vocabulary).value();
}

}  // namespace

RecordSite::RecordSite() : config(make_config()), vocabulary(make_vocabulary(config)) {}

Fragment fragment_of(std::string_view text, std::uint32_t first_line) {
  Fragment fragment{std::string(text), {}};
  const std::size_t lines = split_lines(text).size();
  for (std::size_t i = 0; i < lines; ++i) {
    fragment.original_lines.push_back(first_line + static_cast<std::uint32_t>(i));
  }
  return fragment;
}

ReadRecord read_minutes(std::string_view text) {
  static const RecordSite site;
  DocumentSource source;
  source.path = SourcePath("minutes.md");
  source.meeting = "2021-01-25-opsg-41";
  source.name = "minutes";
  source.level = "white";
  source.fragments.push_back(fragment_of(text));
  ReadRecord out{std::string(text), {}, {}};
  out.record =
      read_record(cleared(std::move(source)), site.config, site.vocabulary, out.diagnostics);
  return out;
}

std::string summary(const Record& record) {
  Places places;
  for (const Item& item : record.items) places.emplace_back(item.span, describe(item));
  for (const Entry& entry : record.entries) {
    places.emplace_back(entry.span, describe(record, entry));
  }
  for (const Decision& decision : record.decisions) {
    places.emplace_back(decision.span, describe(decision));
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string out;
  for (const auto& [span, line] : places) out += line;
  return out;
}

std::string findings(std::string_view text, Diagnostics diagnostics) {
  const auto lines = split_lines(text);
  DiagnosticContext context;
  context.line_text = [&](const SourcePath&,
                          std::uint32_t line) -> std::optional<std::string_view> {
    if (line == 0 || line > lines.size()) return std::nullopt;
    return lines[line - 1];
  };
  diagnostics.sort();
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    out += format_diagnostic(diagnostic, context);
  }
  return out;
}

std::string findings(const ReadRecord& read) {
  return findings(read.text, read.diagnostics);
}

std::string findings_of_minutes(std::string_view text) {
  return findings(read_minutes(text));
}

}  // namespace opsg::test
