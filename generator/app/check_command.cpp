#include "check_command.h"

#include <fmt/format.h>

#include "exit_status.h"
#include "pipeline.h"
#include "report.h"
#include "site_session.h"
#include "theme_choice.h"

namespace opsg::app {

int run_check(const Options& options) {
  const Report report(options);
  Diagnostics diagnostics;
  const auto session = open_site(options, diagnostics);
  if (!session) {
    report.print_failure(session.error().message);
    return session.error().exit_status;
  }
  const auto theme = choose_theme(session->root, session->tree, diagnostics);
  if (!theme) {
    report.print_failure(theme.error().message);
    return kMachineFailed;
  }
  BuildRequest request;
  request.time = session->time;
  request.as_of = session->as_of;
  const auto labelled = check_site(session->tree, *theme, request, diagnostics);
  const bool failed = diagnostics.has_errors();
  report.print(std::move(diagnostics), session->tree, labelled ? &*labelled : nullptr,
               session->time);
  if (!failed) report.say("Nothing is wrong in the records.\n");
  return failed ? kContentHasErrors : kDone;
}

}  // namespace opsg::app
