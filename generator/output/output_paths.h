#pragma once

#include "output_manifest.h"
#include "rendered_site.h"
#include "result.h"

namespace opsg::output {

/// Fails where a path of the site could be written outside the output folder, or would mean
/// another file on some other machine: an absolute path, `..`, `.` or an empty part, a control
/// character, a backslash, bytes that are not UTF-8, the manifest's own name or its signature's,
/// two paths that differ in (ASCII) case alone, and a file that is also another file's folder. The
/// audience's name, which the manifest records, must be one line.
Result<void> check_paths(const RenderedSite& site);

/// The same for the paths of a manifest that somebody else may have written.
Result<void> check_paths(const Manifest& manifest);

}  // namespace opsg::output
