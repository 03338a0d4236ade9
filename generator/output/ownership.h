#pragma once

#include <string_view>

#include "output_error.h"
#include "output_manifest.h"
#include "output_place.h"

namespace opsg::output {

/// The manifest of the site that stands at the place, an empty one where there is none yet: no
/// folder, or an empty one. Refused where the folder is not ours (it has no manifest, a damaged
/// one, or a file or folder that is not in it, which the message names), or holds the site of
/// another audience. A file of ours that was edited by hand since counts as ours, and is
/// overwritten.
Outcome<Manifest> check_ownership(const OutputPlace& place, std::string_view audience);

}  // namespace opsg::output
