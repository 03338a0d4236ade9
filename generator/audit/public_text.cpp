#include "public_text.h"

#include <algorithm>

#include "identifiers.h"
#include "parallel.h"

namespace opsg::audit {
namespace {

void add_run(std::span<const Word> words, std::vector<Word>& runs) {
  const std::size_t first = runs.size();
  runs.insert(runs.end(), words.begin(), words.end());
  runs[first].starts_run = true;
}

using Entry = FileText::Entry;

bool starts_run(Entry entry) {
  return (entry & 1) != 0;
}

std::uint32_t number_of(Entry entry) {
  return entry >> 1;
}

/// Finds phrases in words that are given by their numbers.
class PhraseSearch {
 public:
  PhraseSearch(const PhraseIndex& phrases, std::span<const std::uint64_t> hashes)
      : phrases_(phrases), hashes_(hashes) {
    lengths_.reserve(hashes.size());
    for (const std::uint64_t hash : hashes) lengths_.push_back(phrases.lengths_from(hash));
  }

  /// The numbers of the phrases that lie in one run, each as often as it does.
  void find(std::span<const Entry> entries, std::vector<std::uint32_t>& found) const {
    for (std::size_t at = 0; at < entries.size(); ++at) {
      const std::uint32_t lengths = lengths_[number_of(entries[at])];
      if (lengths == 0) continue;
      const std::span<const Entry> rest = entries.subspan(at);
      phrases_.scan_at(
          lengths, rest.size(), [&](std::size_t i) { return hashes_[number_of(rest[i])]; },
          [&](std::size_t i) { return starts_run(rest[i]); },
          [&](std::size_t phrase, std::size_t) {
            found.push_back(static_cast<std::uint32_t>(phrase));
          });
    }
  }

 private:
  const PhraseIndex& phrases_;
  std::span<const std::uint64_t> hashes_;  ///< By number.
  std::vector<std::uint32_t> lengths_;     ///< Of the phrases that begin with the number's word.
};

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
  add_atoms(text->atoms);
  texts_.push_back(std::move(text));
}

void PublicText::learn(Entries entries) {
  for (const Entry each : entries) known_[number_of(each)] = true;
}

void PublicText::add_atoms(Entries entries) {
  std::vector<Word> atom;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    atom.push_back({vocabulary_->hash(number_of(entries[i]))});
    if (i + 1 < entries.size() && !starts_run(entries[i + 1])) continue;
    atoms_.add(atom);
    atom.clear();
  }
}

PublicText::Known PublicText::find(const PhraseIndex& phrases, int jobs) const {
  constexpr std::size_t kAtATime = 64;
  struct Found {
    std::vector<std::uint32_t> in_prose;
    std::vector<std::uint32_t> in_values;
  };
  const PhraseSearch search(phrases, vocabulary_->hashes());
  std::vector<Found> found((texts_.size() + kAtATime - 1) / kAtATime);
  for_each_index(found.size(), jobs, [&](std::size_t i) {
    const std::size_t end = std::min((i + 1) * kAtATime, texts_.size());
    for (std::size_t at = i * kAtATime; at < end; ++at) {
      search.find(texts_[at]->prose, found[i].in_prose);
      search.find(texts_[at]->values, found[i].in_values);
    }
  });
  Known known{std::vector<bool>(phrases.size()), std::vector<bool>(phrases.size())};
  for (const auto& [in_prose, in_values] : found) {
    for (const std::uint32_t phrase : in_prose) known.in_prose[phrase] = true;
    for (const std::uint32_t phrase : in_values) known.in_values[phrase] = true;
  }
  return known;
}

bool PublicText::knows(const Word& word) const {
  const std::uint32_t number = vocabulary_->find(word);
  return number != 0 && number < known_.size() && known_[number];
}

}  // namespace opsg::audit
