#include "server_process.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace opsg::testing {
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

[[noreturn]] void become_server(const Pipe& input, const Pipe& output, const char* script,
                                const char* folder) {
  ::dup2(input.read, STDIN_FILENO);
  ::dup2(output.write, STDOUT_FILENO);
  ::execlp("python3", "python3", script, folder, nullptr);
  ::_exit(127);
}

}  // namespace

ServerProcess::ServerProcess(const std::filesystem::path& script,
                             const std::filesystem::path& folder) {
  const Pipe input = make_pipe();
  const Pipe output = make_pipe();
  process_ = ::fork();
  if (process_ == 0) become_server(input, output, script.c_str(), folder.c_str());
  ::close(input.read);
  ::close(output.write);
  input_ = input.write;
  line_ = read_line(output.read);
  ::close(output.read);
}

ServerProcess::~ServerProcess() {
  ::close(input_);
  ::waitpid(process_, nullptr, 0);
}

}  // namespace opsg::testing
