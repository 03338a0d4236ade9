#include "program_run.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>

#include "catch2.h"
#include "file_system.h"
#include "temp_folder.h"

namespace opsg {
namespace {

using namespace std::chrono_literals;
using Outcome = ProgramRun::Outcome;

ProgramRun shell(const std::string& script, const RunSettings& settings = {}) {
  const auto run = run_program("/bin/sh", {"-c", script}, settings);
  REQUIRE(run);
  return *run;
}

bool is_running(pid_t pid) {
  return ::kill(pid, 0) == 0;
}

bool ends_soon(pid_t pid) {
  for (int i = 0; i < 300 && is_running(pid); ++i) std::this_thread::sleep_for(10ms);
  return !is_running(pid);
}

TEST_CASE("a program reads its input to the end and is heard to the end") {
  const std::string large(std::size_t{3} << 20, 'x');
  RunSettings settings;
  settings.input = large;
  const ProgramRun run = shell("cat; echo words >&2", settings);
  CHECK(run.outcome == Outcome::done);
  CHECK(run.exit_status == 0);
  CHECK(run.output == large);
  CHECK(run.complaint == "words\n");
}

TEST_CASE("a program's status is told, and that a signal ended it") {
  CHECK(shell("exit 3").exit_status == 3);
  CHECK(shell("exit 3").outcome == Outcome::failed);
  CHECK(shell("kill -9 $$").exit_status == -1);
  CHECK(shell("kill -9 $$").outcome == Outcome::failed);
}

TEST_CASE("a program that cannot be run fails as a shell's command does") {
  const auto run = run_program("/no/such/program", {});
  REQUIRE(run);
  CHECK(run->exit_status == 127);
  CHECK(run->outcome == Outcome::failed);
}

TEST_CASE("a program is ended when its time is over, with all that it started") {
  RunSettings settings;
  settings.time = 1s;
  const auto begin = std::chrono::steady_clock::now();
  const ProgramRun run = shell("sleep 100 & echo $!; sleep 100", settings);
  CHECK(run.outcome == Outcome::out_of_time);
  CHECK(std::chrono::steady_clock::now() - begin < 20s);
  CHECK(ends_soon(std::stoi(run.output)));
}

TEST_CASE("a program that writes without end is ended") {
  RunSettings settings;
  settings.output = 100'000;
  const ProgramRun run = shell("yes", settings);
  CHECK(run.outcome == Outcome::too_much_output);
  CHECK(run.output.size() <= 100'001);
}

TEST_CASE("a program runs where it is told, in the environment that it is given") {
  const testing::TempFolder folder;
  RunSettings settings;
  settings.folder = folder.path();
  settings.environment = {"A=b c"};
  const auto run = run_program("/usr/bin/env", {}, settings);
  REQUIRE(run);
  CHECK(run->output == "A=b c\n");
  CHECK(run_program("/bin/pwd", {}, settings)->output == folder.path().string() + '\n');
  CHECK(run_program("/bin/pwd", {})->output == "/\n");
}

TEST_CASE("arguments are taken as they are: no shell reads them") {
  const auto run = run_program("/usr/bin/printf", {"%s;", "$(id) `id` *", "", "-n"});
  REQUIRE(run);
  CHECK(run->output == "$(id) `id` *;;-n;");
}

TEST_CASE("a program has none of our files, not even those opened carelessly") {
  // The shell has its own at the lowest numbers.
  constexpr int kAboveThose = 100;
  const int opened = ::open("/dev/null", O_RDONLY);
  const int careless = ::fcntl(opened, F_DUPFD, kAboveThose);
  ::close(opened);
  REQUIRE(careless >= kAboveThose);
  CHECK(shell("for i in /proc/self/fd/*; do echo ${i##*/}; done; true")
            .output.find(fmt::format("\n{}\n", careless)) == std::string::npos);
  ::close(careless);
}

TEST_CASE("a program has no terminal to ask for a password on") {
  CHECK(shell("exec < /dev/tty").outcome == Outcome::failed);
}

TEST_CASE("a program may use no more than it is given") {
  const testing::TempFolder folder;
  RunSettings settings;
  settings.resources = ResourceLimits{std::uintmax_t{64} << 20, 60s, false};
  CHECK(shell("head -c 200000000 /dev/zero | tail -c 200000000", settings).output.size() <
        200'000'000);
  const std::string file = (folder / "file").string();
  CHECK(shell("echo words > " + file, settings).outcome == Outcome::failed);
  CHECK(read_file(file, 100).value() == "");
  settings.resources->may_write_files = true;
  CHECK(shell("echo words > " + file, settings).outcome == Outcome::done);
  CHECK(read_file(file, 100).value() == "words\n");
}

TEST_CASE("a program does not outlive the process that runs it, however that ends") {
  const testing::TempFolder folder;
  const std::string file = (folder / "pid").string();
  const pid_t child = ::fork();
  if (child == 0) {
    static_cast<void>(run_program("/bin/sh", {"-c", "echo $$ > " + file + "; exec sleep 100"}));
    ::_exit(0);
  }
  std::string text;
  for (int i = 0; i < 500 && !text.ends_with('\n'); ++i) {
    std::this_thread::sleep_for(10ms);
    text = read_file(file, 100).value_or("");
  }
  REQUIRE(text.ends_with('\n'));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  CHECK(ends_soon(std::stoi(text)));
}

}  // namespace
}  // namespace opsg
