#include "import_ledger.h"

#include <cstddef>
#include <map>
#include <utility>

#include "canonical_words.h"

namespace opsg::importing {
namespace {

/// The words that `all` has more often than `others`, in their order, as a text.
std::string difference(const std::vector<std::string>& all,
                       const std::vector<std::string>& others) {
  std::map<std::string_view, std::size_t> counts;
  for (const std::string& word : others) ++counts[word];
  std::string text;
  for (const std::string& word : all) {
    auto& count = counts[word];
    if (count > 0) {
      --count;
    } else {
      text += word + " ";
    }
  }
  return text;
}

}  // namespace

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
  const std::vector<std::string> before = canonical_words(source);
  const std::vector<std::string> after = canonical_words(written);
  drop(rule, difference(before, after), place);
  write_own(difference(after, before));
}

SourceSpan ImportLedger::at(TextPlace place) const {
  return {file_, static_cast<std::uint32_t>(place.line), place.line > 0 ? 1U : 0U, 0};
}

Diagnostics ImportLedger::take_findings() {
  findings_.sort();
  return std::exchange(findings_, {});
}

}  // namespace opsg::importing
