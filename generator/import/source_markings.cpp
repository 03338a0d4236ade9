#include "source_markings.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "text.h"

namespace opsg::importing {
namespace {

/// The most open level that the banner may mean; the most open of all where it says nothing.
Level banner_level(const Banner& banner) {
  if (banner.claim && banner.statement_level)
    return std::min(*banner.claim, *banner.statement_level);
  return banner.claim.value_or(banner.statement_level.value_or(Level{}));
}

class MarkingJudge {
 public:
  MarkingJudge(const Policy& policy, const Banner& banner, ImportLedger& ledger)
      : policy_(policy), label_(banner_level(banner)), ledger_(ledger), pattern_(pattern(policy)) {}

  void judge(std::string& text, TextPlace place) const {
    std::string out;
    re2::StringPiece rest(text);
    re2::StringPiece bracket;
    re2::StringPiece name;
    while (RE2::PartialMatch(rest, pattern_, &bracket, &name)) {
      const auto before = static_cast<std::size_t>(bracket.data() - rest.data());
      const auto length = static_cast<std::size_t>(name.data() + name.size() - bracket.data());
      out.append(rest.data(), before);
      out += mark_for({name.data(), name.size()}, place);
      out.append(bracket.data(), length);
      rest.remove_prefix(before + length);
    }
    text = out.append(rest.data(), rest.size());
  }

 private:
  static std::string pattern(const Policy& policy) {
    std::string names;
    for (const std::string& name : policy.all_names()) {
      names += (names.empty() ? "" : "|") + RE2::QuoteMeta(ascii_upper(name));
    }
    return fmt::format(R"(([(\[])\s*({})\s*[)\]:])", names);
  }

  char mark_for(std::string_view name, TextPlace place) const {
    const std::optional<Level> level = policy_.find_level(name);
    const bool opens = level && *level <= label_;
    auto& finding =
        ledger_.findings().warning("import-marking", ledger_.at(place),
                                   fmt::format("`{}` in a bracket reads as a marking", name));
    finding.with_help(opens ? "it was made plain text: the record's label covers it"
                            : "it stays one: see that it covers what it should, or write a "
                              "backslash before the bracket");
    return opens ? kEscapedBracket : kPlainBracket;
  }

  const Policy& policy_;
  Level label_;
  ImportLedger& ledger_;
  RE2 pattern_;
};

}  // namespace

void judge_source_markings(RecordBlocks& blocks, const Policy& policy, const Banner& banner,
                           ImportLedger& ledger) {
  const MarkingJudge judge(policy, banner, ledger);
  for (RecordBlock& block : blocks) {
    judge.judge(block.text, block.place);
    for (auto& row : block.rows) {
      for (std::string& cell : row) judge.judge(cell, block.place);
    }
  }
}

}  // namespace opsg::importing
