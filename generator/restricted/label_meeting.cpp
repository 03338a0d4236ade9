#include "label_meeting.h"

#include <string>
#include <utility>

#include "file_places.h"
#include "label.h"
#include "label_comments.h"
#include "meeting_schema.h"
#include "named_levels.h"
#include "source_text.h"
#include "toml_labels.h"
#include "toml_markings.h"
#include "toml_reader.h"

namespace opsg::restricted {

std::optional<LabelledMeeting> label_meeting(const SourceFile& file, const LabelContext& context) {
  Diagnostics& diagnostics = context.diagnostics;
  if (!check_text(file, diagnostics)) return std::nullopt;
  auto facts = read_toml(file.bytes, file.path, 1, diagnostics);
  if (!facts) return std::nullopt;
  check_meeting_facts(*facts, file.path, diagnostics);

  const auto label = required_label(*facts, SourceSpan{file.path}, context.policy(), diagnostics);
  const TomlValue* written = facts->find(kLabelKey);
  const SourceSpan label_span = written ? written->span() : SourceSpan{file.path};
  const bool certain = check_labels_below(*facts, label.value_or(Level{}), label_span,
                                          context.policy(), diagnostics);
  const bool undisputed = check_label_comments(*facts, file.bytes, context.markings, diagnostics);
  const bool unmarked = check_no_markings(*facts, context.markings, diagnostics);
  if (!certain || !undisputed || !unmarked) context.doubtful.insert(file.path);
  if (!label) return std::nullopt;
  const std::string slug(place_of(file.path.view()).meeting);
  if (!check_named_level(slug, *label, label_span, context.markings, diagnostics)) {
    context.doubtful.insert(file.path);
  }
  return LabelledMeeting{file.path, slug, *label, label_span, std::move(*facts)};
}

}  // namespace opsg::restricted
