#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "program_environment.h"
#include "result.h"

namespace opsg {

/// What a program that reads strangers' files may use, besides time and output.
struct ResourceLimits {
  std::uintmax_t memory = 0;  ///< Bytes of address space.
  std::chrono::seconds processor_time{};
  bool may_write_files = false;
};

/// Everything about a run but the program and its arguments.
struct RunSettings {
  std::string_view input;                                        ///< Its standard input.
  std::vector<std::string> environment = program_environment();  ///< The whole of it: NAME=value.
  std::filesystem::path folder = "/";                            ///< Where it runs.
  std::chrono::seconds time{60};
  std::size_t output = std::size_t{128} << 20;  ///< Bytes on its standard output.
  std::optional<ResourceLimits> resources;
};

struct ProgramRun {
  enum class Outcome { done, failed, out_of_time, too_much_output };
  Outcome outcome = Outcome::failed;  ///< `done`: it ended by itself with status 0.
  int exit_status = -1;               ///< -1 where a signal ended it.
  std::string output;
  std::string complaint;  ///< The first of its standard error.
};

/// Runs a program to its end. No shell is involved: arguments are taken as they are. It has no
/// terminal to ask questions on and none of our open files, and is ended with all that it has
/// started when it exceeds a limit or when this process dies. A failure means that it could not be
/// run at all.
Result<ProgramRun> run_program(const std::filesystem::path& program,
                               const std::vector<std::string>& arguments,
                               const RunSettings& settings = {});

}  // namespace opsg
