#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "file_descriptor.h"
#include "process_group.h"
#include "result.h"

namespace opsg::search {

/// A program that runs beside this one and answers over its standard output what is sent to its
/// standard input. No shell is involved. It runs in the root folder and in an environment with
/// nothing in it but PATH, so that no settings that lie about can change what it does. Ended, with
/// all that it has started, when this object ends.
class ChildProcess {
 public:
  static Result<ChildProcess> start(const std::filesystem::path& program,
                                    const std::vector<std::string>& arguments);

  /// Sends the request and returns the answer up to `terminator`, which is left out. A program that
  /// ends, stays silent until the deadline, or answers without end is a failure, which quotes the
  /// last of what the program wrote to its standard error.
  Result<std::string> exchange(std::string_view request, char terminator, Deadline deadline);

 private:
  ChildProcess(std::string name, pid_t leader, FileDescriptor channel, FileDescriptor errors);

  enum class Event { ready, timeout, failed };
  Event wait(bool sends, Deadline deadline);
  bool send_some(std::string_view& request);
  bool receive_some();
  void read_errors();
  tl::unexpected<Failure> failed(std::string_view what);

  std::string name_;
  ProcessGroup group_;
  FileDescriptor channel_;  ///< A socket: its input and its output.
  FileDescriptor errors_;
  std::string received_;
  std::string complaint_;  ///< The last of its standard error.
};

}  // namespace opsg::search
