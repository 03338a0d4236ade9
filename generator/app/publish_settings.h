#pragma once

#include "diagnostic.h"
#include "publish_config.h"
#include "sources.h"

namespace opsg::app {

/// What site.toml says of publishing. Syntax errors are reported by those who read site.toml for
/// its own sake.
publishing::PublishConfig read_publish_settings(const SourceTree& tree, Diagnostics& diagnostics);

}  // namespace opsg::app
