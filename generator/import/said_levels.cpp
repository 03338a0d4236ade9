#include "said_levels.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "canonical_words.h"
#include "foreign_levels.h"
#include "line_shapes.h"
#include "text.h"
#include "word_list.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kMostBannerWords = 8;
constexpr std::size_t kMostSaid = 20;
constexpr std::size_t kLongestSaid = 120;

/// Those by which whole texts are left out, not parts of what is written otherwise.
constexpr std::array<std::string_view, 6> kTellingRules = {
    "page-furniture", "repeated-banner",     "title",
    "table-head",     "repeated-table-head", "attendance-label"};

/// Words as patterns: any white space between them.
std::string pattern_of(std::string_view name) {
  std::string pattern = RE2::QuoteMeta(std::string(name));
  RE2::GlobalReplace(&pattern, R"((?:\\ )+)", R"(\\s+)");
  return pattern;
}

/// All names, in capitals, of levels more closed than `label` and of other schemes.
std::string names_pattern(Level label, const Policy& policy) {
  std::string names;
  const auto add = [&](std::string_view name) {
    names += (names.empty() ? "" : "|") + pattern_of(name);
  };
  for (const std::string& name : policy.all_names()) {
    const auto level = policy.find_level(name);
    if (level && *level > label) add(ascii_upper(name));
  }
  if (label < policy.most_closed()) {
    for (const std::string_view name : kForeignLevels) add(name);
  }
  return names;
}

class SaidLevelFinder {
 public:
  SaidLevelFinder(Level label, const Policy& policy) {
    const std::string names = names_pattern(label, policy);
    if (!names.empty()) {
      pattern_ =
          std::make_unique<RE2>(fmt::format(R"((?:^|[^A-Za-z0-9])({})(?:$|[^A-Za-z0-9]))", names));
    }
  }

  /// The name that the text has, in this very case; empty where it has none.
  std::string find_exactly(std::string_view text) const {
    std::string name;
    if (pattern_) RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *pattern_, &name);
    return name;
  }

  /// The same in any case, where the text is short.
  std::string find(std::string_view text) const {
    const bool is_short = canonical_words(text).size() <= kMostBannerWords;
    return is_short ? find_exactly(ascii_upper(text)) : find_exactly(text);
  }

  void add(std::string_view text) {
    std::string said = collapse_space(without_emphasis(printable(text)));
    std::string name = find(said);
    if (name.empty() || said_.size() == kMostSaid) return;
    if (said.size() > kLongestSaid) said = std::move(name);
    if (std::find(said_.begin(), said_.end(), said) == said_.end()) said_.push_back(said);
  }

  std::vector<std::string> take() { return std::move(said_); }

 private:
  std::unique_ptr<RE2> pattern_;  ///< Null where no level is more closed.
  std::vector<std::string> said_;
};

}  // namespace

Level level_of(const Banner& banner) {
  if (banner.claim && banner.statement_level)
    return std::min(*banner.claim, *banner.statement_level);
  return banner.claim.value_or(banner.statement_level.value_or(Level{}));
}

bool names_more_closed(std::string_view text, Level label, const Policy& policy) {
  return !SaidLevelFinder(label, policy).find(text).empty();
}

bool marks_more_closed(std::string_view text, Level label, const Policy& policy) {
  return !SaidLevelFinder(label, policy).find_exactly(text).empty();
}

std::vector<std::string> find_said_levels(const DocumentText& document, const Banner& banner,
                                          const Policy& policy, const ImportLedger& ledger) {
  SaidLevelFinder finder(level_of(banner), policy);
  for (const DroppedText& drop : ledger.dropped()) {
    if (is_one_of(drop.rule, kTellingRules)) finder.add(drop.text);
  }
  for (const UnresolvedText& text : ledger.unresolved()) finder.add(text.text);
  for (const std::string& marking : ledger.markings()) finder.add(marking);
  for (const std::string& aside : document.asides) finder.add(aside);
  finder.add(document.file);
  return finder.take();
}

}  // namespace opsg::importing
