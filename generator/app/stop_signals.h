#pragma once

#include "file_descriptor.h"
#include "result.h"

namespace opsg::app {

/// Takes SIGINT and SIGTERM for as long as the program runs: they end it no more, but make the
/// result readable. To be called before any thread is started, which would get them instead.
Result<FileDescriptor> take_stop_signals();

}  // namespace opsg::app
