#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "options.h"

namespace opsg::app {

/// What makes a host of repositories check and publish a site.
struct CiWorkflow {
  std::filesystem::path path;  ///< Below the repository's root, where its host looks for it.
  std::string text;            ///< YAML.
};

/// Where git knows of no branch.
inline constexpr std::string_view kUsualBranch = "main";

/// Whether a workflow can name the branch, whose name is not quoted anywhere in it.
bool is_workflow_branch(std::string_view branch);

/// The workflow that publishes what this branch holds. GitLab knows by itself which one that is.
CiWorkflow ci_workflow(CiHost host, std::string_view branch);

}  // namespace opsg::app
