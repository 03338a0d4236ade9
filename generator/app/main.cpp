#include "build_command.h"
#include "check_command.h"
#include "command_line.h"
#include "explain_command.h"
#include "full_program.h"
#include "init_command.h"
#include "new_command.h"
#include "report.h"
#include "version.h"

/// opsg-site. It has the commands that only read and write records and sites; the others are
/// opsg-site-full's, whose libraries would cost each start more than the rest of it.
int main(int argc, char** argv) {
  namespace app = opsg::app;
  const auto in_full = [argv](const app::Options& options) {
    return app::run_full_program(argv, app::Report(options));
  };
  const auto check = [&in_full](const app::Options& options) {
    return options.external ? in_full(options) : app::run_check(options, nullptr);
  };
  return app::run(argc, argv,
                  {.build = app::run_build,
                   .serve = in_full,
                   .check = check,
                   .diff = in_full,
                   .explain = app::run_explain,
                   .init = app::run_init,
                   .import = in_full,
                   .new_meeting = app::run_new_meeting,
                   .new_page = app::run_new_page,
                   .verify = in_full,
                   .publish = in_full,
                   .rollback = in_full,
                   .version = app::run_version});
}
