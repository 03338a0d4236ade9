#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "result.h"

namespace opsg {

/// The whole file, as bytes. A file larger than `limit` bytes is a failure, and so is anything but
/// a regular file (symbolic links are followed).
Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t limit);

/// Writes and syncs a new or existing file; its folder must exist. An existing file keeps its mode,
/// and its bytes where writing fails.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// "No space left on device" and the like, for an errno value.
std::string system_message(int error_number);

/// "cannot write a.md: No space left on device": `action` says what was tried, and on what.
tl::unexpected<Failure> system_failure(std::string_view action, int error_number);

}  // namespace opsg
