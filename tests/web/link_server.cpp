#include "link_server.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace opsg::test {
namespace {

struct Pipe {
  int read = -1;
  int write = -1;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  return {ends[0], ends[1]};
}

std::string read_line(int descriptor) {
  std::string line;
  for (char c = 0; ::read(descriptor, &c, 1) == 1 && c != '\n';) line += c;
  return line;
}

[[noreturn]] void become_server(const Pipe& input, const Pipe& output, const char* folder) {
  ::dup2(input.read, STDIN_FILENO);
  ::dup2(output.write, STDOUT_FILENO);
  ::execlp("python3", "python3", OPSG_SOURCE_DIR "/tests/web/link_server.py", folder, nullptr);
  ::_exit(127);
}

}  // namespace

LinkServer::LinkServer() {
  const Pipe input = make_pipe();
  const Pipe output = make_pipe();
  process_ = ::fork();
  if (process_ == 0) become_server(input, output, folder_.path().c_str());
  ::close(input.read);
  ::close(output.write);
  input_ = input.write;
  std::istringstream ports(read_line(output.read));
  ::close(output.read);
  if (!(ports >> port_ >> secure_port_)) throw std::runtime_error("python3 serves nothing");
}

LinkServer::~LinkServer() {
  ::close(input_);
  ::waitpid(process_, nullptr, 0);
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
