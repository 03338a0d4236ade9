#include "process_group.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace opsg {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

int milliseconds_until(Deadline deadline) {
  const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now());
  return static_cast<int>(std::clamp(left, milliseconds(0), milliseconds(1'000'000)).count());
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

ProcessGroup::ProcessGroup(ProcessGroup&& other) noexcept
    : leader_(std::exchange(other.leader_, -1)) {}

bool ProcessGroup::ends_by(Deadline deadline) const {
  constexpr auto kPause = milliseconds(1);
  siginfo_t info{};
  while (::waitid(P_PID, static_cast<id_t>(leader_), &info, WEXITED | WNOWAIT | WNOHANG) == 0 &&
         info.si_pid == 0) {
    if (steady_clock::now() > deadline) return false;
    ::usleep(static_cast<useconds_t>(std::chrono::microseconds(kPause).count()));
  }
  return true;
}

void ProcessGroup::kill() const {
  if (leader_ < 0) return;
  ::kill(-leader_, SIGKILL);
  ::kill(leader_, SIGKILL);  // It may not have come to lead its group yet.
}

int ProcessGroup::end() {
  if (leader_ < 0) return -1;
  kill();
  int status = 0;
  while (::waitpid(leader_, &status, 0) < 0 && errno == EINTR) {
  }
  leader_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace opsg
