#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "hash_index.h"
#include "passages.h"
#include "phrase_index.h"

namespace opsg::audit {

/// The public text of all sources, in four bytes a word.
class PublicText {
 public:
  /// The file's text follows what was added before, as runs of its own.
  void add(const FileReading& file);

  bool knows(const Word& word) const { return numbers_.find(word.hash) != 0; }
  /// Ids, addresses and short values.
  const PhraseIndex& atoms() const { return atoms_; }

  /// Calls read(words) for each run of prose; nothing but the words' hashes is known.
  template <class Read>
  void for_each_prose(Read read) const {
    for_each_run(prose_, read);
  }
  /// The same for each value.
  template <class Read>
  void for_each_value(Read read) const {
    for_each_run(values_, read);
  }

 private:
  /// A word's number, and in the lowest bit whether it starts a run.
  using Entry = std::uint32_t;

  Entry entry(const Word& word);
  void add(std::span<const Word> words, std::vector<Entry>& to);
  void add_atoms(std::span<const Word> words);

  template <class Read>
  void for_each_run(const std::vector<Entry>& entries, Read& read) const {
    std::vector<Word> run;
    for (Entry each : entries) {
      const bool starts_run = (each & 1) != 0;
      if (starts_run && !run.empty()) {
        read(std::span<const Word>(run));
        run.clear();
      }
      run.push_back({hashes_[each >> 1]});
    }
    if (!run.empty()) read(std::span<const Word>(run));
  }

  HashIndex numbers_;                     ///< Of words, counted from 1.
  std::vector<std::uint64_t> hashes_{0};  ///< By number.
  std::vector<Entry> prose_;
  std::vector<Entry> values_;
  PhraseIndex atoms_;
};

/// Ids and addresses in the words, which pages may show by themselves: each a run.
void add_identifiers(std::span<const Word> words, std::vector<Word>& runs);

}  // namespace opsg::audit
