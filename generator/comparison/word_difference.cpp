#include "word_difference.h"

#include <algorithm>
#include <dtl/dtl.hpp>

#include "ascii.h"

namespace opsg::comparison {
namespace {

/// The time that it takes grows with the square of the difference.
constexpr std::size_t kMostWords = 4'000;

using Words = std::vector<std::string>;
using Kind = WordRun::Kind;

class WordRuns {
 public:
  void add(Kind kind, const std::string& word) {
    if (kind == Kind::same) flush();
    std::string& text = kind == Kind::same ? same_ : kind == Kind::removed ? removed_ : added_;
    if (kind != Kind::same && !same_.empty()) push(Kind::same, same_);
    text += (text.empty() ? "" : " ") + word;
  }

  std::vector<WordRun> take() {
    flush();
    push(Kind::same, same_);
    return std::move(runs_);
  }

 private:
  /// Ends a replacement: all that was removed in it, then all that was added.
  void flush() {
    push(Kind::removed, removed_);
    push(Kind::added, added_);
  }

  void push(Kind kind, std::string& text) {
    if (!text.empty()) runs_.push_back({kind, std::move(text)});
    text.clear();
  }

  std::vector<WordRun> runs_;
  std::string same_;
  std::string removed_;
  std::string added_;
};

void add_difference(WordRuns& runs, const Words& before, const Words& after) {
  if (before.size() + after.size() > kMostWords) {
    for (const std::string& word : before) runs.add(Kind::removed, word);
    for (const std::string& word : after) runs.add(Kind::added, word);
    return;
  }
  dtl::Diff<std::string> diff(before, after);
  diff.compose();
  for (const auto& [word, edit] : diff.getSes().getSequence()) {
    runs.add(edit.type == dtl::SES_COMMON   ? Kind::same
             : edit.type == dtl::SES_DELETE ? Kind::removed
                                            : Kind::added,
             word);
  }
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    if (is_ascii_space(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && !is_ascii_space(text[end])) ++end;
    words.push_back(text.substr(i, end - i));
    i = end;
  }
  return words;
}

std::vector<WordRun> word_difference(std::string_view before, std::string_view after) {
  const auto old_words = words_of(before), new_words = words_of(after);
  const auto [old_middle, new_middle] =
      std::mismatch(old_words.begin(), old_words.end(), new_words.begin(), new_words.end());
  auto old_end = old_words.end();
  auto new_end = new_words.end();
  while (old_end != old_middle && new_end != new_middle && *(old_end - 1) == *(new_end - 1)) {
    --old_end;
    --new_end;
  }
  WordRuns runs;
  for (auto word = old_words.begin(); word != old_middle; ++word) {
    runs.add(Kind::same, std::string(*word));
  }
  add_difference(runs, Words(old_middle, old_end), Words(new_middle, new_end));
  for (auto word = old_end; word != old_words.end(); ++word) {
    runs.add(Kind::same, std::string(*word));
  }
  return runs.take();
}

}  // namespace opsg::comparison
