#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace opsg::testing {

/// A server that tests need, written in Python, running as long as this object lives. The script
/// prints one line once it serves, and ends when its standard input does.
class ServerProcess {
 public:
  ServerProcess(const std::filesystem::path& script, const std::filesystem::path& folder);
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  /// What it printed: its ports.
  const std::string& line() const { return line_; }

 private:
  pid_t process_ = -1;
  int input_ = -1;  ///< It ends when this is closed.
  std::string line_;
};

}  // namespace opsg::testing
