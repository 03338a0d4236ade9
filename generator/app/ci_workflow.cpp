#include "ci_workflow.h"

#include <algorithm>
#include <cassert>
#include <span>

#include "ci_workflows.h"
#include "target_values.h"

namespace opsg::app {
namespace {

std::string_view embedded_text(std::string_view name) {
  const std::span<const embedded::EmbeddedFile> files = embedded::ci_workflows();
  const auto file = std::ranges::find(files, name, &embedded::EmbeddedFile::path);
  assert(file != files.end());
  return file->bytes;
}

std::string with_branch(std::string text, std::string_view branch) {
  constexpr std::string_view kPlace = "@branch@";
  for (auto at = text.find(kPlace); at != std::string::npos; at = text.find(kPlace, at)) {
    text.replace(at, kPlace.size(), branch);
    at += branch.size();
  }
  return text;
}

}  // namespace

bool is_workflow_branch(std::string_view branch) {
  return publishing::is_branch_name(branch);
}

CiWorkflow ci_workflow(CiHost host, std::string_view branch) {
  const bool is_github = host == CiHost::github;
  return {is_github ? ".github/workflows/publish.yml" : ".gitlab-ci.yml",
          with_branch(std::string(embedded_text(is_github ? "github.yml" : "gitlab.yml")), branch)};
}

}  // namespace opsg::app
