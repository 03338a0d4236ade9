#include "decision_verbs.h"

#include <fmt/format.h>

#include "text.h"
#include "text_pattern.h"

namespace opsg::importing {
namespace {

std::string verbs(const released::SiteConfig& config, bool capitals) {
  std::string all;
  for (const std::string& verb : config.decision_verbs) {
    if (!all.empty()) all += "|";
    all += RE2::QuoteMeta(capitals ? ascii_upper(verb) : verb);
  }
  return all.empty() ? "[^\\x00-\\x{10FFFF}]" : all;
}

constexpr std::string_view kAdverbs =
    R"((?:\s+(?:also|further|has|have|had|then|therefore|unanimously|subsequently))*)";

}  // namespace

DecisionVerbs::DecisionVerbs(const released::SiteConfig& config,
                             const released::Vocabulary& vocabulary)
    : begins_(fmt::format(R"(^(?:The\s+)?(?:{}){}\s+(?:\*\*(?i:{})\b|(?:{})\b))",
                          committee_names(config, vocabulary), kAdverbs, verbs(config, false),
                          verbs(config, true))),
      introduces_(fmt::format(R"((?:^|[.?!]\s)(?:The\s+)?(?:{})(?:\s+members)?\s*:$)",
                              committee_names(config, vocabulary))),
      bold_(fmt::format(R"(\*\*(?i:{})\b)", verbs(config, false))),
      capitals_(fmt::format(R"((^|[^*\pL\pN_])({})($|[^\pL\pN_]))", verbs(config, true))),
      subject_(
          fmt::format(R"(((?:^|[.?!]\s+)(?:The\s+)?(?:{}){}\s+)({})(?:(\s+that)\b|$|[^\pL\pN_]))",
                      committee_names(config, vocabulary), kAdverbs, verbs(config, false))),
      names_(fmt::format(R"(\b(?:{})\b)", committee_names(config, vocabulary))) {}

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

}  // namespace opsg::importing
