#include "label_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "document_status.h"
#include "file_places.h"
#include "front_matter.h"
#include "handling.h"
#include "label.h"
#include "label_columns.h"
#include "label_comments.h"
#include "named_levels.h"
#include "source_text.h"
#include "source_words.h"
#include "toml_labels.h"
#include "toml_markings.h"

namespace opsg::restricted {
namespace {

class DocumentLabeller {
 public:
  DocumentLabeller(const SourceFile& file, const KnownMeetings& meetings,
                   const LabelContext& context)
      : file_(file),
        place_(place_of(file.path.view())),
        meetings_(meetings),
        context_(context),
        diagnostics_(context.diagnostics) {}

  std::optional<LabelledDocument> label() {
    if (!check_text(file_, diagnostics_)) return std::nullopt;
    auto front_matter = read_front_matter(file_, diagnostics_);
    if (!front_matter) return std::nullopt;
    check_front_matter(*front_matter);
    const DocumentStatus status =
        read_status(*front_matter, is_page(), context_.time_zone, diagnostics_);
    const auto level =
        required_label(front_matter->table, front_matter->span, context_.policy(), diagnostics_);
    check_adopted(front_matter->table, level.value_or(Level{}));
    const TomlValue* written = front_matter->table.find(kLabelKey);
    const SourceSpan label_span = written ? written->span() : front_matter->span;
    PortionMap portions =
        find_portions(front_matter->body, level.value_or(context_.policy().most_closed()),
                      label_span, context_.markings, diagnostics_);
    if (!level) return std::nullopt;

    LabelledDocument document;
    document.path = file_.path;
    document.meeting = place_.meeting;
    document.name = place_.name;
    document.label = *level;
    document.label_span = label_span;
    document.draft = status.draft;
    document.embargo = status.embargo;
    document.portions = std::move(portions);
    document.front_matter = std::move(front_matter->table);
    check_name_of(document);
    check_text_of(document);
    check_against_meeting(document);
    return document;
  }

 private:
  bool is_page() const { return place_.kind == FileKind::page; }

  void check_front_matter(const FrontMatter& front_matter) {
    check_front_matter_keys(front_matter, is_page(), diagnostics_);
    doubt_unless(check_labels_below(front_matter.table, Level{}, front_matter.span,
                                    context_.policy(), diagnostics_));
    doubt_unless(
        check_label_comments(front_matter.table, file_.bytes, context_.markings, diagnostics_));
    doubt_unless(
        check_status_comments(front_matter.table, file_.bytes, context_.markings, diagnostics_));
    doubt_unless(check_no_markings(front_matter.table, context_.markings, diagnostics_));
  }

  void check_adopted(const TomlTable& front_matter, Level label) {
    if (!meetings_.complete) return;  // It may be the one that could not be read.
    const TomlValue* adopted = front_matter.find("adopted");
    if (!adopted || !adopted->string() || meetings_.codes.find_slug(*adopted->string())) return;
    const std::string meant = meetings_.codes.nearest_code(*adopted->string(), label);
    diagnostics_
        .error("adopted-unknown", adopted->span(),
               fmt::format("no meeting has the code `{}`", *adopted->string()))
        .with_help(meant.empty() ? "write the code of the meeting that agreed the minutes"
                                 : fmt::format("did you mean `{}`?", meant));
  }

  void check_name_of(const LabelledDocument& document) {
    doubt_unless(check_named_level(document.name, document.label, document.label_span,
                                   context_.markings, diagnostics_));
    if (document.draft) return;
    doubt_unless(check_named_draft(document.name, document.label_span, diagnostics_));
  }

  void check_text_of(const LabelledDocument& document) {
    const PortionMap& map = document.portions;
    const Policy& policy = context_.policy();
    const std::vector<SourceWord> words = source_words(map.body.text, map.body.first_line);
    if (context_.rules().handling_statements) {
      doubt_unless(check_handling(document.front_matter, map, words, context_.statements, policy,
                                  diagnostics_));
    }
    doubt_unless(check_label_columns(map, words, context_.markings, diagnostics_));
    if (!context_.rules().names_in_prose) return;
    doubt_unless(check_names_in_name(document.name, document.label, document.label_span,
                                     meetings_.names, policy, diagnostics_));
    doubt_unless(check_names_in_document(map, words, meetings_.names, policy, diagnostics_));
    const TomlScope scope{policy, context_.rules()};
    doubt_unless(check_names_in_table(document.front_matter, document.label, scope, meetings_.names,
                                      diagnostics_));
  }

  void doubt_unless(bool certain) {
    if (!certain) context_.doubtful.insert(file_.path);
  }

  void check_against_meeting(const LabelledDocument& document) {
    const LabelledMeeting* meeting = meetings_.find(document.meeting);
    if (!context_.rules().lower_documents || !meeting || document.label >= meeting->label) return;
    const Policy& policy = context_.policy();
    diagnostics_
        .error("document-lower-than-meeting", document.label_span,
               fmt::format("labelled {}, but its meeting is {}", policy[document.label].name,
                           policy[meeting->label].name))
        .note("the meeting is labelled here", meeting->label_span)
        .with_help("raise the document's label, or lower the meeting's");
  }

  const SourceFile& file_;
  FilePlace place_;
  const KnownMeetings& meetings_;
  const LabelContext& context_;
  Diagnostics& diagnostics_;
};

}  // namespace

const LabelledMeeting* KnownMeetings::find(std::string_view slug) const {
  const auto at = std::lower_bound(meetings.begin(), meetings.end(), slug,
                                   [](const LabelledMeeting& meeting, std::string_view wanted) {
                                     return meeting.slug < wanted;
                                   });
  return at != meetings.end() && at->slug == slug ? &*at : nullptr;
}

std::optional<LabelledDocument> label_document(const SourceFile& file,
                                               const KnownMeetings& meetings,
                                               const LabelContext& context) {
  return DocumentLabeller(file, meetings, context).label();
}

}  // namespace opsg::restricted
