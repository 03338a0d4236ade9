#include "helper_program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <span>
#include <utility>

#include "file_descriptor.h"
#include "file_system.h"
#include "text.h"

namespace opsg::extraction {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kLongestComplaint = 4000;
constexpr int kCannotExecute = 127;

std::string path_variable() {
  const char* path = std::getenv("PATH");
  return path && *path ? path : "/usr/bin:/bin";
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// Everything that the child needs between fork and exec, where it must not allocate.
struct ChildSetup {
  const char* program;
  char* const* arguments;
  char* const* environment;
  int input, output, errors;
  rlimit memory, processor_time;
};

/// Runs in the child: calls nothing but what POSIX allows after a fork (signal-safety(7)).
[[noreturn]] void become_program(const ChildSetup& setup) {
  constexpr rlimit kNone = {0, 0};
  const bool ready =
      ::setpgid(0, 0) == 0 && ::dup2(setup.input, STDIN_FILENO) >= 0 &&
      ::dup2(setup.output, STDOUT_FILENO) >= 0 && ::dup2(setup.errors, STDERR_FILENO) >= 0 &&
      ::chdir("/") == 0 && ::setrlimit(RLIMIT_AS, &setup.memory) == 0 &&
      ::setrlimit(RLIMIT_CPU, &setup.processor_time) == 0 &&
      ::setrlimit(RLIMIT_FSIZE, &kNone) == 0 && ::setrlimit(RLIMIT_CORE, &kNone) == 0;
  if (ready) ::execve(setup.program, setup.arguments, setup.environment);
  ::_exit(kCannotExecute);
}

struct Pipe {
  FileDescriptor reader, writer;
};

std::optional<Pipe> make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

/// A file without a name, so that nothing of the document is left anywhere.
FileDescriptor input_file(std::string_view input) {
  FileDescriptor file(::memfd_create("document", MFD_CLOEXEC));
  if (file && (!write_all(file, input) || ::lseek(file.get(), 0, SEEK_SET) != 0)) file.close();
  return file;
}

/// A process group that does not outlive this object.
class RunningHelper {
 public:
  explicit RunningHelper(pid_t pid) : pid_(pid) {}
  RunningHelper(const RunningHelper&) = delete;
  RunningHelper& operator=(const RunningHelper&) = delete;
  ~RunningHelper() { end(); }

  /// Ends whatever still runs. The exit status, or -1 where a signal was its end.
  int end() {
    if (pid_ < 0) return -1;
    int status = 0;
    ::kill(-pid_, SIGKILL);
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  /// Waits for the end until the deadline, by itself.
  bool ends_by(Clock::time_point deadline) const {
    siginfo_t info{};
    while (::waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOWAIT | WNOHANG) == 0 &&
           info.si_pid == 0) {
      if (Clock::now() > deadline) return false;
      ::usleep(1000);
    }
    return true;
  }

 private:
  pid_t pid_;
};

int milliseconds_until(Clock::time_point deadline) {
  using std::chrono::milliseconds;
  const auto left = std::chrono::ceil<milliseconds>(deadline - Clock::now());
  return static_cast<int>(std::clamp(left, milliseconds(0), milliseconds(1'000'000)).count());
}

/// False at the end of the stream.
bool read_some(const FileDescriptor& file, std::string& text, std::size_t limit) {
  std::array<char, 64 * 1024> chunk;
  const ssize_t count = ::read(file.get(), chunk.data(), chunk.size());
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  const auto wanted =
      std::min(static_cast<std::size_t>(count), limit - std::min(limit, text.size()));
  text.append(chunk.data(), wanted);
  return count > 0;
}

/// Reads both streams to their ends; `done` says that both have come.
HelperRun::Outcome read_streams(FileDescriptor output, FileDescriptor errors, HelperRun& run,
                                const HelperLimits& limits, Clock::time_point deadline) {
  using Outcome = HelperRun::Outcome;
  while (output || errors) {
    pollfd files[] = {{output.get(), POLLIN, 0}, {errors.get(), POLLIN, 0}};
    const int count = ::poll(files, 2, milliseconds_until(deadline));
    if (count < 0 && errno != EINTR) return Outcome::failed;
    if (Clock::now() > deadline) return Outcome::out_of_time;
    if (count <= 0) continue;
    if (files[0].revents && !read_some(output, run.output, limits.output + 1)) output.close();
    if (files[1].revents && !read_some(errors, run.complaint, kLongestComplaint)) errors.close();
    if (run.output.size() > limits.output) return Outcome::too_much_output;
  }
  return Outcome::done;
}

rlimit limit_of(std::uintmax_t amount) {
  return {static_cast<rlim_t>(amount), static_cast<rlim_t>(amount)};
}

}  // namespace

std::optional<fs::path> find_program(std::string_view name) {
  const std::string path = path_variable();
  for (const std::string_view folder : split(path, ':')) {
    if (!folder.starts_with('/')) continue;  // Never what lies in the present folder.
    const fs::path program = fs::path(folder) / name;
    std::error_code error;
    if (fs::is_regular_file(program, error) && ::access(program.c_str(), X_OK) == 0) return program;
  }
  return std::nullopt;
}

Result<HelperRun> run_helper(const fs::path& program, const std::vector<std::string>& arguments,
                             std::string_view input, const HelperLimits& limits) {
  const auto cannot = [&] { return system_failure("run " + program.string(), errno); };
  const auto deadline = Clock::now() + limits.time;
  const FileDescriptor its_input = input_file(input);
  auto output = make_pipe(), errors = make_pipe();
  if (!its_input || !output || !errors) return cannot();

  std::vector<std::string> words = arguments;
  words.insert(words.begin(), program.string());
  std::vector<std::string> environment = {"PATH=" + path_variable(), "LC_ALL=C.UTF-8"};
  const auto word_pointers = pointers_to(words), environment_pointers = pointers_to(environment);
  const ChildSetup setup = {
      words.front().c_str(),       word_pointers.data(),
      environment_pointers.data(), its_input.get(),
      output->writer.get(),        errors->writer.get(),
      limit_of(limits.memory),     limit_of(static_cast<std::uintmax_t>(limits.time.count()))};
  const pid_t pid = ::fork();
  if (pid < 0) return cannot();
  if (pid == 0) become_program(setup);
  ::setpgid(pid, pid);  // Both do it: whoever comes first, the group is there when it is needed.
  RunningHelper helper(pid);
  output->writer.close();
  errors->writer.close();

  HelperRun run;
  run.outcome =
      read_streams(std::move(output->reader), std::move(errors->reader), run, limits, deadline);
  if (run.outcome == HelperRun::Outcome::done && !helper.ends_by(deadline)) {
    run.outcome = HelperRun::Outcome::out_of_time;
  }
  run.exit_status = helper.end();
  if (run.outcome == HelperRun::Outcome::done && run.exit_status != 0) {
    run.outcome = HelperRun::Outcome::failed;
  }
  return run;
}

}  // namespace opsg::extraction
