#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "program_run.h"
#include "result.h"

namespace opsg::extraction {

/// What a helper may use before it is ended.
struct HelperLimits {
  std::chrono::seconds time{60};                ///< Of the clock and of the processor each.
  std::size_t memory = std::size_t{2} << 30;    ///< Bytes of address space.
  std::size_t output = std::size_t{128} << 20;  ///< Bytes on its standard output.
};

using HelperRun = ProgramRun;

/// Runs a program that reads a stranger's file, `input`: as run_program does, in the root folder
/// and an environment of our own, without files that it could write, and within limits.
Result<HelperRun> run_helper(const std::filesystem::path& program,
                             const std::vector<std::string>& arguments, std::string_view input,
                             const HelperLimits& limits);

}  // namespace opsg::extraction
