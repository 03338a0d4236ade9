#include "helper_program.h"

#include <chrono>
#include <cstdlib>
#include <string>

#include "catch2.h"
#include "helper_report.h"
#include "temp_folder.h"

namespace opsg::extraction::testing {
namespace {

using namespace std::chrono_literals;
using Outcome = HelperRun::Outcome;

HelperRun shell(const std::string& script, std::string_view input = {},
                const HelperLimits& limits = {}) {
  auto run = run_helper("/bin/sh", {"-c", script}, input, limits);
  REQUIRE(run);
  return *run;
}

TEST_CASE("A helper reads its input to the end and is heard to the end") {
  const std::string large(std::size_t{3} << 20, 'x');
  const HelperRun run = shell("cat; echo words >&2", large);
  CHECK(run.outcome == Outcome::done);
  CHECK(run.exit_status == 0);
  CHECK(run.output == large);
  CHECK(run.complaint == "words\n");
}

TEST_CASE("A helper's status is told") {
  const HelperRun run = shell("exit 3");
  CHECK(run.outcome == Outcome::failed);
  CHECK(run.exit_status == 3);
}

TEST_CASE("A helper is ended when its time is over, with all that it started") {
  HelperLimits limits;
  limits.time = 1s;
  const auto begin = std::chrono::steady_clock::now();
  CHECK(shell("sleep 100 & sleep 100", {}, limits).outcome == Outcome::out_of_time);
  CHECK(shell("exec >&- 2>&-; sleep 100", {}, limits).outcome == Outcome::out_of_time);
  CHECK(std::chrono::steady_clock::now() - begin < 20s);
}

TEST_CASE("A helper that writes without end is ended") {
  HelperLimits limits;
  limits.output = 100'000;
  const HelperRun run = shell("yes", {}, limits);
  CHECK(run.outcome == Outcome::too_much_output);
  CHECK(run.output.size() <= 100'001);
  CHECK(shell("yes >&2 & sleep 0.2; kill $!").complaint.size() <= 4000);
}

TEST_CASE("A helper has no more memory than it is given") {
  HelperLimits limits;
  limits.memory = std::size_t{64} << 20;
  const HelperRun run = shell("head -c 200000000 /dev/zero | tail -c 200000000", {}, limits);
  CHECK(run.output.size() < 200'000'000);
}

TEST_CASE("A helper writes no files and sees neither our folder nor our environment") {
  const opsg::testing::TempFolder folder;
  const std::string file = (folder.path() / "file").string();
  ::setenv("OPSG_SECRET", "x", 1);
  const HelperRun run = shell("pwd; echo $OPSG_SECRET; echo words > " + file);
  ::unsetenv("OPSG_SECRET");
  CHECK(run.output == "/\n\n");
  CHECK(run.outcome == Outcome::failed);
  CHECK(shell("cat " + file).output == "");
}

TEST_CASE("What stands in the input is never a command") {
  const auto run = run_helper("/bin/cat", {"--", "-"}, "$(touch x); -n", {});
  REQUIRE(run);
  CHECK(run->output == "$(touch x); -n");
}

TEST_CASE("A program that is not installed is named with the package that has it") {
  Diagnostics diagnostics;
  const Helper helper = {"no-such-program", "some-package"};
  CHECK_FALSE(run_reported(helper, {}, "", {}, SourcePath("a.pdf"), diagnostics));
  REQUIRE(diagnostics.items().size() == 1);
  const Diagnostic& error = diagnostics.items().front();
  CHECK(error.code == "import-helper-missing");
  CHECK(error.message == "reading it takes `no-such-program`, which is not installed");
  CHECK(error.help == "apt-get install some-package");
}

}  // namespace
}  // namespace opsg::extraction::testing
