#include "release_approval.h"

#include <utility>

#include "approval_file.h"
#include "diff_site.h"
#include "exit_status.h"

namespace opsg::app {
namespace {

int machine_failed(const Report& report, const Failure& failure) {
  report.print_failure(failure.message);
  return kMachineFailed;
}

}  // namespace

tl::expected<void, int> check_approval(publishing::PublishTarget& target, const RenderedSite& site,
                                       const SiteSession& session, const Report& report) {
  Diagnostics found;
  const auto file = read_approval_file(session.root, found);
  if (!file) return tl::unexpected(machine_failed(report, file.error()));
  print_findings(report, *file, std::move(found));
  if (!file->approvals) return tl::unexpected<int>(kContentHasErrors);
  auto before = read_published_site(files_of_target(target));
  if (!before) return tl::unexpected(machine_failed(report, before.error()));
  const auto after = published_site(site);
  if (!after) return tl::unexpected(machine_failed(report, after.error()));
  const DiffBaseline baseline{"the target", std::move(*before)};
  const DiffResult result = compare_sites({baseline, *after, *file->approvals});
  const std::string missing = missing_approval(result);
  if (missing.empty()) return {};
  print_outdated(report, *file, result);
  report.print_failure(missing);
  return tl::unexpected<int>(kAuditFailed);
}

}  // namespace opsg::app
