#pragma once

#include <optional>

#include "gate.h"
#include "label_context.h"
#include "meeting_codes.h"
#include "names_in_prose.h"
#include "sources.h"

namespace opsg::restricted {

/// What the site's meetings say that a document is compared with.
struct KnownMeetings {
  const std::vector<LabelledMeeting>& meetings;  ///< By slug.
  MeetingCodes codes;
  PersonalNames names;
  bool complete = true;  ///< False: a meeting could not be read, so that its code is not known.

  /// Null where there is none that could be labelled.
  const LabelledMeeting* find(std::string_view slug) const;
};

/// Reads a document: its front matter, label, status and markings, and what contradicts them.
/// Nothing where it has no label that can be read; its markings are checked all the same.
std::optional<LabelledDocument> label_document(const SourceFile& file,
                                               const KnownMeetings& meetings,
                                               const LabelContext& context);

}  // namespace opsg::restricted
