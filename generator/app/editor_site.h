#pragma once

#include "pipeline.h"

namespace opsg::app {

/// The site of a preview for those who edit the records: made at full clearance, with everything
/// that the audience of the request is not shown shaded, and the rule that decided it. Passes no
/// audit and must never be published; the preview serves it on this machine alone.
///
/// `shown` is the audience's own site, built of the same sources without an error. Even so a site
/// of everything may have one, which is reported: two pages at one address.
std::optional<RenderedSite> make_editor_site(const SourceTree& tree,
                                             const released::ThemeFiles& theme,
                                             const BuildRequest& request,
                                             const restricted::LabelledSite& labelled,
                                             const RenderedSite& shown, Diagnostics& diagnostics);

}  // namespace opsg::app
