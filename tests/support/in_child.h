#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <string>

#include "catch2.h"

namespace opsg::testing {

/// Runs the function in a child process and returns what it returned; "(died)" where the child did
/// not come to the end.
inline std::string in_child(const std::function<std::string()>& function) {
  int pipe[2];
  if (::pipe(pipe) != 0) return "(no pipe)";
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string text = function() + '.';
    const ssize_t written = ::write(pipe[1], text.data(), text.size());
    ::_exit(written == static_cast<ssize_t>(text.size()) ? 0 : 1);
  }
  ::close(pipe[1]);
  std::string text;
  char buffer[4096];
  for (ssize_t count; (count = ::read(pipe[0], buffer, sizeof buffer)) > 0;) {
    text.append(buffer, static_cast<std::size_t>(count));
  }
  ::close(pipe[0]);
  ::waitpid(child, nullptr, 0);
  if (text.empty()) return "(died)";
  text.pop_back();
  return text;
}

/// Whether the text begins with "SKIPPED: ". It is printed then, for CTest to find.
inline bool was_skipped(const std::string& text) {
  if (!text.starts_with("SKIPPED: ")) return false;
  WARN(text);
  return true;
}

}  // namespace opsg::testing
