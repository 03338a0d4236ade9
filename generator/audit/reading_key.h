#pragma once

#include <string>
#include <vector>

#include "read_file.h"
#include "sources.h"

namespace opsg::audit {

/// A key of all that every file's reading depends on, but for the clock: whatever an embargo has a
/// say in is read each time.
std::string scope_key(const ReadingScope& scope, const std::vector<std::string>& raising_keywords);

/// A key of all that the file's reading depends on. `meeting`: the label of the meeting that the
/// file belongs to; null for none.
std::string reading_key(const std::string& scope_key, const SourceFile& file,
                        const MeetingLabel* meeting);

}  // namespace opsg::audit
