#include "link_server.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace opsg::test {

LinkServer::LinkServer() : process_(OPSG_SOURCE_DIR "/tests/web/link_server.py", folder_.path()) {
  std::istringstream ports(process_.line());
  if (!(ports >> port_ >> secure_port_)) throw std::runtime_error("python3 serves nothing");
}

std::string LinkServer::url(const std::string& path) const {
  return "http://127.0.0.1:" + port_ + path;
}

std::string LinkServer::secure_url(const std::string& path) const {
  return "https://127.0.0.1:" + secure_port_ + path;
}

int LinkServer::requests(const std::string& method, const std::string& path) const {
  std::ifstream log(folder_.path() / "log");
  int count = 0;
  for (std::string line; std::getline(log, line);) count += line == method + ' ' + path;
  return count;
}

int LinkServer::most_at_once() const {
  std::ifstream log(folder_.path() / "most");
  int most = 0;
  log >> most;
  return most;
}

}  // namespace opsg::test
