#pragma once

#include <memory>
#include <string>
#include <vector>

#include "date.h"
#include "passages.h"
#include "policy.h"
#include "public_text.h"

namespace opsg::restricted {
class AuditMemo;
}

namespace opsg::audit {

struct ReadingScope {
  const Policy& policy;
  Clearance clearance;
  UtcTime now;
  std::string time_zone;
};

/// What a meeting.toml says of the meeting's other files.
struct MeetingLabel {
  struct Attachment {
    std::string file;
    std::string sha256;
  };

  Level level;
  bool withheld = true;
  std::vector<Attachment> admitted;  ///< What may be copied.
};

/// What reading a source file gave. A pure function of what its key was made of.
struct ReadFile {
  std::vector<Passage> withheld;
  std::shared_ptr<const FileText> text;
  MeetingLabel meeting;      ///< Of a meeting.toml.
  bool is_withheld = false;  ///< An attachment, or a file that nothing lists.
  bool may_be_copied = false;
};

/// What the sources hold, as the audit understands them.
struct SourceReading {
  explicit SourceReading(std::shared_ptr<const Vocabulary> vocabulary)
      : public_text(std::move(vocabulary)) {}

  std::vector<Passage> withheld;
  std::vector<const SourceFile*> withheld_files;  ///< Attachments and what nothing lists.
  std::vector<const SourceFile*> cleared_files;   ///< Attachments that may be copied.
  PublicText public_text;
};

/// Reads the raw sources by so many threads, and tells what this clearance may see from what it may
/// not. Doubtful labels are the highest. The reading borrows the tree. What the memo has is not
/// read again; it may be null.
SourceReading read_sources(const SourceTree& tree, const ReadingScope& scope, int jobs,
                           restricted::AuditMemo* memo);

}  // namespace opsg::audit
