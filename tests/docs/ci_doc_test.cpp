// Holds docs/ci.md to the workflows that `init --ci` writes: OPSG_UPDATE_GOLDEN=1 rewrites them.

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "catch2.h"
#include "ci_workflow.h"
#include "file_system.h"

namespace opsg::app {
namespace {

const std::filesystem::path kDocument = std::filesystem::path(OPSG_SOURCE_DIR) / "docs/ci.md";
constexpr std::string_view kWorkflows = "## GitHub\n";

std::string section(std::string_view title, CiHost host) {
  const CiWorkflow workflow = ci_workflow(host, kUsualBranch);
  return fmt::format("## {}\n\n`{}`:\n\n```yaml\n{}```\n", title, workflow.path.string(),
                     workflow.text);
}

TEST_CASE("docs/ci.md shows the workflows as they are written") {
  const std::string document = read_file(kDocument, 1 << 20).value();
  const std::string by_hand = document.substr(0, document.find(kWorkflows));
  const std::string workflows =
      section("GitHub", CiHost::github) + "\n" + section("GitLab", CiHost::gitlab);
  if (std::getenv("OPSG_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(kDocument, std::ios::binary) << by_hand << workflows;
    return;
  }
  CHECK(document.substr(by_hand.size()) == workflows);
}

}  // namespace
}  // namespace opsg::app
