#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "content_memo.h"
#include "gate.h"
#include "label_context.h"
#include "label_document.h"

namespace opsg::restricted {

/// What labelling a document gave.
struct LabelledFile {
  std::optional<LabelledDocument> document;
  Diagnostics found;
  std::set<SourcePath> doubtful;  ///< As LabelContext has it.
};

/// Documents that were labelled before, by all that labelling them depends on. Holds withheld text.
class LabelMemo : public ContentMemo<LabelledFile> {};

/// A key of all that labelling any document of the site depends on, besides its own file.
std::string labelling_key(const SourceTree& tree, const GateRules& rules);

/// As `label_document`, but a document that the memo knows is not read again. What it returns
/// borrows nothing of `file`.
std::optional<LabelledDocument> recall_document(const SourceFile& file,
                                                const KnownMeetings& meetings,
                                                const std::string& labelling_key, LabelMemo& memo,
                                                const LabelContext& context);

}  // namespace opsg::restricted
