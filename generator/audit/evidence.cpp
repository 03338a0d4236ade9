#include "evidence.h"

#include <algorithm>

namespace opsg::audit {
PublicWords::PublicWords(const PublicText& text, std::span<const Word> program) : text_(text) {
  for (const Word& word : program) program_[word.hash] = 1;
}

Weight PublicWords::weigh_word(const Word& word) const {
  if (is_number_or_date(word) || program_.find(word.hash) != 0) return Weight::none;
  return text_.knows(word) ? Weight::common : Weight::foreign;
}

std::vector<Weight> PublicWords::weigh(std::span<const Word> words) const {
  std::vector<Weight> weights;
  weights.reserve(words.size());
  for (const Word& word : words) weights.push_back(weigh_word(word));
  text_.atoms().scan(words, [&](std::size_t, std::size_t at, std::size_t length) {
    std::fill_n(weights.begin() + static_cast<std::ptrdiff_t>(at), length, Weight::none);
  });
  return weights;
}

}  // namespace opsg::audit
