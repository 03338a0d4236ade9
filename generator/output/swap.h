#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "build_stamp.h"
#include "output_error.h"
#include "output_manifest.h"
#include "output_place.h"
#include "rendered_site.h"

namespace opsg::output {

/// Against the site that stood there before, by path and SHA-256.
using SwapReport = ManifestChanges;

/// Whether the site of this audience may be put there, without touching anything: lets a build be
/// refused before it begins.
Outcome<void> check_target(const OutputTarget& target, std::string_view audience);

/// Puts the site, which must be a whole one, at the target: whoever opens a path below the folder
/// finds the old site or the new one, whole, even if this process is killed. What is there already
/// is reused; where the folder holds exactly this site, nothing is written. Afterwards no withdrawn
/// file is left in the folder or in the standby area beside it (see StandbyArea).
///
/// Files have mode 0644 and folders 0755. Everything is on disk before the exchange, and the
/// exchange before the purge, so that the promise holds for a loss of power too, where the file
/// system keeps the order of what was synced.
///
/// Two trees take turns, so a server must reach the folder by its path: one that holds the folder
/// itself open (as its working directory, or as the source of a bind mount or container volume)
/// would go on serving the tree that has become the standby one.
///
/// A stamp, where there is one, is kept beside the folder in the end, as far as that works.
///
/// Never throws, short of running out of memory.
Outcome<SwapReport> swap_in(const AuditedSite& site, const OutputTarget& target,
                            const std::optional<BuildStamp>& stamp = std::nullopt);

}  // namespace opsg::output
