#include "child_process.h"

#include <signal.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <thread>

#include "catch2.h"

namespace opsg::search {
namespace {

using namespace std::chrono_literals;

Deadline in(std::chrono::milliseconds time) {
  return std::chrono::steady_clock::now() + time;
}

/// The answer to a request, or what failed.
std::string answer(const std::string& program, const std::vector<std::string>& arguments,
                   std::string_view request, char terminator = ',',
                   std::chrono::milliseconds time = 20s) {
  auto process = ChildProcess::start(program, arguments);
  if (!process) return process.error().message;
  const auto reply = process->exchange(request, terminator, in(time));
  return reply ? *reply : reply.error().message;
}

TEST_CASE("a program answers what it is sent") {
  auto process = ChildProcess::start("/bin/cat", {});
  REQUIRE(process);
  CHECK(process->exchange("one,", ',', in(20s)) == "one");
  CHECK(process->exchange("two,three,", ',', in(20s)) == "two");
  CHECK(process->exchange("", ',', in(20s)) == "three");
}

TEST_CASE("requests and answers may be larger than what pipes hold") {
  const std::string large(std::size_t{3} << 20, 'x');
  CHECK(answer("/bin/cat", {}, large + ',') == large);
}

TEST_CASE("a program that cannot be run is told") {
  CHECK(answer("/no/such/program", {}, "x,") ==
        "cannot run /no/such/program: No such file or directory");
}

TEST_CASE("a program that ends without an answer is told, with its last words") {
  CHECK(answer("/bin/true", {}, "x,") == "/bin/true ended unexpectedly");
  CHECK(answer("/bin/sh", {"-c", "echo out of order >&2"}, "x,") ==
        "/bin/sh ended unexpectedly:\nout of order");
  const std::string words = answer("/bin/sh", {"-c", "yes words | head -c 100000 >&2"}, "x,");
  CHECK(words.size() < 5000);
}

TEST_CASE("a silent program is given up") {
  CHECK(answer("/bin/sleep", {"1000"}, "x,", ',', 100ms) == "/bin/sleep did not answer in time");
}

TEST_CASE("a program that never stops complaining is given up too") {
  const std::string what =
      answer("/bin/sh", {"-c", "while :; do echo no >&2; done"}, "x,", ',', 200ms);
  CHECK(what.starts_with("/bin/sh did not answer in time:\n"));
}

TEST_CASE("a program finds no settings but PATH, and stands in the root folder") {
  ::setenv("PAGEFIND_SITE", "/etc", 1);
  auto process = ChildProcess::start("/usr/bin/env", {});
  REQUIRE(process);
  CHECK(process->exchange("", '\n', in(20s)) == std::string("PATH=") + std::getenv("PATH"));
  CHECK(process->exchange("", '\n', in(20s)).error().message ==
        "/usr/bin/env ended unexpectedly");
  CHECK(answer("/bin/pwd", {}, "", '\n') == "/");
}

TEST_CASE("arguments are taken as they are: no shell reads them") {
  CHECK(answer("/usr/bin/printf", {"%s;", "$(id) `id` *"}, "", ';') == "$(id) `id` *");
}

bool is_running(pid_t pid) {
  return ::kill(pid, 0) == 0 || errno != ESRCH;
}

TEST_CASE("a program ends with its object, and so does what it has started") {
  pid_t pid = 0;
  {
    auto process = ChildProcess::start("/bin/sh", {"-c", "sleep 1000 & echo $!; wait"});
    REQUIRE(process);
    pid = std::stoi(process->exchange("", '\n', in(20s)).value());
    CHECK(is_running(pid));
  }
  for (int i = 0; i < 200 && is_running(pid); ++i) std::this_thread::sleep_for(10ms);
  CHECK_FALSE(is_running(pid));
}

}  // namespace
}  // namespace opsg::search
