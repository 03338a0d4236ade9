#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "hash_index.h"
#include "passages.h"
#include "phrase_index.h"

namespace opsg::audit {

/// Numbers for words, counted from 1, which stay the same as words are added.
class Vocabulary {
 public:
  std::uint32_t number(const Word& word);
  /// 0 for a word that has none.
  std::uint32_t find(const Word& word) const { return numbers_.find(word.hash); }
  std::uint64_t hash(std::uint32_t number) const { return hashes_[number]; }
  std::size_t size() const { return hashes_.size() - 1; }
  /// Of all words, by number; that of number 0 is no word's.
  std::span<const std::uint64_t> hashes() const { return hashes_; }

 private:
  HashIndex numbers_;
  std::vector<std::uint64_t> hashes_{0};  ///< By number.
};

/// The public text of a file, in four bytes a word.
struct FileText {
  /// A word's number, and in the lowest bit whether it starts a run.
  using Entry = std::uint32_t;

  std::vector<Entry> prose;
  std::vector<Entry> values;
  std::vector<Entry> atoms;  ///< Ids, addresses and short values.
};

FileText compact(const FileReading& file, Vocabulary& vocabulary);

/// The public text of all sources.
class PublicText {
 public:
  explicit PublicText(std::shared_ptr<const Vocabulary> vocabulary)
      : vocabulary_(std::move(vocabulary)) {}

  /// A text by the numbers of the vocabulary. It follows what was added before, as runs of its own.
  void add(std::shared_ptr<const FileText> text);

  bool knows(const Word& word) const;
  /// Ids, addresses and short values.
  const PhraseIndex& atoms() const { return atoms_; }

  /// Which of some phrases the text has, by their numbers.
  struct Known {
    std::vector<bool> in_prose;   ///< Within one run of prose.
    std::vector<bool> in_values;  ///< Within one value.
  };

  Known find(const PhraseIndex& phrases, int jobs) const;

 private:
  using Entries = std::span<const FileText::Entry>;

  void learn(Entries entries);
  void add_atoms(Entries entries);

  std::shared_ptr<const Vocabulary> vocabulary_;
  std::vector<std::shared_ptr<const FileText>> texts_;
  std::vector<bool> known_;  ///< By number.
  PhraseIndex atoms_;
};

/// Ids and addresses in the words, which pages may show by themselves: each a run.
void add_identifiers(std::span<const Word> words, std::vector<Word>& runs);

}  // namespace opsg::audit
