#include "build_command.h"
#include "check_command.h"
#include "command_line.h"
#include "diff_command.h"
#include "explain_command.h"
#include "import_command.h"
#include "init_command.h"
#include "new_command.h"
#include "publish_command.h"
#include "rollback_command.h"
#include "serve_command.h"
#include "verify_command.h"
#include "version.h"

/// opsg-site-full: every command. opsg-site runs it for those that it has not itself.
int main(int argc, char** argv) {
  namespace app = opsg::app;
  const auto check = [](const app::Options& options) {
    return app::run_check(options, app::check_external_links);
  };
  return app::run(argc, argv,
                  {.build = app::run_build,
                   .serve = app::run_serve,
                   .check = check,
                   .diff = app::run_diff,
                   .explain = app::run_explain,
                   .init = app::run_init,
                   .import = app::run_import,
                   .new_meeting = app::run_new_meeting,
                   .new_page = app::run_new_page,
                   .verify = app::run_verify,
                   .publish = app::run_publish,
                   .rollback = app::run_rollback,
                   .version = app::run_version});
}
