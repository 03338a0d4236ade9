#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace opsg {

/// $PATH, or the system's own folders where it is unset or empty.
std::string program_path();

/// Whether it is a regular file that this user may run.
bool can_run(const std::filesystem::path& program);

/// The program of this name in the folders of PATH. Relative and empty parts of PATH are passed
/// over: what lies in the present folder, which may be a stranger's site, is never run.
std::optional<std::filesystem::path> find_program(std::string_view name);

/// The environment of a program that is to do the same wherever it is run: PATH, a UTF-8 locale
/// with messages in English, and those of `passed_on` that are set. A name that ends in `*` stands
/// for all that begin so: "RCLONE_*".
std::vector<std::string> program_environment(const std::vector<std::string_view>& passed_on = {});

}  // namespace opsg
