#include "check_command.h"

#include <fmt/format.h>

#include "exit_status.h"
#include "pipeline.h"
#include "report.h"
#include "site_session.h"
#include "theme_choice.h"

namespace opsg::app {

namespace {

int check(const Options& options, const Report& report, const SiteSession& session,
          Diagnostics diagnostics) {
  const auto theme = choose_theme(session.root, session.tree, diagnostics);
  if (!theme) {
    report.print_failure(theme.error().message);
    return kMachineFailed;
  }
  const auto labelled =
      check_site(session.tree, *theme, build_request(options, session), diagnostics);
  const bool failed = diagnostics.has_errors();
  report.print(std::move(diagnostics), session.tree, labelled ? &*labelled : nullptr, session.time);
  if (!failed) report.say("No errors in the records.\n");
  return failed ? kContentHasErrors : kDone;
}

}  // namespace

int run_check(const Options& options) {
  const Report report(options);
  Diagnostics found;
  return with_site(options, report, found, [&](const SiteSession& session) {
    return check(options, report, session, std::move(found));
  });
}

}  // namespace opsg::app
