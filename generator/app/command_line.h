#pragma once

#include <functional>

#include "command_reference.h"
#include "options.h"

namespace opsg::app {

/// Carries a command out, and returns the exit status (exit_status.h).
using Command = std::function<int(const Options&)>;

/// What carries out each command.
struct Commands {
  Command build;
  Command serve;
  Command check;
  Command diff;
  Command explain;
  Command init;
  Command import;
  Command new_meeting;
  Command new_page;
  Command verify;
  Command publish;
  Command rollback;
  Command version;
};

/// Runs the program: parses the arguments, carries out the command, and returns the exit status.
/// Results go to stdout, diagnostics to stderr.
int run(int argc, const char* const* argv, const Commands& commands);

/// All that run() understands, for manual pages and the completions of shells.
CommandReference describe_program();

}  // namespace opsg::app
