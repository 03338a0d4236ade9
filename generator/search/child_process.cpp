#include "child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "file_system.h"
#include "program_environment.h"
#include "text.h"

namespace opsg::search {
namespace {

constexpr std::size_t kChunk = std::size_t{256} * 1024;
constexpr std::size_t kLongestAnswer = std::size_t{1} << 30;
constexpr std::size_t kLongestComplaint = 4000;

/// What the child is started with, freed in any case.
class SpawnSettings {
 public:
  SpawnSettings() {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  void connect(const FileDescriptor& channel, const FileDescriptor& errors) {
    posix_spawn_file_actions_adddup2(&actions_, channel.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, channel.get(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, errors.get(), STDERR_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions_, "/");
  }

  /// A group of its own, so that it can be ended with whatever it starts.
  void set_group() {
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes_, 0);
  }

  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

/// The child's id, or 0 with errno set.
pid_t spawn(const std::string& program, std::vector<std::string> arguments,
            const SpawnSettings& settings) {
  arguments.insert(arguments.begin(), program);
  std::vector<std::string> environment = {"PATH=" + program_path()};
  pid_t pid = 0;
  const int error = posix_spawn(&pid, program.c_str(), settings.actions(), settings.attributes(),
                                pointers_to(arguments).data(), pointers_to(environment).data());
  if (error == 0) return pid;
  errno = error;
  return 0;
}

bool would_block(int error_number) {
  return error_number == EAGAIN || error_number == EWOULDBLOCK || error_number == EINTR;
}

}  // namespace

Result<ChildProcess> ChildProcess::start(const std::filesystem::path& program,
                                         const std::vector<std::string>& arguments) {
  const std::string name = program.string();
  const auto cannot = [&] { return system_failure("run " + name, errno); };
  int sockets[2], pipes[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) return cannot();
  FileDescriptor channel(sockets[0]), its_channel(sockets[1]);
  if (::pipe2(pipes, O_CLOEXEC | O_NONBLOCK) != 0) return cannot();
  FileDescriptor errors(pipes[0]), its_errors(pipes[1]);
  SpawnSettings settings;
  settings.connect(its_channel, its_errors);
  settings.set_group();
  const pid_t pid = spawn(name, arguments, settings);
  if (pid == 0) return cannot();
  return ChildProcess(name, pid, std::move(channel), std::move(errors));
}

ChildProcess::ChildProcess(std::string name, pid_t leader, FileDescriptor channel,
                           FileDescriptor errors)
    : name_(std::move(name)),
      group_(leader),
      channel_(std::move(channel)),
      errors_(std::move(errors)) {}

Result<std::string> ChildProcess::exchange(std::string_view request, char terminator,
                                           Deadline deadline) {
  std::size_t searched = 0;
  while (true) {
    const std::size_t end = received_.find(terminator, searched);
    if (end != std::string::npos && request.empty()) {
      std::string answer = received_.substr(0, end);
      received_.erase(0, end + 1);
      return answer;
    }
    searched = end == std::string::npos ? received_.size() : end;
    if (received_.size() > kLongestAnswer) return failed("answers without end");
    const Event event = wait(!request.empty(), deadline);
    if (event == Event::timeout) return failed("did not answer in time");
    if (event == Event::failed || !send_some(request) || !receive_some()) {
      return failed("ended unexpectedly");
    }
  }
}

/// Until something can be sent or has come.
ChildProcess::Event ChildProcess::wait(bool sends, Deadline deadline) {
  const short events = static_cast<short>(sends ? POLLIN | POLLOUT : POLLIN);
  pollfd files[] = {{channel_.get(), events, 0}, {errors_.get(), POLLIN, 0}};
  const int count = ::poll(files, errors_ ? 2 : 1, milliseconds_until(deadline));
  if (count < 0) return errno == EINTR ? Event::ready : Event::failed;
  if (count == 0 || std::chrono::steady_clock::now() > deadline) return Event::timeout;
  if (files[1].revents != 0) read_errors();
  return Event::ready;
}

/// False where nobody is there any more.
bool ChildProcess::send_some(std::string_view& request) {
  if (request.empty()) return true;
  const ssize_t count =
      ::send(channel_.get(), request.data(), request.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count < 0) return would_block(errno);
  request.remove_prefix(static_cast<std::size_t>(count));
  return true;
}

/// False where nothing will come any more.
bool ChildProcess::receive_some() {
  const std::size_t size = received_.size();
  received_.resize(size + kChunk);
  const ssize_t count = ::recv(channel_.get(), received_.data() + size, kChunk, MSG_DONTWAIT);
  const int error_number = errno;
  received_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return count > 0 || (count < 0 && would_block(error_number));
}

void ChildProcess::read_errors() {
  char chunk[4096];
  ssize_t count = 0;
  while ((count = ::read(errors_.get(), chunk, sizeof chunk)) > 0) {
    complaint_.append(chunk, static_cast<std::size_t>(count));
    if (complaint_.size() > kLongestComplaint) {
      complaint_.erase(0, complaint_.size() - kLongestComplaint);
    }
  }
  if (count == 0) errors_ = FileDescriptor();
}

tl::unexpected<Failure> ChildProcess::failed(std::string_view what) {
  if (errors_) {
    group_.kill();
    pollfd rest{errors_.get(), POLLIN, 0};
    ::poll(&rest, 1, 100);
    read_errors();
  }
  const std::string_view complaint = trim(complaint_);
  return failure(complaint.empty() ? fmt::format("{} {}", name_, what)
                                   : fmt::format("{} {}:\n{}", name_, what, complaint));
}

}  // namespace opsg::search
