#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

namespace opsg {

using Deadline = std::chrono::steady_clock::time_point;

/// The time that is left, for poll(2): at least 0 and at most some minutes, so wait in a loop.
int milliseconds_until(Deadline deadline);

/// What execve(2) takes: pointers to the texts, then a null. The texts must outlive it unchanged.
std::vector<char*> pointers_to(std::vector<std::string>& texts);

/// A child process that leads a process group, ended with all that it has started when this object
/// ends.
class ProcessGroup {
 public:
  explicit ProcessGroup(pid_t leader) : leader_(leader) {}
  ProcessGroup(ProcessGroup&& other) noexcept;
  ProcessGroup& operator=(ProcessGroup&&) = delete;
  ~ProcessGroup() { end(); }

  /// Waits for the leader to end by itself. False where it still runs at the deadline.
  bool ends_by(Deadline deadline) const;

  /// Signals whatever still runs of the group.
  void kill() const;

  /// Kills whatever still runs. The leader's exit status, or -1 where a signal was its end.
  int end();

 private:
  pid_t leader_;
};

}  // namespace opsg
