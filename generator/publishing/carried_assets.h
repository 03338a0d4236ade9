#pragma once

#include <vector>

#include "output_manifest.h"
#include "publish_target.h"
#include "release_stage.h"

namespace opsg::publishing {

/// The theme's assets that the next release must still hold, though no page of it names them: those
/// of the release that is published now. A reader who got a page just before the switch finds its
/// style sheet just after it. They stay for one release. Nothing else is carried: what is made of
/// records may hold what has been withdrawn, and a file without a fingerprint of its bytes in its
/// name belongs to no page that a reader may have.
///
/// Where the site has not changed, what was carried to it stays, so that there is nothing to do.
std::vector<output::ManifestEntry> assets_to_carry(const output::Manifest& published,
                                                   const output::Manifest& next);

/// Those assets, fetched from where they are published. One that is not there any more, or has
/// other bytes, is of no use to anybody and left out.
Published<std::vector<AddedFile>> fetch_carried_assets(PublishTarget& target,
                                                       const output::Manifest& published,
                                                       const output::Manifest& next);

}  // namespace opsg::publishing
