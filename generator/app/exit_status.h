#pragma once

namespace opsg::app {

/// What the shell is told. Documented in README.md: scripts rely on the numbers.
enum ExitStatus : int {
  kDone = 0,
  kContentHasErrors = 1,
  kWrongUsage = 2,
  kAuditFailed = 3,  ///< Or a verification, or a sign-off is missing.
  kMachineFailed = 4,
};

}  // namespace opsg::app
