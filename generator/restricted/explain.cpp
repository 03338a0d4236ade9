#include "explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <tuple>
#include <utility>

#include "admission.h"
#include "label.h"
#include "toml_walk.h"

namespace opsg::restricted {
namespace {

struct Rule {
  std::string_view subject;
  std::string_view name;
  std::string_view reason;
};

Rule rule_of(const Portion& portion) {
  constexpr std::string_view kBlock = "a marking at the start of a block covers the block";
  switch (portion.kind) {
    case PortionKind::document:
      return {"document", "document-label",
              "the front matter labels every portion that has no marking of its own"};
    case PortionKind::section:
      return {"section", "section-marking",
              "a marking at the end of a heading covers the section with its subsections"};
    case PortionKind::paragraph:
      return {"paragraph", "block-marking", kBlock};
    case PortionKind::list_item:
      return {"list item", "block-marking", kBlock};
    case PortionKind::block_quote:
      return {"quote", "block-marking", kBlock};
    case PortionKind::table:
      return {"table", "row-marking", "a marking in a table's header row covers the table"};
    case PortionKind::table_row:
      return {"table row", "row-marking", "a marking in a row's first cell covers the row"};
    case PortionKind::span:
      break;
  }
  return {"span", "span-marking", "a marking in square brackets covers what they hold"};
}

/// Asks the gate's own rules for each audience in turn.
class Explainer {
 public:
  Explainer(const LabelledSite& site, GateTime time) : site_(site) {
    for (const Audience& audience : site.policy.audiences) {
      admissions_.emplace_back(audience.name, Admission(site, audience.clearance, time));
    }
  }

  std::vector<GateDecision> explain() {
    for (const LabelledMeeting& meeting : site_.meetings) explain_meeting(meeting);
    for (const LabelledDocument& document : site_.documents) explain_document(document);
    for (const LabelledAttachment& attachment : site_.attachments) explain_attachment(attachment);
    explain_public(site_.site, site_.site_path);
    explain_public(site_.glossary, SourcePath("content/glossary.toml"));
    explain_public(site_.parties, SourcePath("content/parties.toml"));
    std::stable_sort(
        decisions_.begin(), decisions_.end(), [](const GateDecision& a, const GateDecision& b) {
          return std::tie(a.place.path, a.first_line) < std::tie(b.place.path, b.first_line);
        });
    return std::move(decisions_);
  }

 private:
  using Test = std::function<bool(const Admission&)>;

  void add(const Rule& rule, std::string subject, const SourceSpan& place, std::uint32_t first_line,
           std::uint32_t last_line, Level level, const Test& is_shown) {
    std::vector<std::string> audiences;
    for (const auto& [name, admission] : admissions_) {
      if (is_shown(admission)) audiences.push_back(name);
    }
    decisions_.push_back({std::move(subject), place, first_line, last_line,
                          site_.policy[level].name, std::string(rule.name),
                          std::string(rule.reason), std::move(audiences)});
  }

  void explain_public(const TomlTable& table, const SourcePath& path) {
    if (table.empty()) return;
    add({{}, "public-file", "settings, glossary and parties are public"}, "file", SourceSpan{path},
        0, 0, Level{}, [](const Admission&) { return true; });
    explain_table(table, Level{}, {site_.policy, site_.rules},
                  [](const Admission&) { return true; });
  }

  void explain_meeting(const LabelledMeeting& meeting) {
    const Test is_shown = [&](const Admission& audience) { return audience.admits(meeting); };
    add({{}, "meeting-label", "a meeting's label covers its folder"}, "meeting", meeting.label_span,
        0, 0, meeting.label, is_shown);
    explain_table(meeting.facts, meeting.label, {site_.policy, site_.rules, true}, is_shown);
  }

  void explain_table(const TomlTable& table, Level level, const TomlScope& scope,
                     const Test& file_is_shown) {
    walk_values(table, level, scope, [&](const LevelledValue& at) {
      const Test is_shown = [&](const Admission& audience) {
        return file_is_shown(audience) && audience.clearance().admits(at.level);
      };
      const TomlTable* labelled = at.value.table();
      const TomlValue* label = labelled ? labelled->find(kLabelKey) : nullptr;
      const std::uint32_t line = at.value.span().line;
      if (label) {
        add({{}, "table-label", "a table's label covers its subtables and arrays"},
            fmt::format("table `{}`", at.key.name), label->span(), line,
            std::max(line, label->span().line), at.level, is_shown);
      } else if (is_personal(at.key.name, scope)) {
        add({{}, "personal-name", "people's names have a level of their own"},
            fmt::format("personal `{}`", at.key.name), at.value.span(), line, line, at.level,
            is_shown);
      }
    });
  }

