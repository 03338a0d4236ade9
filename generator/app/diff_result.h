#pragma once

#include <string>
#include <vector>

#include "approvals.h"
#include "file_comparison.h"
#include "log_quote.h"
#include "passage_comparison.h"

namespace opsg::app {

/// What a release would change, and what of it was signed off.
struct DiffResult {
  DiffResult() = default;
  DiffResult(DiffResult&&) = default;  // A copy's pointers would lead into the original.
  DiffResult& operator=(DiffResult&&) = default;

  std::string site;  ///< Its title.
  std::string audience;
  std::string classification;  ///< The highest level that the audience sees: "white".
  std::string against;         ///< What it was compared with, for people.
  std::string against_sha256;  ///< Of the manifest compared with; empty where nothing was there.
  bool first_release = false;  ///< Nothing was published yet.
  comparison::PassageComparison passages;
  comparison::FileComparison files;
  /// Newly public and changed passages, of which nobody approved the second. Borrow `passages`.
  std::vector<const comparison::PassageChange*> published;
  std::vector<const comparison::PassageChange*> unapproved;
  std::string list_hash;        ///< Of what is unapproved.
  std::string approve_command;  ///< What records the approval of it.
};

/// "3 passages newly public, 1 changed, 2 no longer public in 2 documents; 5 pages added, ..."
std::string diff_summary(const DiffResult& result);

/// By document and item: "+ newly public", "~ changed", "- no longer public", and the summary. With
/// `color` as ECMA-48 has it. Control characters of the records are shown as U+FFFD.
std::string diff_text(const DiffResult& result, LogQuote quote, bool color);

/// docs/review.md describes it.
std::string diff_json(const DiffResult& result, LogQuote quote);

}  // namespace opsg::app
