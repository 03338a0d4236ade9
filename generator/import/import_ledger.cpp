#include "import_ledger.h"

#include <algorithm>
#include <utility>

#include "canonical_words.h"

namespace opsg::importing {

void ImportLedger::drop(std::string_view rule, std::string_view text, TextPlace place) {
  const std::size_t words = canonical_words(text).size();
  if (words == 0) return;
  dropped_.push_back({std::string(rule), std::string(text), words, place.page, place.line});
}

void ImportLedger::leave_unresolved(std::string_view text, TextPlace place) {
  unresolved_.push_back({std::string(text), place.page, place.line});
  findings_.warning("import-unresolved", at(place), "no rule says what this text is")
      .with_help("it stands at the end of the record: move it to where it belongs");
}

void ImportLedger::rewrite(std::string_view rule, std::string_view source, std::string_view written,
                           TextPlace place) {
  std::vector<std::string> before = canonical_words(source);
  std::vector<std::string> after = canonical_words(written);
  std::sort(before.begin(), before.end());
  std::sort(after.begin(), after.end());
  if (before == after) return;
  drop(rule, source, place);
  write_own(written);
}

SourceSpan ImportLedger::at(TextPlace place) const {
  return {file_, static_cast<std::uint32_t>(place.line), place.line > 0 ? 1U : 0U, 0};
}

Diagnostics ImportLedger::take_findings() {
  findings_.sort();
  return std::exchange(findings_, {});
}

}  // namespace opsg::importing