  void explain_document(const LabelledDocument& document) {
    explain_state(document);
    for (const Portion& portion : document.portions.portions) explain_portion(document, portion);
  }

  void explain_state(const LabelledDocument& document) {
    const auto state = [&](const Rule& rule, const char* key, const Test& is_shown) {
      const TomlValue* value = document.front_matter.find(key);
      const SourceSpan place = value ? value->span() : document.label_span;
      add(rule, "document", place, 0, 0, document.label, is_shown);
    };
    if (document.draft) {
      state({{}, "draft", "a draft is for those audiences to whom the policy gives drafts"},
            "status", [&](const Admission& audience) { return audience.admits(document); });
    }
    if (document.embargo) {
      const std::string reason = fmt::format(
          "withheld before {}, but for audiences to whom the policy gives "
          "embargoed documents",
          iso_date_time(*document.embargo));
      state({{}, "embargo", reason}, "embargo",
            [&](const Admission& audience) { return audience.admits(document); });
    }
  }

  void explain_portion(const LabelledDocument& document, const Portion& portion) {
    const Rule rule = rule_of(portion);
    const bool whole = portion.kind == PortionKind::document;
    add(rule, (portion.extract ? "extract: " : "") + std::string(rule.subject), portion.marking,
        whole ? 0 : portion.first_line, whole ? 0 : portion.last_line, portion.level,
        [&](const Admission& audience) { return shows(audience, document, portion); });
  }

  static bool shows(const Admission& audience, const LabelledDocument& document,
                    const Portion& portion) {
    if (!audience.admits_portions(document)) return false;
    const bool document_allows = portion.extract || audience.admits_label(document);
    return document_allows && audience.clearance().admits(portion.level);
  }

  void explain_attachment(const LabelledAttachment& attachment) {
    add({{}, "attachment-label", "an attachment has the label that meeting.toml lists it with"},
        fmt::format("attachment `{}`", attachment.file), attachment.label_span,
        attachment.label_span.line, attachment.label_span.line, attachment.label,
        [&](const Admission& audience) { return audience.admits(attachment); });
  }

  const LabelledSite& site_;
  std::vector<std::pair<std::string, Admission>> admissions_;
  std::vector<GateDecision> decisions_;
};

bool is_covered(const GateDecision& decision, const ExplainFilter& filter) {
  if (decision.place.path.view() != filter.path) return false;
  const bool whole_file = decision.first_line == 0;
  return filter.line == 0 || whole_file ||
         (decision.first_line <= filter.line && filter.line <= decision.last_line);
}

std::string lines_of(const GateDecision& decision) {
  if (decision.first_line == 0) return std::string();
  if (decision.first_line == decision.last_line)
    return fmt::format(", line {}", decision.first_line);
  return fmt::format(", lines {} to {}", decision.first_line, decision.last_line);
}

std::string place_of_decision(const SourceSpan& place) {
  if (place.line == 0) return std::string(place.path.view());
  return fmt::format("{}:{}:{}", place.path.view(), place.line, place.column);
}

}  // namespace

ExplainFilter parse_explain_filter(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return {std::string(text), 0};
  const std::string_view digits = text.substr(colon + 1);
  std::uint32_t line = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), line);
  const bool is_line = error == std::errc() && end == digits.data() + digits.size();
  return is_line ? ExplainFilter{std::string(text.substr(0, colon)), line}
                 : ExplainFilter{std::string(text), 0};
}

std::vector<GateDecision> explain(const LabelledSite& site, GateTime time,
                                  const std::optional<ExplainFilter>& filter) {
  std::vector<GateDecision> decisions = Explainer(site, time).explain();
  if (filter) {
    std::erase_if(decisions,
                  [&](const GateDecision& decision) { return !is_covered(decision, *filter); });
  }
  return decisions;
}

std::string format_decisions(const std::vector<GateDecision>& decisions) {
  std::string out;
  for (const GateDecision& decision : decisions) {
    const std::string shown = decision.audiences.empty()
                                  ? "nobody"
                                  : fmt::format("{}", fmt::join(decision.audiences, ", "));
    out += fmt::format("{}: {}{}: {}\n  rule: {} ({})\n  shown to: {}\n\n",
                       place_of_decision(decision.place), decision.subject, lines_of(decision),
                       decision.level, decision.rule, decision.reason, shown);
  }
  return out;
}

}  // namespace opsg::restricted
