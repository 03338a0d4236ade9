#pragma once

#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>

namespace opsg::testing {

/// Memory where there is some: a kill harms no disk, and waiting for one shows nothing more.
inline std::filesystem::path fast_disk() {
  const char* memory = "/dev/shm";
  return ::access(memory, W_OK) == 0 ? std::filesystem::path(memory)
                                     : std::filesystem::temp_directory_path();
}

/// Runs the function in a child until it is about to make, or has just made, its `stops`th system
/// call, and kills it there. False where it came to its end before.
template <class Function>
bool kill_at_system_call(int stops, Function function) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(1);
    ::raise(SIGSTOP);
    function();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  for (int i = 0; i < stops && WIFSTOPPED(status); ++i) {
    ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
    ::waitpid(child, &status, 0);
  }
  if (!WIFSTOPPED(status)) return false;
  ::kill(child, SIGKILL);
  ::waitpid(child, &status, 0);
  return true;
}

/// Empty, or why it cannot be done: "SKIPPED: ...".
inline std::string can_trace() {
  const bool stopped = kill_at_system_call(1, [] { ::getppid(); });
  return stopped ? std::string() : "SKIPPED: tracing is not allowed here";
}

}  // namespace opsg::testing
