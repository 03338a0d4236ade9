#include "handling.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "portion_lookup.h"

namespace opsg::restricted {
namespace {

using Found = HandlingStatements::Found;

bool contains(const std::vector<Level>& levels, Level level) {
  return std::find(levels.begin(), levels.end(), level) != levels.end();
}

class HandlingChecker {
 public:
  HandlingChecker(const PortionMap& map, const HandlingStatements& statements, const Policy& policy,
                  Diagnostics& diagnostics)
      : map_(map), statements_(statements), policy_(policy), diagnostics_(diagnostics) {}

  void check_front_matter(const TomlValue& handling) {
    const std::vector<SourceWord> words = source_words(*handling.string());
    const std::vector<Found> found = statements_.find(words);
    bool stated = false;
    for (const Found& statement : found) {
      if (!contains(statement.levels, label())) {
        return report_mismatch(handling.span(), statement, map_.portions.front());
      }
      stated = stated || statement.claim || !statements_.is_denied(statement, words);
    }
    if (!stated) check_unknown(handling, words);
  }

  void check_text(std::span<const SourceWord> words) {
    for (const Found& statement : statements_.find(words)) {
      const SourceWord& first = words[statement.first_word];
      const auto portions = portions_at(map_, first.line, first.column);
      if (fits(statement, portions)) continue;
      const auto matched = words.subspan(statement.first_word, statement.word_count);
      report_mismatch(span_of_words(matched, map_.body.path), statement, *portions.back());
    }
  }

  bool consistent() const { return consistent_; }

 private:
  Level label() const { return map_.portions.front().level; }

  /// Never the statement of a closed document in its open extract.
  static bool fits(const Found& statement, const std::vector<const Portion*>& portions) {
    const Level own = portions.back()->level;
    return std::any_of(portions.begin(), portions.end(), [&](const Portion* portion) {
      return portion->level <= own && contains(statement.levels, portion->level);
    });
  }

  void report_mismatch(const SourceSpan& span, const Found& statement, const Portion& portion) {
    consistent_ = false;
    const bool document = portion.kind == PortionKind::document;
    const std::string& own = policy_[portion.level].name;
    const std::string& other = policy_[statement.levels.front()].name;
    const std::string contradiction = statement.claim
                                          ? fmt::format("the text says that it is {}", other)
                                          : fmt::format("its handling statement is {}'s", other);
    Diagnostic& found = diagnostics_.error(
        "handling-mismatch", span,
        fmt::format("{} {}, but {}", document ? "labelled" : "marked", own, contradiction));
    note_statement(found, portion.level);
    found.with_help(fmt::format("{} it {}, or correct the {}", document ? "label" : "mark", other,
                                statement.claim ? "text" : "statement"));
  }

  void note_statement(Diagnostic& found, Level level) const {
    const PolicyLevel& own = policy_[level];
    if (!own.handling.empty()) {
      found.note(fmt::format("{}'s statement is \"{}\"", own.name, own.handling));
    }
  }

  void check_unknown(const TomlValue& handling, std::span<const SourceWord> words) {
    const std::vector<Level> nearest = statements_.nearest_levels(words);
    if (contains(nearest, label())) return report_unknown(handling, Severity::warning);
    if (!nearest.empty()) {
      return report_mismatch(handling.span(), {nearest, 0, words.size(), false},
                             map_.portions.front());
    }
    // A level without a statement of its own can be handled by any that is no other level's.
    if (!policy_[label()].handling.empty()) report_unknown(handling, Severity::error);
  }

  void report_unknown(const TomlValue& handling, Severity severity) {
    const PolicyLevel& own = policy_[label()];
    const bool near = severity == Severity::warning;
    const std::string message =
        near ? fmt::format("the handling statement differs from {}'s", own.name)
             : fmt::format("labelled {}, but its handling statement is no level's", own.name);
    Diagnostic& found = near ? diagnostics_.warning("handling-unknown", handling.span(), message)
                             : diagnostics_.error("handling-unknown", handling.span(), message);
    note_statement(found, label());
    found.with_help("write the statement as the policy has it, or leave `handling` out");
    consistent_ = consistent_ && near;
  }

  const PortionMap& map_;
  const HandlingStatements& statements_;
  const Policy& policy_;
  Diagnostics& diagnostics_;
  bool consistent_ = true;
};

}  // namespace

bool check_handling(const TomlTable& front_matter, const PortionMap& map,
                    std::span<const SourceWord> words, const HandlingStatements& statements,
                    const Policy& policy, Diagnostics& diagnostics) {
  HandlingChecker checker(map, statements, policy, diagnostics);
  const TomlValue* handling = front_matter.find("handling");
  if (handling && handling->string()) checker.check_front_matter(*handling);
  checker.check_text(words);
  return checker.consistent();
}

}  // namespace opsg::restricted
