#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic.h"
#include "gate.h"
#include "sources.h"

namespace opsg::restricted::testing {

/// site.toml with the shipped policy: white (public), green (parties), amber (members), red.
extern const std::string kSiteToml;

/// Where a meeting lies.
inline const std::string kFolder = "content/meetings/m/";
inline const std::string kMeeting = kFolder + "meeting.toml";
inline const std::string kMinutes = kFolder + "minutes.md";

/// A white meeting.toml with its code, for meetings whose facts do not matter.
std::string meeting_toml(std::string_view code = "41_2501", std::string_view level = "white");

/// A final document of that level.
std::string document(std::string_view level, std::string_view body);

/// A whole site in memory. site.toml is there unless a file replaces it. Labelled at construction.
class TestSite {
 public:
  using File = std::pair<std::string, std::string>;
  explicit TestSite(std::initializer_list<File> files, const GateRules& rules = {});

  /// All findings, sorted and formatted, with the lines that they are about.
  std::string diagnostics();
  bool has_errors() const { return found_.has_errors(); }
  bool has_error(std::string_view code) const;

  const SourceTree& tree() const { return tree_; }
  /// The site must have been labelled.
  const LabelledSite& site() const { return site_.value(); }
  const LabelledSite* site_if() const { return site_ ? &*site_ : nullptr; }

  /// What an audience of the policy is given at that time.
  ClearedSources clear(std::string_view audience = "public", UtcTime now = {});
  Clearance clearance(std::string_view audience) const;

 private:
  std::string format(const Diagnostics& diagnostics) const;

  SourceTree tree_;
  Diagnostics found_;
  std::optional<LabelledSite> site_;
};

/// What a page with that label and body is told.
std::string findings(std::string_view level, std::string_view body);

/// What labelling and clearing come to.
struct LabelOutcome {
  std::string findings;              ///< In the order in which they were reported.
  std::string cleared;               ///< For everybody.
  std::string full;                  ///< For those who may know all.
  const SourceFile* kept = nullptr;  ///< The first document's.
};
LabelOutcome label(const SourceTree& tree, LabelMemo* memo = nullptr);

/// Every text of the cleared sources, for comparing two of them: places and blank lines are left
/// out.
std::string dump(const ClearedSources& sources);

}  // namespace opsg::restricted::testing
