#pragma once

#include <string_view>

#include "sources.h"

namespace opsg::audit {

/// The name of the folder in meetings/ that the path is in; empty for none.
std::string_view slug_of(std::string_view path);

std::string_view file_name(std::string_view path);

std::string_view without_extension(std::string_view name);

/// Of these, everything is public that has no label of its own.
bool is_public_table(std::string_view path);

/// Whether the file is the meeting.toml of a meeting.
bool is_meeting_file(const SourceFile& file);

}  // namespace opsg::audit
