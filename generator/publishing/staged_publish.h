#pragma once

#include <string>
#include <vector>

#include "publish_target.h"
#include "remote_store.h"

namespace opsg::publishing {

/// Publishes to a place whose files can only be replaced one after the other. Their order keeps
/// every page whole for whoever reads meanwhile:
///
///   1. a journal of all that is and will be there, so that whoever comes after a cut can tell our
///      files from a stranger's; it is the lock too, as far as such places can have one
///   2. what pages are shown with (style sheets, the search index, documents); what the last
///      release's pages need is still there, under other names
///   3. pages
///   4. feeds, the sitemap and data, which link to pages
///   5. the manifest, which is true from here on but for what is still to be removed
///   6. what is withdrawn, pages first; a failure here fails all
///   7. the place is listed and compared with the manifest
///   8. the journal goes
///
/// Cut off anywhere, the next run uploads what differs, removes what is left over, and comes to the
/// same end. Where nothing differs, nothing is written.
Published<PublishReport> staged_publish(RemoteStore& store, const Release& release,
                                        const PublishRequest& request,
                                        const std::vector<std::string>& leave);

}  // namespace opsg::publishing
