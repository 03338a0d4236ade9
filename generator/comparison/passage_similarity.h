#pragma once

#include <string_view>
#include <vector>

#include "passage.h"

namespace opsg::comparison {

/// The words of a passage, sorted. Borrows it.
class PassageWords {
 public:
  explicit PassageWords(const Passage& passage);

  const Passage& passage() const { return passage_; }
  const std::vector<std::string_view>& sorted() const { return words_; }
  std::string_view label() const { return label_; }

 private:
  const Passage& passage_;
  std::string_view label_;
  std::vector<std::string_view> words_;
};

/// From here on two passages count as one that was changed.
inline constexpr double kAlike = 0.4;

/// From 0 (nothing in common) to 1: twice the words that both have, by the words of both (Dice's
/// coefficient). Facts, fields, files and the like are alike exactly where they have the same label
/// before their colon. What is said of two entries is not alike.
double similarity(const PassageWords& a, const PassageWords& b);

}  // namespace opsg::comparison
