#include "source_markings.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "said_levels.h"
#include "text.h"

namespace opsg::importing {
namespace {

class MarkingJudge {
 public:
  MarkingJudge(const Policy& policy, const Banner& banner, ImportLedger& ledger)
      : policy_(policy), label_(level_of(banner)), ledger_(ledger), pattern_(pattern(policy)) {}

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
    if (!opens) ledger_.keep_marking(fmt::format("({})", name));
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
