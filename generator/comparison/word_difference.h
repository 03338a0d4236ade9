#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace opsg::comparison {

/// What ASCII white space parts. Views of the text.
std::vector<std::string_view> words_of(std::string_view text);

struct WordRun {
  enum class Kind { same, removed, added };
  Kind kind = Kind::same;
  std::string text;  ///< Words with one space between them.

  friend bool operator==(const WordRun&, const WordRun&) = default;
};

/// How one text became the other, word by word; a space stands between any two runs. What is
/// removed comes before what is added in its place. Beyond some thousand words that differ, they
/// are told as one run each.
std::vector<WordRun> word_difference(std::string_view before, std::string_view after);

}  // namespace opsg::comparison
