#include "said_levels.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "level_finder.h"
#include "line_shapes.h"
#include "lone_levels.h"
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

std::string one_line(std::string_view text) {
  return collapse_space(without_emphasis(printable(text)));
}

/// Collects what is said, each once: page numbers make no difference.
class SaidList {
 public:
  SaidList(Level label, const ImportRules& rules) : finder_(label, rules), policy_(rules.policy) {}

  const LevelFinder& finder() const { return finder_; }

  void add(std::string_view text, const NamedLevels& levels) {
    if (levels.empty()) return;
    std::string said = one_line(text);
    if (said.size() > kLongestSaid || finder_.names_party_in(said)) said = names_of(levels);
    std::string masked = said;
    RE2::GlobalReplace(&masked, R"(\d+)", "#");
    bool is_new = said_.size() < kMostSaid && seen_.insert(masked).second;
    for (const NamedLevel& level : levels) is_new |= names_.insert(ascii_upper(level.name)).second;
    if (is_new) said_.push_back(with_level(std::move(said), levels));
  }

  void add_level(std::string_view what, Level level) {
    const std::string& name = policy_[level].name;
    const std::string text = fmt::format("{} ({})", what, name);
    add(text, {{name, name, level, {}, false, false}});
  }

  void add_any(std::string_view text) { add(text, finder_.find_nearly(one_line(text))); }

  std::vector<std::string> take() { return std::move(said_); }

 private:
  static std::string names_of(const NamedLevels& levels) {
    std::vector<std::string> names;
    for (const NamedLevel& level : levels) names.push_back(level.written);
    return fmt::format("{}", fmt::join(names, ", "));
  }

  /// A level that was spelt otherwise is named as the policy has it.
  std::string with_level(std::string said, const NamedLevels& levels) const {
    std::optional<Level> spelt_otherwise;
    for (const NamedLevel& level : levels) {
      if (!level.is_plain())
        spelt_otherwise = std::max(level.level, spelt_otherwise.value_or(Level{}));
    }
    if (!spelt_otherwise) return said;
    return fmt::format("{} ({})", said, policy_[*spelt_otherwise].name);
  }

  LevelFinder finder_;
  const Policy& policy_;
  std::set<std::string> seen_;
  std::set<std::string> names_;
  std::vector<std::string> said_;
};

/// A statement belongs to a level without naming it, and a claim may name none of the policy's, or
/// not as the policy does.
void add_banner(const Banner& banner, Level label, const Policy& policy, SaidList& said) {
  if (banner.claims_unknown) said.add_level("a level that the policy lacks", policy.most_closed());
  const bool spelt_otherwise = banner.claim && !policy.find_level(banner.claim_name);
  if (banner.claim && (*banner.claim > label || spelt_otherwise)) {
    said.add_level("its banner", *banner.claim);
  }
  for (const NamedLevel& level : said.finder().find_nearly(banner.text)) {
    if (!level.is_plain() && !banner.claim) said.add_level("its banner", level.level);
  }
  const Level told = banner.claim ? label : Level{};
  if (banner.statement_level && *banner.statement_level > told) {
    said.add_level("a handling statement", *banner.statement_level);
  }
}

}  // namespace

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
                                          const ImportRules& rules, const ImportLedger& ledger) {
  const Level label = level_of(banner);
  SaidList said(label, rules);
  add_banner(banner, label, rules.policy, said);
  said.add(document.file, said.finder().find_in_file_name(one_line(document.file)));
  for (const std::string& marking : ledger.markings()) said.add_any(marking);
  for (const std::string& aside : document.asides) said.add_any(aside);
  for (const DroppedText& drop : ledger.dropped()) {
    if (is_one_of(drop.rule, kTellingRules)) said.add_any(drop.text);
  }
  for (const UnresolvedText& text : ledger.unresolved()) {
    said.add(text.text, said.finder().find_in_prose(one_line(text.text)));
  }
  for (const NamedLevel& level : find_lone_levels(document, said.finder())) {
    said.add(level.written, {level});
  }
  return said.take();
}

}  // namespace opsg::importing
