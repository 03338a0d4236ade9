#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "passage_comparison.h"

namespace opsg::comparison {

/// One sign-off of approvals.toml, beside site.toml.
struct Approval {
  std::string by;        ///< A role: "OPSG Chair".
  std::string at;        ///< "2021-02-03T10:00:00Z"
  std::string audience;  ///< "public"
  std::string against;   ///< The SHA-256 of the manifest that was compared with; may be empty.
  std::vector<std::string> passages;  ///< Their approval_hash().
  SourceSpan span = {};               ///< Of its table in the file.
};

/// Reads approvals.toml. Nothing on an error: `toml-syntax`, `wrong-type`, `missing-key`,
/// `unknown-key`, `approval-invalid`.
std::optional<std::vector<Approval>> read_approvals(std::string_view toml, const SourcePath& path,
                                                    Diagnostics& diagnostics);

/// One `[[approval]]` as TOML, to be appended to the file.
std::string format_approval(const Approval& approval);

/// What an approval of the change names; empty where nothing comes of it.
std::string approval_hash(const PassageChange& change);

/// The newly public and changed passages that nobody approved for the audience. Borrows the
/// comparison.
std::vector<const PassageChange*> unapproved(const PassageComparison& comparison,
                                             const std::vector<Approval>& approvals,
                                             std::string_view audience);

/// Warns of each approval, `approval-outdated`, that names passages of the list by digests of a
/// former form, which did not tell two places of an item apart. They approve nothing.
void report_outdated(const std::vector<const PassageChange*>& unapproved,
                     const std::vector<Approval>& approvals, std::string_view audience,
                     Diagnostics& diagnostics);

/// One digest of all these passages and the audience, whatever their order: what a person who read
/// a report of them signs.
std::string list_hash(const std::vector<const PassageChange*>& changes, std::string_view audience);

}  // namespace opsg::comparison
