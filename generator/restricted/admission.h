#pragma once

#include <set>
#include <string>
#include <string_view>

#include "gate.h"

namespace opsg::restricted {

/// Which files a clearance admits at a time. The rules that decide on whole files, in one place.
class Admission {
 public:
  /// The site is borrowed.
  Admission(const LabelledSite& site, const Clearance& clearance, GateTime time);

  const Clearance& clearance() const { return clearance_; }

  bool admits(const LabelledMeeting& meeting) const;
  bool admits(const LabelledAttachment& attachment) const;
  /// Whether the document's text is admitted as far as its portions are: not doubtful, neither a
  /// draft nor embargoed, and of an admitted meeting. Its extracts are even where its label is not.
  bool admits_portions(const LabelledDocument& document) const;
  /// Whether the document itself is, and not only extracts of it.
  bool admits(const LabelledDocument& document) const;
  /// Whether the clearance admits a level, that of a document's label.
  bool admits_label(const LabelledDocument& document) const;

  bool is_withheld_draft(const LabelledDocument& document) const;
  bool is_embargoed(const LabelledDocument& document) const;
  bool has_meeting(std::string_view slug) const { return meetings_.contains(slug); }

 private:
  const LabelledSite& site_;
  Clearance clearance_;
  GateTime time_;
  std::set<std::string_view> meetings_;  ///< Slugs of the admitted ones.
};

}  // namespace opsg::restricted
