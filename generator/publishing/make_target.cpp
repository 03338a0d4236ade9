#include <fmt/format.h>

#include "publish_target.h"

namespace opsg::publishing {

Published<std::unique_ptr<PublishTarget>> make_target(const TargetConfig& config,
                                                      const std::filesystem::path&) {
  return refused(fmt::format("this version of opsg-site cannot publish to `{}`", config.name));
}

}  // namespace opsg::publishing
