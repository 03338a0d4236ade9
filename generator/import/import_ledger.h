#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "text_line.h"
#include "word_account.h"

namespace opsg::importing {

/// Keeps book while a document is read: what is left out and by which rule, what nobody understood,
/// what the program itself writes, and what a person has to look at.
class ImportLedger {
 public:
  explicit ImportLedger(const std::string& file) : file_(file) {}

  /// The record does not repeat this text. Nothing for text without words.
  void drop(std::string_view rule, std::string_view text, TextPlace place);
  /// The record will hold this text under the heading of what is unresolved.
  void leave_unresolved(std::string_view text, TextPlace place);
  /// The record will hold these words, which are the program's own.
  void write_own(std::string_view text) { own_.append(text).append("\n"); }
  /// The record keeps this marking within its text: what it covers there is for a person to see.
  void keep_marking(std::string_view marking) { markings_.emplace_back(marking); }
  /// `written` stands in the record for `source`: the words that differ are dropped, and the
  /// program's own.
  void rewrite(std::string_view rule, std::string_view source, std::string_view written,
               TextPlace place);

  /// What a person has to look at, as warnings.
  Diagnostics& findings() { return findings_; }
  SourceSpan at(TextPlace place) const;

  const std::vector<DroppedText>& dropped() const { return dropped_; }
  const std::vector<UnresolvedText>& unresolved() const { return unresolved_; }
  const std::vector<std::string>& markings() const { return markings_; }
  const std::string& own() const { return own_; }
  Diagnostics take_findings();

 private:
  SourcePath file_;
  std::vector<DroppedText> dropped_;
  std::vector<UnresolvedText> unresolved_;
  std::vector<std::string> markings_;
  std::string own_;
  Diagnostics findings_;
};

}  // namespace opsg::importing
