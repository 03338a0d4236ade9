#include "public_text.h"

#include "identifiers.h"

namespace opsg::audit {
namespace {

void add_run(std::span<const Word> words, std::vector<Word>& runs) {
  const std::size_t first = runs.size();
  runs.insert(runs.end(), words.begin(), words.end());
  runs[first].starts_run = true;
}

}  // namespace

void add_identifiers(std::span<const Word> words, std::vector<Word>& runs) {
  for (const Range& id : find_identifiers(words)) add_run(words.subspan(id.begin, id.length), runs);
  for (const Range& url : find_addresses(words)) {
    if (url.length <= PhraseIndex::kLongestPhrase) {
      add_run(words.subspan(url.begin, url.length), runs);
    }
  }
}

std::uint32_t Vocabulary::number(const Word& word) {
  std::uint32_t& number = numbers_[word.hash];
  if (number == 0) {
    number = static_cast<std::uint32_t>(hashes_.size());
    hashes_.push_back(word.hash);
  }
  return number;
}

FileText compact(const FileReading& file, Vocabulary& vocabulary) {
  const auto numbered = [&](const std::vector<Word>& words) {
    std::vector<FileText::Entry> entries;
    entries.reserve(words.size());
    for (const Word& word : words) {
      entries.push_back(vocabulary.number(word) << 1 | (word.starts_run ? 1 : 0));
    }
    return entries;
  };
  return {numbered(file.cleared_prose), numbered(file.cleared_values), numbered(file.atoms)};
}

void PublicText::add(std::shared_ptr<const FileText> text) {
  known_.resize(vocabulary_->size() + 1);
  learn(text->prose);
  learn(text->values);
  learn(text->atoms);
  const auto add_atom = [&](std::span<const Word> words) { atoms_.add(words); };
  for_each_run(text->atoms, add_atom);
  texts_.push_back(std::move(text));
}

void PublicText::learn(Entries entries) {
  for (FileText::Entry each : entries) known_[each >> 1] = true;
}

bool PublicText::knows(const Word& word) const {
  const std::uint32_t number = vocabulary_->find(word);
  return number != 0 && number < known_.size() && known_[number];
}

}  // namespace opsg::audit
