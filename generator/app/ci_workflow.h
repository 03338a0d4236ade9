#pragma once

#include <filesystem>
#include <string_view>

#include "options.h"

namespace opsg::app {

/// What makes a host of repositories check and publish a site.
struct CiWorkflow {
  std::filesystem::path path;  ///< Below the repository's root, where its host looks for it.
  std::string_view text;       ///< YAML.
};

CiWorkflow ci_workflow(CiHost host);

}  // namespace opsg::app
