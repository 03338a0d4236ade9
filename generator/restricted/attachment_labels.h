#pragma once

#include <vector>

#include "diagnostic.h"
#include "gate.h"
#include "portions.h"
#include "sources.h"

namespace opsg::restricted {

/// The attachments that a meeting.toml lists, with their labels. Reports `label-missing` and the
/// like, `file-name-label`, `attachment-missing`, `attachment-file`, `attachment-twice`,
/// `attachment-digest`, `attachment-changed`, `attachment-active`, and as a warning
/// `attachment-unlisted` for each other file of the folder.
std::vector<LabelledAttachment> label_attachments(const LabelledMeeting& meeting,
                                                  const SourceTree& tree,
                                                  const MarkingContext& context,
                                                  Diagnostics& diagnostics);

}  // namespace opsg::restricted
