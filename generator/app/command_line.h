#pragma once

#include "command_reference.h"

namespace opsg::app {

/// Runs the program: parses the arguments, carries out the command, and returns the exit status
/// (exit_status.h). Results go to stdout, diagnostics to stderr.
int run(int argc, const char* const* argv);

/// All that run() understands, for manual pages and the completions of shells.
CommandReference describe_program();

}  // namespace opsg::app
