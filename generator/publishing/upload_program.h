#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "program_run.h"
#include "publish_error.h"

namespace opsg::publishing {

/// A program that carries files to other machines: rsync, rclone or git.
class UploadProgram {
 public:
  /// `package` is the Debian package that it comes in. `passed_on` are the variables that it may
  /// see of our environment (see program_environment): where its settings and secrets come from.
  static Published<UploadProgram> find(const std::string& name, std::string_view package,
                                       const std::vector<std::string_view>& passed_on);

  /// Adds a variable to its environment, or replaces it.
  void set(std::string_view name, std::string_view value);
  bool has(std::string_view name) const;

  /// Where it runs from now on: the root folder where nothing was said.
  void set_folder(std::filesystem::path folder) { folder_ = std::move(folder); }

  /// Runs it to its end. Fails where it cannot run or exceeds its time; what it thinks
  /// of its task is for the caller to see in the exit status.
  Published<ProgramRun> run(const std::vector<std::string>& arguments,
                            std::string_view input = {}) const;

  /// Runs it, and fails with `failure_of` where its status is not 0.
  Published<std::string> output_of(std::string_view what, const std::vector<std::string>& arguments,
                                   std::string_view input = {}) const;
  /// Likewise, where what it prints is of no interest.
  Published<void> perform(std::string_view what, const std::vector<std::string>& arguments,
                          std::string_view input = {}) const;

  /// "cannot upload to X: rsync says:\n..." with the first of what it complained of, without
  /// secrets.
  tl::unexpected<PublishError> failure_of(std::string_view what, const ProgramRun& run) const;

 private:
  UploadProgram(std::string name, std::filesystem::path path, std::vector<std::string> environment)
      : name_(std::move(name)), path_(std::move(path)), environment_(std::move(environment)) {}

  std::string name_;
  std::filesystem::path path_;
  std::vector<std::string> environment_;
  std::filesystem::path folder_ = "/";
};

}  // namespace opsg::publishing
