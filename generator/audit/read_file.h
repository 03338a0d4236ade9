#pragma once

#include <memory>
#include <string>
#include <vector>

#include "date.h"
#include "passages.h"
#include "policy.h"
#include "public_text.h"

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

}  // namespace opsg::audit
