#include "publish_failure.h"

#include "exit_status.h"

namespace opsg::app {

int print_failure(const Report& report, const publishing::PublishError& error) {
  report.print_failure(error.message);
  switch (error.kind) {
    case publishing::PublishErrorKind::refused:
      return kWrongUsage;
    case publishing::PublishErrorKind::unverified:
      return kAuditFailed;
    case publishing::PublishErrorKind::failed:
      return kMachineFailed;
  }
  return kMachineFailed;
}

}  // namespace opsg::app
