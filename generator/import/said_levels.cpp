#include "said_levels.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "foreign_levels.h"
#include "line_shapes.h"
#include "text.h"
#include "word_list.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kMostSaid = 20;
constexpr std::size_t kLongestSaid = 120;

/// Those by which whole texts are left out, not parts of what is written otherwise.
constexpr std::array<std::string_view, 6> kTellingRules = {
    "page-furniture", "repeated-banner",     "title",
    "table-head",     "repeated-table-head", "attendance-label"};

/// "IN CONFIDENCE" is "In-Confidence" too.
std::string pattern_of(std::string_view name) {
  std::string pattern;
  for (const char c : name) {
    const bool joint = c == ' ' || c == '-' || c == '_' || c == ':';
    pattern += joint ? R"([\s_:-]*)" : RE2::QuoteMeta(std::string(1, c));
  }
  return pattern;
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_in_capitals(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string_view last_word(std::string_view text) {
  return text.substr(text.rfind(' ') == std::string_view::npos ? 0 : text.rfind(' ') + 1);
}

/// Whether "Green" is a part of a name of two words: "Peter Green", "Green Lane".
bool is_part_of_name(std::string_view before, std::string_view behind) {
  const bool follows = before.ends_with(' ') && before.size() > 1 &&
                       is_capital(last_word(before.substr(0, before.size() - 1)).front());
  const bool goes_on = behind.size() > 1 && behind[0] == ' ' && is_capital(behind[1]);
  return follows || goes_on;
}

/// Calls found(name, before, behind) for each name in the text.
template <class Found>
void for_each_name(const RE2& pattern, std::string_view text, Found found) {
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece name;
  while (RE2::PartialMatch(rest, pattern, &name)) {
    const auto begin = static_cast<std::size_t>(name.data() - text.data());
    found(text.substr(begin, name.size()), text.substr(0, begin), text.substr(begin + name.size()));
    rest = re2::StringPiece(text.data() + begin + name.size(), text.size() - begin - name.size());
  }
}

std::string one_line(std::string_view text) {
  return collapse_space(without_emphasis(printable(text)));
}

/// Collects what is said, each once: page numbers make no difference.
class SaidList {
 public:
  SaidList(Level label, const Policy& policy) : levels_(label, policy), policy_(policy) {}

  const SaidLevels& levels() const { return levels_; }

  void add(std::string_view text, const std::vector<std::string>& names) {
    if (names.empty()) return;
    std::string said = one_line(text);
    if (said.size() > kLongestSaid) said = fmt::format("{}", fmt::join(names, ", "));
    std::string masked = said;
    RE2::GlobalReplace(&masked, R"(\d+)", "#");
    bool is_new = said_.size() < kMostSaid && seen_.insert(masked).second;
    for (const std::string& name : names) is_new |= names_.insert(ascii_upper(name)).second;
    if (is_new) said_.push_back(with_levels(std::move(said), names));
  }

  void add_any(std::string_view text) { add(text, levels_.find(one_line(text))); }

  std::vector<std::string> take() { return std::move(said_); }

 private:
  /// A level that was spelt otherwise is named as the policy has it.
  std::string with_levels(std::string said, const std::vector<std::string>& names) const {
    for (const std::string& name : names) {
      if (policy_.find_level(name) || is_one_of(ascii_upper(name), kForeignLevels)) continue;
      const Level level = level_meant(name, policy_).value_or(policy_.most_closed());
      return fmt::format("{} ({})", said, policy_[level].name);
    }
    return said;
  }

  SaidLevels levels_;
  const Policy& policy_;
  std::set<std::string> seen_;
  std::set<std::string> names_;
  std::vector<std::string> said_;
};

/// A statement belongs to a level without naming it, and a claim may name none of the policy's, or
/// not as the policy does.
void add_banner(const Banner& banner, Level label, const Policy& policy, SaidList& said) {
  const auto add = [&](std::string_view what, Level level) {
    const std::string& name = policy[level].name;
    said.add(fmt::format("{} ({})", what, name), {name});
  };
  if (banner.claims_unknown) add("a level that the policy lacks", policy.most_closed());
  const bool spelt_otherwise = banner.claim && !policy.find_level(banner.claim_name);
  if (banner.claim && (*banner.claim > label || spelt_otherwise)) add("its banner", *banner.claim);
  const Level told = banner.claim ? label : Level{};
  if (banner.statement_level && *banner.statement_level > told) {
    add("a handling statement", *banner.statement_level);
  }
}

}  // namespace

SaidLevels::SaidLevels(Level label, const Policy& policy) {
  std::string names;
  const auto add = [&](std::string_view name) {
    names += (names.empty() ? "" : "|") + pattern_of(name);
  };
  for (const std::string& name : policy.all_names()) {
    const auto level = policy.find_level(name);
    if (!level || *level <= label) continue;
    add(name);
    if (const auto colon = name.find(':'); colon != std::string::npos) add(name.substr(colon + 1));
  }
  if (label < policy.most_closed()) {
    for (const std::string_view name : kForeignLevels) add(name);
  }
  if (names.empty()) return;
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_longest_match(true);
  any_case_ =
      std::make_unique<RE2>(fmt::format(R"((?:^|[^\pL\pN])({})(?:$|[^\pL\pN]))", names), options);
}

SaidLevels::~SaidLevels() = default;

std::vector<std::string> SaidLevels::find(std::string_view text) const {
  std::vector<std::string> found;
  if (!any_case_) return found;
  for_each_name(*any_case_, text,
                [&](std::string_view name, auto, auto) { found.emplace_back(name); });
  return found;
}

std::vector<std::string> SaidLevels::find_in_prose(std::string_view text) const {
  std::vector<std::string> found;
  if (!any_case_) return found;
  for_each_name(*any_case_, text, [&](std::string_view name, auto before, auto behind) {
    const bool meant =
        is_in_capitals(name) || (is_capital(name.front()) && !is_part_of_name(before, behind));
    if (meant) found.emplace_back(name);
  });
  return found;
}

bool SaidLevels::are_marked_in(std::string_view text) const {
  const std::vector<std::string> names = find(text);
  return std::any_of(names.begin(), names.end(),
                     [](const std::string& name) { return is_in_capitals(name); });
}

std::optional<Level> level_meant(std::string_view name, const Policy& policy) {
  if (const auto level = policy.find_level(name)) return level;
  if (slugify(name).empty()) return std::nullopt;
  for (const std::string& known : policy.all_names()) {
    const std::string short_name = known.substr(known.rfind(':') + 1);
    for (const std::string& each : {known, short_name}) {
      if (slugify(each) == slugify(name)) return policy.find_level(known);
    }
  }
  return std::nullopt;
}

Level level_of(const Banner& banner) {
  if (banner.claim && banner.statement_level)
    return std::min(*banner.claim, *banner.statement_level);
  return banner.claim.value_or(banner.statement_level.value_or(Level{}));
}

std::vector<std::string> find_said_levels(const DocumentText& document, const Banner& banner,
                                          const Policy& policy, const ImportLedger& ledger) {
  const Level label = level_of(banner);
  SaidList said(label, policy);
  add_banner(banner, label, policy, said);
  said.add_any(document.file);
  for (const std::string& marking : ledger.markings()) said.add_any(marking);
  for (const std::string& aside : document.asides) said.add_any(aside);
  for (const DroppedText& drop : ledger.dropped()) {
    if (is_one_of(drop.rule, kTellingRules)) said.add_any(drop.text);
  }
  for (const UnresolvedText& text : ledger.unresolved()) {
    said.add(text.text, said.levels().find_in_prose(one_line(text.text)));
  }
  return said.take();
}

}  // namespace opsg::importing
