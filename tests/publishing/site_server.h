#pragma once

#include <filesystem>
#include <string>

#include "release_folder.h"
#include "server_process.h"
#include "temp_folder.h"

namespace opsg::testing {

/// tests/publishing/site_server.py with a release, running as long as this object lives.
class SiteServer {
 public:
  explicit SiteServer(const Files& files);

  /// "http://127.0.0.1:40123/"
  std::string address() const { return "http://127.0.0.1:" + process_.line() + "/"; }

  /// What lies on the host, to be changed.
  std::filesystem::path site() const { return folder_ / "site"; }
  /// What it serves for a path that has the rule "old".
  std::filesystem::path old() const { return folder_ / "old"; }
  /// Adds a line to its rules: "/index.html status 500".
  void rule(const std::string& line);

 private:
  TempFolder folder_;
  ServerProcess process_;
};

}  // namespace opsg::testing
