#pragma once

#include <memory>
#include <vector>

#include "passages.h"
#include "public_text.h"
#include "read_file.h"

namespace opsg::restricted {
class AuditMemo;
}

namespace opsg::audit {

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
