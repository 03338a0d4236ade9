#include "word_account.h"

#include <cstdlib>
#include <map>

#include "canonical_words.h"

namespace opsg::importing {
namespace {

/// How often each word occurs, and what balances it.
class WordBalance {
 public:
  /// Returns the number of words.
  std::size_t add(std::string_view text, int sign) {
    const std::vector<std::string> words = canonical_words(text);
    for (const std::string& word : words) balance_[word] += sign;
    return words.size();
  }

  /// The words with a balance of that sign, as often as they are left over.
  std::vector<std::string> left_over(int sign) const {
    std::vector<std::string> words;
    for (const auto& [word, count] : balance_) {
      if (count * sign > 0)
        words.insert(words.end(), static_cast<std::size_t>(std::abs(count)), word);
    }
    return words;
  }

 private:
  std::map<std::string, int> balance_;
};

}  // namespace

WordAccount account_words(const DocumentText& document, std::span<const std::string> files,
                          std::span<const DroppedText> dropped,
                          std::span<const UnresolvedText> unresolved, std::string_view own) {
  WordAccount account;
  WordBalance balance;
  for (const DocumentLine& line : document.lines) account.source += balance.add(line.text, 1);
  for (const DroppedText& drop : dropped) account.dropped += balance.add(drop.text, -1);
  std::size_t written = 0;
  for (const std::string& file : files) written += balance.add(file, -1);
  const std::size_t own_words = balance.add(own, 1);
  for (const UnresolvedText& text : unresolved) {
    account.unresolved += canonical_words(text.text).size();
  }
  const std::size_t understood = own_words + account.unresolved;
  account.emitted = written > understood ? written - understood : 0;
  account.lost = balance.left_over(1);
  account.invented = balance.left_over(-1);
  return account;
}

}  // namespace opsg::importing
