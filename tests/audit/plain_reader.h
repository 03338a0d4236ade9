#pragma once

#include <string_view>

#include "output_words.h"

namespace opsg::testing {

/// What `read_output` means, written without regard to time and memory: the whole file is decoded
/// round by round, and then read character by character. Words stand at bytes of the file.
audit::OutputWords plain_output_words(audit::OutputFormat format, std::string_view file);

}  // namespace opsg::testing
