#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "program_run.h"
#include "result.h"

namespace opsg::app {

/// git, reading a repository so that nothing of its configuration is run.
class GitProgram {
 public:
  /// Where git is not installed, that is the failure. Reads the repository that `folder` is in.
  static Result<GitProgram> find(const std::filesystem::path& folder);

  /// What it prints; what it complains of is the failure.
  Result<std::string> run(std::vector<std::string> arguments, std::string_view input = {}) const;

 private:
  GitProgram(std::filesystem::path program, RunSettings settings)
      : program_(std::move(program)), settings_(std::move(settings)) {}

  std::filesystem::path program_;
  RunSettings settings_;
};

}  // namespace opsg::app
