#include "hasty_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "catch2.h"
#include "output_words.h"
#include "phrase_index.h"
#include "plain_reader.h"
#include "random_files.h"

namespace opsg::testing {
namespace {

using audit::HastyOutputReader;
using audit::OutputFormat;
using audit::OutputWords;
using audit::PhraseFilter;
using audit::Word;

bool holds_in_haste(OutputFormat format, std::string_view file, std::size_t piece,
                    const PhraseFilter& filter) {
  HastyOutputReader reader(format, file, nullptr, piece, audit::HastyWords(filter));
  while (reader.read_piece()) {
  }
  return reader.text().may_hold_phrase() || reader.values().may_hold_phrase();
}

/// Whether the first words of the phrase, as many of them as the filter goes by, are in a run.
bool holds_begin(const OutputWords& words, std::span<const Word> phrase) {
  audit::PhraseIndex begin;
  begin.add(phrase.first(phrase.size() >= 5 ? 5 : phrase.size() >= 2 ? 2 : 1));
  bool found = false;
  const auto note = [&](std::size_t, std::size_t, std::size_t) { found = true; };
  begin.scan(words.text, note);
  begin.scan(words.values, note);
  return found;
}

/// Up to seven words that follow each other in the text, whether in one run or not.
std::span<const Word> random_phrase(const std::vector<Word>& text, RandomFiles& random) {
  const std::size_t first = random.number(0, text.size() - 1);
  return std::span(text).subspan(first, std::min(text.size() - first, random.number(1, 7)));
}

TEST_CASE("in haste, files hold the phrases that their words hold") {
  constexpr auto kFormats = std::to_array(
      {OutputFormat::markup, OutputFormat::json, OutputFormat::csv, OutputFormat::calendar});
  RandomFiles random;
  std::vector<Word> other{{1}};
  std::array<std::size_t, 2> held{};
  for (int i = 0; i < 2000; ++i) {
    const std::string file = random.next();
    for (OutputFormat format : kFormats) {
      const OutputWords words = plain_output_words(format, file);
      const std::vector<Word>& own = random.number(0, 1) == 0 ? words.text : words.values;
      const std::vector<Word>& text = own.empty() || random.number(0, 2) == 0 ? other : own;
      const std::span<const Word> phrase = random_phrase(text, random);
      PhraseFilter filter(1);
      filter.add(phrase);
      const bool holds = holds_begin(words, phrase);
      ++held[holds ? 1 : 0];
      CAPTURE(file, static_cast<int>(format), phrase.size());
      REQUIRE(holds_in_haste(format, file, random.number(1, 80), filter) == holds);
      if (!own.empty()) other = own;
    }
  }
  CHECK(held[0] > 1000);
  CHECK(held[1] > 1000);
}

TEST_CASE("a filter knows each of many phrases, and hardly any other") {
  const auto phrase = [](std::uint64_t number) {
    std::vector<Word> words(1 + number % 7);
    for (std::size_t i = 0; i < words.size(); ++i) {
      words[i].hash = audit::word_hash("word" + std::to_string(number) + "n" + std::to_string(i));
    }
    return words;
  };
  const auto knows = [](const PhraseFilter& filter, const std::vector<Word>& words) {
    PhraseFilter::Trail trail;
    bool known = false;
    for (const Word& word : words) {
      trail.add(word.hash);
      known = known || filter.may_begin(trail);
    }
    return known;
  };
  PhraseFilter filter(2);  // far fewer than there are
  for (std::uint64_t i = 0; i < 2000; ++i) filter.add(phrase(i));
  for (std::uint64_t i = 0; i < 2000; ++i) CHECK(knows(filter, phrase(i)));
  for (std::uint64_t i = 2000; i < 4000; ++i) CHECK_FALSE(knows(filter, phrase(i)));
}

}  // namespace
}  // namespace opsg::testing
