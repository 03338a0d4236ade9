#pragma once

#include "output_manifest.h"
#include "publish_target.h"

namespace opsg::publishing {

/// What makes the one site of the other, by path and digest.
PublishReport report_changes(const output::Manifest& before, const output::Manifest& after);

}  // namespace opsg::publishing
