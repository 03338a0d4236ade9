#include "decision_text.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text.h"
#include "text_pattern.h"

namespace opsg::importing {
namespace {

/// The words by which records call the committee, as an alternation.
std::string committee_names(const ImportRules& rules) {
  std::string names = RE2::QuoteMeta(rules.config.committee);
  if (const released::Party* party = rules.vocabulary.find_party(rules.config.committee)) {
    for (const std::string& name : party->also) names += "|" + RE2::QuoteMeta(name);
  }
  return names;
}

std::string verbs(const ImportRules& rules, bool capitals) {
  std::string all;
  for (const std::string& verb : rules.config.decision_verbs) {
    if (!all.empty()) all += "|";
    all += RE2::QuoteMeta(capitals ? ascii_upper(verb) : verb);
  }
  return all.empty() ? "[^\\x00-\\x{10FFFF}]" : all;
}

constexpr std::string_view kAdverbs =
    R"((?:\s+(?:also|further|has|have|had|then|therefore|unanimously|subsequently))*)";

bool is_prose(const RecordBlock& block) {
  return block.kind == RecordBlock::Kind::paragraph || block.kind == RecordBlock::Kind::bullet;
}

void mark_subjects(RecordBlocks& blocks, const DecisionVerbs& decisions, ImportLedger& ledger) {
  std::size_t count = 0;
  TextPlace first;
  for (RecordBlock& block : blocks) {
    if (!is_prose(block) || !decisions.embolden_subjects(block.text)) continue;
    if (count++ == 0) first = block.place;
  }
  if (count == 0) return;
  ledger.findings()
      .warning(
          "import-decisions", ledger.at(first),
          fmt::format("the document marks no decisions; the verbs of {} sentences were made bold",
                      count))
      .with_help("take the bold off those that decide nothing");
}

}  // namespace

DecisionVerbs::DecisionVerbs(const ImportRules& rules)
    : begins_(fmt::format(R"(^(?:The\s+)?(?:{}){}\s+(?:\*\*(?i:{})\b|(?:{})\b))",
                          committee_names(rules), kAdverbs, verbs(rules, false),
                          verbs(rules, true))),
      introduces_(fmt::format(R"((?:^|[.?!]\s)(?:The\s+)?(?:{})(?:\s+members)?\s*:$)",
                              committee_names(rules))),
      bold_(fmt::format(R"(\*\*(?i:{})\b)", verbs(rules, false))),
      capitals_(fmt::format(R"((^|[^*\pL\pN_])({})($|[^\pL\pN_]))", verbs(rules, true))),
      subject_(
          fmt::format(R"(((?:^|[.?!]\s+)(?:The\s+)?(?:{}){}\s+)({})(?:(\s+that)\b|$|[^\pL\pN_]))",
                      committee_names(rules), kAdverbs, verbs(rules, false))),
      names_(fmt::format(R"(\b(?:{})\b)", committee_names(rules))) {}

bool DecisionVerbs::begin(std::string_view text) const {
  return matches(text, begins_);
}

bool DecisionVerbs::introduced_by(std::string_view text) const {
  return matches(text, introduces_);
}

bool DecisionVerbs::marked_in(std::string_view text) const {
  return matches(text, bold_) || matches(text, capitals_);
}

void DecisionVerbs::embolden_capitals(RecordBlock& block) const {
  const bool item = block.kind == RecordBlock::Kind::bullet;
  if (!item && !matches(block.text, names_)) return;
  RE2::GlobalReplace(&block.text, capitals_, R"(\1**\2**\3)");
}

bool DecisionVerbs::embolden_subjects(std::string& text) const {
  std::string out;
  re2::StringPiece rest(text);
  re2::StringPiece verb;
  re2::StringPiece that;
  bool found = false;
  while (RE2::PartialMatch(rest, subject_, nullptr, &verb, &that)) {
    const auto before = static_cast<std::size_t>(verb.data() - rest.data());
    const bool told = !that.empty() && verb == "noted";
    out.append(rest.data(), before);
    out += told ? std::string(verb) : "**" + std::string(verb) + "**";
    found |= !told;
    rest.remove_prefix(before + verb.size());
  }
  text = out.append(rest.data(), rest.size());
  return found;
}

void mark_decisions(RecordBlocks& blocks, const ImportRules& rules, ImportLedger& ledger) {
  const DecisionVerbs decisions(rules);
  const bool marked = std::any_of(blocks.begin(), blocks.end(), [&](const RecordBlock& block) {
    return is_prose(block) && decisions.marked_in(block.text);
  });
  if (!marked) return mark_subjects(blocks, decisions, ledger);
  for (RecordBlock& block : blocks) {
    if (is_prose(block)) decisions.embolden_capitals(block);
  }
}

}  // namespace opsg::importing
