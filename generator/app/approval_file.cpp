#include "approval_file.h"

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <system_error>
#include <utility>

#include "file_system.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestFile = std::uintmax_t{64} << 20;

constexpr std::string_view kHead =
    "# Who approved what may go out. Written by `opsg-site diff --approve`; to take an approval\n"
    "# back, remove it.\n";

}  // namespace

Result<ApprovalFile> read_approval_file(const fs::path& root, Diagnostics& diagnostics) {
  ApprovalFile file;
  std::error_code error;
  if (fs::symlink_status(root / kApprovalFile, error).type() == fs::file_type::not_found) {
    file.approvals.emplace();
    return file;
  }
  auto text = read_file(root / kApprovalFile, kLargestFile);
  if (!text) return tl::unexpected(std::move(text.error()));
  const SourcePath path(kApprovalFile);
  file.approvals = comparison::read_approvals(*text, path, diagnostics);
  file.tree.files.push_back({path, std::move(*text)});
  return file;
}

void print_findings(const Report& report, const ApprovalFile& file, Diagnostics found) {
  if (found.empty()) return;
  DiagnosticContext context;
  context.line_text = [&file](const SourcePath& path, std::uint32_t line) {
    return source_line(file.tree, path, line);
  };
  report.print(std::move(found), std::move(context), [](Diagnostic&) {});
}

void print_outdated(const Report& report, const ApprovalFile& file, const DiffResult& result) {
  Diagnostics found;
  comparison::report_outdated(result.unapproved, *file.approvals, result.audience, found);
  print_findings(report, file, std::move(found));
}

Result<void> append_approval(const fs::path& root, const ApprovalFile& file,
                             const comparison::Approval& approval) {
  const SourceFile* present = file.tree.find(kApprovalFile);
  std::string text = present ? present->bytes : std::string(kHead);
  if (!text.empty() && text.back() != '\n') text += '\n';
  text += '\n' + comparison::format_approval(approval);
  return write_file(root / kApprovalFile, text);
}

}  // namespace opsg::app
