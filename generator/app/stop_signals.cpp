#include "stop_signals.h"

#include <pthread.h>
#include <sys/signalfd.h>

#include <cerrno>
#include <csignal>

#include "file_system.h"

namespace opsg::app {

Result<FileDescriptor> take_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  if (const int error = pthread_sigmask(SIG_BLOCK, &signals, nullptr); error != 0) {
    return system_failure("block signals", error);
  }
  FileDescriptor readable(signalfd(-1, &signals, SFD_CLOEXEC));
  if (!readable) return system_failure("wait for signals", errno);
  return readable;
}

}  // namespace opsg::app
