#include "label_memo.h"

#include <string_view>
#include <type_traits>
#include <utility>

#include "content_key.h"
#include "portion_clearings.h"

namespace opsg::restricted {
namespace {

/// The document borrows a copy of its file, and keeps it.
LabelledFile label_for_later(const SourceFile& file, const KnownMeetings& meetings,
                             const LabelContext& context) {
  LabelledFile labelled;
  const auto copy = std::make_shared<const SourceFile>(file);
  labelled.document = label_document(
      *copy, meetings,
      {context.markings, context.statements, context.time_zone, labelled.found, labelled.doubtful});
  if (!labelled.document) return labelled;
  labelled.document->file = copy;
  if (labelled.document->portions.has_markings()) {
    labelled.document->clearings = std::make_shared<PortionClearings>();
  }
  return labelled;
}

}  // namespace

/// The meetings, the policy, the parties and the glossary are TOML, and all of it counts: what does
/// not matter costs a reading, what is forgotten could publish.
std::string labelling_key(const SourceTree& tree, const GateRules& rules) {
  static_assert(std::has_unique_object_representations_v<GateRules>);
  ContentKey key;
  key.add(std::string_view(reinterpret_cast<const char*>(&rules), sizeof rules));
  for (const SourceFile& file : tree.files) {
    if (file.path.view().ends_with(".toml")) key.add(file.path.view()).add(file.bytes);
  }
  return key.hex();
}

std::optional<LabelledDocument> recall_document(const SourceFile& file,
                                                const KnownMeetings& meetings,
                                                const std::string& labelling_key, LabelMemo& memo,
                                                const LabelContext& context) {
  const std::string key =
      ContentKey().add(labelling_key).add(file.path.view()).add(file.bytes).hex();
  auto labelled = memo.find(key);
  if (!labelled) labelled = memo.keep(key, label_for_later(file, meetings, context));
  context.diagnostics.append(labelled->found);
  context.doubtful.insert(labelled->doubtful.begin(), labelled->doubtful.end());
  return labelled->document;
}

}  // namespace opsg::restricted
