#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "result.h"

namespace opsg::extraction {

/// What a helper may use before it is ended.
struct HelperLimits {
  std::chrono::seconds time{60};                ///< Of the clock and of the processor each.
  std::size_t memory = std::size_t{2} << 30;    ///< Bytes of address space.
  std::size_t output = std::size_t{128} << 20;  ///< Bytes on its standard output.
};

struct HelperRun {
  enum class Outcome { done, failed, out_of_time, too_much_output };
  Outcome outcome = Outcome::failed;  ///< `done`: it ended by itself with status 0.
  int exit_status = -1;               ///< -1 where a signal ended it.
  std::string output;
  std::string complaint;  ///< The first of its standard error.
};

/// The program of this name in the folders of PATH.
std::optional<std::filesystem::path> find_program(std::string_view name);

/// Runs a program to its end with `input` as its standard input. No shell is involved: the program
/// runs in the root folder, with PATH and a UTF-8 locale as its whole environment, can write no
/// files, and is ended with all that it has started when it exceeds the limits. A failure means
/// that it could not be run at all.
Result<HelperRun> run_helper(const std::filesystem::path& program,
                             const std::vector<std::string>& arguments, std::string_view input,
                             const HelperLimits& limits);

}  // namespace opsg::extraction
