#include "admission.h"

namespace opsg::restricted {

Admission::Admission(const LabelledSite& site, const Clearance& clearance, GateTime time)
    : site_(site), clearance_(clearance), time_(time) {
  for (const LabelledMeeting& meeting : site.meetings) {
    if (admits(meeting)) meetings_.insert(meeting.slug);
  }
}

bool Admission::admits(const LabelledMeeting& meeting) const {
  if (site_.doubtful.contains(meeting.path)) return false;
  return !site_.rules.meeting_labels || clearance_.admits(meeting.label);
}

bool Admission::admits(const LabelledAttachment& attachment) const {
  const bool admitted = !site_.rules.attachment_labels || clearance_.admits(attachment.label);
  return admitted && has_meeting(attachment.meeting);
}

bool Admission::admits_label(const LabelledDocument& document) const {
  return !site_.rules.document_labels || clearance_.admits(document.label);
}

bool Admission::is_withheld_draft(const LabelledDocument& document) const {
  return site_.rules.drafts && document.draft && !clearance_.drafts;
}

bool Admission::is_embargoed(const LabelledDocument& document) const {
  return site_.rules.embargoes && document.embargo && time_.now < *document.embargo &&
         !clearance_.embargoed;
}

bool Admission::admits_portions(const LabelledDocument& document) const {
  const bool meeting = document.meeting.empty() || has_meeting(document.meeting);
  const bool certain = !site_.doubtful.contains(document.path) && !document.portions.doubtful;
  return meeting && certain && !is_withheld_draft(document) && !is_embargoed(document);
}

bool Admission::admits(const LabelledDocument& document) const {
  return admits_portions(document) && admits_label(document);
}

}  // namespace opsg::restricted
