#pragma once

#include <cstddef>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "markdown_node.h"

namespace opsg::released {

/// A place in a text run where a note begins or ends, or where a bracket of a note that is a
/// block of its own stands, which the block makes needless.
struct NoteMark {
  enum class Kind { begin, end, drop };
  std::size_t offset = 0;  ///< Bytes from the start of the run; of the bracket itself.
  Kind kind = Kind::begin;
};

/// Where "[Post Meeting Note: ...]" stands in a record's trees. A note that fills its paragraph, or
/// one paragraph after another, is a block; a note inside one is a span of it. A bracket that is
/// not closed, or closed across inline markup, is text like any other.
struct PostMeetingNotes {
  std::unordered_set<const MarkdownNode*> first_blocks;
  std::unordered_set<const MarkdownNode*> last_blocks;
  std::unordered_map<const MarkdownNode*, std::vector<NoteMark>> marks;  ///< By a run's first node.
};

/// Adds the notes of one tree.
void add_post_meeting_notes(const MarkdownNode* root, PostMeetingNotes& notes);

}  // namespace opsg::released
