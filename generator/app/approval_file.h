#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "approvals.h"
#include "diagnostic.h"
#include "diff_result.h"
#include "report.h"
#include "result.h"
#include "sources.h"

namespace opsg::app {

inline constexpr const char* kApprovalFile = "approvals.toml";

/// approvals.toml, beside site.toml. It is no source of the site: what it holds never reaches a
/// page.
struct ApprovalFile {
  SourceTree tree;  ///< With this file alone, for messages; empty where there is none.
  /// Nothing where the file has errors, which were reported.
  std::optional<std::vector<comparison::Approval>> approvals;
};

Result<ApprovalFile> read_approval_file(const std::filesystem::path& root,
                                        Diagnostics& diagnostics);

/// Says what is wrong with the file, with its own lines. Nothing where nothing is.
void print_findings(const Report& report, const ApprovalFile& file, Diagnostics found);

/// Says which of its approvals no longer count for what the release would publish.
void print_outdated(const Report& report, const ApprovalFile& file, const DiffResult& result);

/// Appends one approval to the file that was read, whose text stays as it is; the file is replaced
/// by one rename. `by` must be fit for a TOML string.
Result<void> append_approval(const std::filesystem::path& root, const ApprovalFile& file,
                             const comparison::Approval& approval);

}  // namespace opsg::app
