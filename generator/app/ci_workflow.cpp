#include "ci_workflow.h"

#include <algorithm>
#include <cassert>
#include <span>

#include "ci_workflows.h"

namespace opsg::app {
namespace {

std::string_view embedded_text(std::string_view name) {
  const std::span<const embedded::EmbeddedFile> files = embedded::ci_workflows();
  const auto file = std::ranges::find(files, name, &embedded::EmbeddedFile::path);
  assert(file != files.end());
  return file->bytes;
}

}  // namespace

CiWorkflow ci_workflow(CiHost host) {
  return host == CiHost::github
             ? CiWorkflow{".github/workflows/publish.yml", embedded_text("github.yml")}
             : CiWorkflow{".gitlab-ci.yml", embedded_text("gitlab.yml")};
}

}  // namespace opsg::app
