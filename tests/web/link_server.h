#pragma once

#include <string>

#include "server_process.h"
#include "temp_folder.h"

namespace opsg::test {

/// tests/web/link_server.py, running as long as this object lives.
class LinkServer {
 public:
  LinkServer();

  /// "/404" -> "http://127.0.0.1:40123/404"
  std::string url(const std::string& path) const;
  std::string secure_url(const std::string& path) const;

  /// How often the path was asked for by this method.
  int requests(const std::string& method, const std::string& path) const;
  /// The most requests that it ever served at once.
  int most_at_once() const;

 private:
  testing::TempFolder folder_;
  testing::ServerProcess process_;
  std::string port_;
  std::string secure_port_;
};

}  // namespace opsg::test
