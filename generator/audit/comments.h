#pragma once

#include <cstddef>
#include <string>

#include "passages.h"

namespace opsg::audit {

/// The bytes of the file with spaces in place of its `<!-- comments -->`, which no audience sees
/// and which are added to what is withheld. Code blocks have none.
std::string take_out_comments(const SourceFile& file, std::size_t body_begin, FileReading& reading);

}  // namespace opsg::audit
