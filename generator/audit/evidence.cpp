#include "evidence.h"

#include <algorithm>

#include "identifiers.h"

namespace opsg::audit {
namespace {

constexpr std::uint32_t kOfSource = 1;
constexpr std::uint32_t kOfProgram = 2;

void add_runs(std::span<const Word> words, PhraseIndex& phrases) {
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && !words[end].starts_run) ++end;
    phrases.add(words.subspan(begin, end - begin));
    begin = end;
  }
}

void add_identifiers(std::span<const Word> words, PhraseIndex& phrases) {
  for (const Range& id : find_identifiers(words)) phrases.add(words.subspan(id.begin, id.length));
  for (const Range& url : find_addresses(words)) {
    if (url.length <= PhraseIndex::kLongestPhrase) {
      phrases.add(words.subspan(url.begin, url.length));
    }
  }
}

}  // namespace

PublicWords::PublicWords(const SourceReading& reading, std::span<const Word> program) {
  for (const auto* words : {&reading.cleared_prose, &reading.cleared_values, &reading.atoms}) {
    for (const Word& word : *words) known_[word.hash] = kOfSource;
    add_identifiers(*words, atoms_);
  }
  for (const Word& word : program) known_[word.hash] = kOfProgram;
  add_runs(reading.atoms, atoms_);
}

Weight PublicWords::weigh_word(const Word& word) const {
  if (is_number_or_date(word)) return Weight::none;
  const std::uint32_t known = known_.find(word.hash);
  if (known == kOfProgram) return Weight::none;
  return known == kOfSource ? Weight::common : Weight::foreign;
}

std::vector<Weight> PublicWords::weigh(std::span<const Word> words) const {
  std::vector<Weight> weights;
  weights.reserve(words.size());
  for (const Word& word : words) weights.push_back(weigh_word(word));
  atoms_.scan(words, [&](std::size_t, std::size_t at, std::size_t length) {
    std::fill_n(weights.begin() + static_cast<std::ptrdiff_t>(at), length, Weight::none);
  });
  return weights;
}

}  // namespace opsg::audit
