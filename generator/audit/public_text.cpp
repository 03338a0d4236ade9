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

void PublicText::add(const FileReading& file) {
  add(file.cleared_prose, prose_);
  add(file.cleared_values, values_);
  add_atoms(file.atoms);
}

PublicText::Entry PublicText::entry(const Word& word) {
  std::uint32_t& number = numbers_[word.hash];
  if (number == 0) {
    number = static_cast<std::uint32_t>(hashes_.size());
    hashes_.push_back(word.hash);
  }
  return number << 1 | (word.starts_run ? 1 : 0);
}

void PublicText::add(std::span<const Word> words, std::vector<Entry>& to) {
  for (const Word& word : words) to.push_back(entry(word));
}

void PublicText::add_atoms(std::span<const Word> words) {
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && !words[end].starts_run) ++end;
    for (const Word& word : words.subspan(begin, end - begin)) entry(word);
    atoms_.add(words.subspan(begin, end - begin));
    begin = end;
  }
}

}  // namespace opsg::audit
