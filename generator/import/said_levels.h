#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "banner.h"
#include "document_text.h"
#include "import_ledger.h"
#include "policy.h"

namespace re2 {
class RE2;
}  // namespace re2

namespace opsg::importing {

/// Finds the names of levels that are more closed than a label, of the policy and of other schemes,
/// in what documents say.
class SaidLevels {
 public:
  SaidLevels(Level label, const Policy& policy);
  ~SaidLevels();
  SaidLevels(const SaidLevels&) = delete;
  SaidLevels& operator=(const SaidLevels&) = delete;

  /// Of a text that is no prose: a header, a file's name. In any case.
  std::vector<std::string> find(std::string_view text) const;
  /// Of any text: in capitals, or with one where no other word with a capital stands beside it, as
  /// in "Peter Green" and "the Red Lion".
  std::vector<std::string> find_in_prose(std::string_view text) const;
  /// In capitals only.
  bool are_marked_in(std::string_view text) const;

 private:
  std::unique_ptr<re2::RE2> any_case_;  ///< Null where no level is more closed.
};

/// What the document says of levels more closed than its banner's where the record does not show
/// it: in banners and page headers that are left out, in unresolved text, in markings inside its
/// text, beside its text, in its file's name. On one line each, with the level's name.
std::vector<std::string> find_said_levels(const DocumentText& document, const Banner& banner,
                                          const Policy& policy, const ImportLedger& ledger);

/// The level of a name that is spelt with other separators, or without what its scheme is called:
/// "Members-Only", "Amber" for "TLP:AMBER".
std::optional<Level> level_meant(std::string_view name, const Policy& policy);

/// The most open level that the banner may mean; the most open of all where it says nothing.
Level level_of(const Banner& banner);

}  // namespace opsg::importing
