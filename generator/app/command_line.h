#pragma once

namespace opsg::app {

/// Runs the program: parses the arguments, carries out the command, and returns the exit status
/// (exit_status.h). Results go to stdout, diagnostics to stderr.
int run(int argc, const char* const* argv);

}  // namespace opsg::app
