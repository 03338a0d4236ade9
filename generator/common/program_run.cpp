#include "program_run.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "file_descriptor.h"
#include "file_system.h"
#include "process_group.h"

namespace opsg {
namespace {

namespace fs = std::filesystem;
using Outcome = ProgramRun::Outcome;

constexpr std::size_t kLongestComplaint = 4000;
constexpr int kCannotExecute = 127;

/// Everything that the child needs between fork and exec, where it must not allocate.
struct ChildSetup {
  const char* program;
  char* const* arguments;
  char* const* environment;
  const char* folder;
  const ResourceLimits* resources;
  int input, output, errors;
  pid_t parent;
};

bool set_limit(__rlimit_resource_t resource, std::uintmax_t amount) {
  const rlimit limit{static_cast<rlim_t>(amount), static_cast<rlim_t>(amount)};
  return ::setrlimit(resource, &limit) == 0;
}

bool set_limits(const ResourceLimits& limits) {
  return set_limit(RLIMIT_AS, limits.memory) &&
         set_limit(RLIMIT_CPU, static_cast<std::uintmax_t>(limits.processor_time.count())) &&
         (limits.may_write_files || set_limit(RLIMIT_FSIZE, 0)) && set_limit(RLIMIT_CORE, 0);
}

/// Signals as a program expects to find them, whatever this one does with them.
void reset_signals() {
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
}

/// A session of its own has no terminal, and is a process group too. The parent may have died
/// before its death could be a signal.
bool leave_terminal(const ChildSetup& setup) {
  return ::setsid() >= 0 && ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && ::getppid() == setup.parent;
}

bool connect_streams(const ChildSetup& setup) {
  return ::dup2(setup.input, STDIN_FILENO) >= 0 && ::dup2(setup.output, STDOUT_FILENO) >= 0 &&
         ::dup2(setup.errors, STDERR_FILENO) >= 0;
}

/// Runs in the child: calls nothing but what is safe after a fork (signal-safety(7)).
[[noreturn]] void become_program(const ChildSetup& setup) {
  reset_signals();
  const bool ready = leave_terminal(setup) && connect_streams(setup) &&
                     ::chdir(setup.folder) == 0 &&
                     (!setup.resources || set_limits(*setup.resources));
  // Whatever other code may have opened without O_CLOEXEC; kernels before 5.11 cannot, and pass.
  ::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
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

/// A file without a name, so that nothing of the input is left anywhere.
FileDescriptor input_file(std::string_view input) {
  FileDescriptor file(::memfd_create("input", MFD_CLOEXEC));
  if (file && (!write_all(file, input) || ::lseek(file.get(), 0, SEEK_SET) != 0)) file.close();
  return file;
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
Outcome read_streams(FileDescriptor output, FileDescriptor errors, ProgramRun& run,
                     std::size_t limit, Deadline deadline) {
  while (output || errors) {
    pollfd files[] = {{output.get(), POLLIN, 0}, {errors.get(), POLLIN, 0}};
    const int count = ::poll(files, 2, milliseconds_until(deadline));
    if (count < 0 && errno != EINTR) return Outcome::failed;
    if (std::chrono::steady_clock::now() > deadline) return Outcome::out_of_time;
    if (count <= 0) continue;
    if (files[0].revents && !read_some(output, run.output, limit + 1)) output.close();
    if (files[1].revents && !read_some(errors, run.complaint, kLongestComplaint)) errors.close();
    if (run.output.size() > limit) return Outcome::too_much_output;
  }
  return Outcome::done;
}

/// The child's id; below 0, with errno set, where there is none.
pid_t start(const fs::path& program, std::vector<std::string> words, const RunSettings& settings,
            const FileDescriptor& input, const Pipe& output, const Pipe& errors) {
  words.insert(words.begin(), program.string());
  std::vector<std::string> environment = settings.environment;
  const auto word_pointers = pointers_to(words), environment_pointers = pointers_to(environment);
  const ChildSetup setup = {program.c_str(),
                            word_pointers.data(),
                            environment_pointers.data(),
                            settings.folder.c_str(),
                            settings.resources ? &*settings.resources : nullptr,
                            input.get(),
                            output.writer.get(),
                            errors.writer.get(),
                            ::getpid()};
  const pid_t pid = ::fork();
  if (pid == 0) become_program(setup);
  return pid;
}

}  // namespace

Result<ProgramRun> run_program(const fs::path& program, const std::vector<std::string>& arguments,
                               const RunSettings& settings) {
  const auto cannot = [&] { return system_failure("run " + program.string(), errno); };
  const auto deadline = std::chrono::steady_clock::now() + settings.time;
  const FileDescriptor input = input_file(settings.input);
  auto output = make_pipe(), errors = make_pipe();
  if (!input || !output || !errors) return cannot();
  const pid_t pid = start(program, arguments, settings, input, *output, *errors);
  if (pid < 0) return cannot();
  ProcessGroup group(pid);
  output->writer.close();
  errors->writer.close();

  ProgramRun run;
  run.outcome = read_streams(std::move(output->reader), std::move(errors->reader), run,
                             settings.output, deadline);
  if (run.outcome == Outcome::done && !group.ends_by(deadline)) run.outcome = Outcome::out_of_time;
  run.exit_status = group.end();
  if (run.outcome == Outcome::done && run.exit_status != 0) run.outcome = Outcome::failed;
  return run;
}

}  // namespace opsg
