#include "attachment_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "active_content.h"
#include "file_places.h"
#include "label.h"
#include "named_levels.h"
#include "sha256.h"
#include "text.h"

namespace opsg::restricted {
namespace {

constexpr std::size_t kDigestLength = 64;

bool is_digest(std::string_view text) {
  return text.size() == kDigestLength && std::all_of(text.begin(), text.end(), [](char c) {
           return std::isxdigit(static_cast<unsigned char>(c)) != 0;
         });
}

const std::string* text_of(const TomlTable& table, std::string_view key) {
  const TomlValue* value = table.find(key);
  return value ? value->string() : nullptr;
}

class AttachmentLabeller {
 public:
  AttachmentLabeller(const LabelledMeeting& meeting, const SourceTree& tree,
                     const MarkingContext& context, Diagnostics& diagnostics)
      : meeting_(meeting), context_(context), diagnostics_(diagnostics) {
    const std::string folder = fmt::format("content/meetings/{}/", meeting.slug);
    auto file = std::lower_bound(
        tree.files.begin(), tree.files.end(), folder,
        [](const SourceFile& f, const std::string& wanted) { return f.path.view() < wanted; });
    for (; file != tree.files.end() && file->path.view().starts_with(folder); ++file) {
      const FilePlace place = place_of(file->path.view());
      const bool other = place.kind != FileKind::meeting_file || is_text_file(place.name);
      if (!other) files_.emplace(place.name, &*file);
    }
  }

  /// To be told of every entry before the first is labelled.
  void note_listed(const TomlValue& entry) {
    const std::string* name = text_of(*entry.table(), "file");
    const std::string* label = text_of(*entry.table(), kLabelKey);
    if (!name) return;
    const auto level = label ? context_.policy.find_level(*label) : std::nullopt;
    Level& known = levels_of_listed_[*name];
    known = std::max({known, meeting_.label, level.value_or(context_.policy.most_closed())});
  }

  void label_listed(const TomlValue& entry) {
    const TomlTable& table = *entry.table();
    const auto label = required_label(table, entry.span(), context_.policy, diagnostics_);
    const std::string* name = text_of(table, "file");
    const bool named_so =
        !label || !name ||
        check_named_level(*name, *label, table.find("file")->span(), context_, diagnostics_);
    const Level reader = std::max(label.value_or(Level{}), meeting_.label);
    const SourceFile* file = name ? find_file(table, *name, reader) : nullptr;
    if (!file) return;
    const bool same_bytes = check_digest(table, *file);
    const bool passive = check_content(*name, *file, table.find("file")->span());
    if (!label || !named_so || !same_bytes || !passive) return;
    const std::string* title = text_of(table, "title");
    labelled_.push_back({file->path, meeting_.slug, *name, title ? *title : std::string(),
                         std::max(*label, meeting_.label), table.find(kLabelKey)->span(),
                         &file->bytes});
  }

  void report_unlisted() {
    for (const auto& [name, file] : files_) {
      if (listed_.contains(name)) continue;
      diagnostics_
          .warning("attachment-unlisted", SourceSpan{file->path},
                   "no meeting.toml lists this file: it is not copied")
          .with_help(fmt::format("list it under `[[attachments]]` with its classification and "
                                 "sha256 = \"{}\"",
                                 sha256_hex(file->bytes)));
    }
  }

  std::vector<LabelledAttachment> take() { return std::move(labelled_); }

 private:
  const SourceFile* find_file(const TomlTable& table, const std::string& name, Level reader) {
    const SourceSpan span = table.find("file")->span();
    const auto [first, is_new] = listed_.emplace(name, span);
    if (!is_new) {
      diagnostics_.error("attachment-twice", span, fmt::format("`{}` is listed twice", name))
          .note("it is listed here", first->second)
          .with_help("remove one of the two");
      return nullptr;
    }
    const auto file = files_.find(name);
    if (file != files_.end()) return file->second;
    report_no_file(name, span, reader);
    return nullptr;
  }

  /// Names no file but those that are listed with that level at most: whoever reads of this one may
  /// not know of others.
  void report_no_file(const std::string& name, const SourceSpan& span, Level reader) {
    if (name.find('/') != std::string::npos || is_text_file(name)) {
      diagnostics_.error("attachment-file", span, fmt::format("`{}` cannot be an attachment", name))
          .with_help("name a file of the meeting's folder that is no Markdown or TOML");
      return;
    }
    std::vector<std::string> names;
    for (const auto& [known, listed_as] : levels_of_listed_) {
      if (listed_as <= reader && files_.contains(known)) names.emplace_back(known);
    }
    const auto meant = nearest(name, names);
    diagnostics_
        .error("attachment-missing", span,
               fmt::format("the meeting's folder has no file `{}`", name))
        .with_help(meant ? fmt::format("did you mean `{}`?", *meant)
                         : "put the file beside meeting.toml, or remove it from the list");
  }

  bool check_content(const std::string& name, const SourceFile& file, const SourceSpan& span) {
    const auto active = active_content(name, file.bytes);
    if (!active) return true;
    diagnostics_
        .error("attachment-active", span,
               fmt::format("`{}` is {}: {}", name, active->what, active->risk))
        .with_help("attach a PDF, or a picture as PNG or JPEG; or put it into a ZIP file");
    return false;
  }

  bool check_digest(const TomlTable& table, const SourceFile& file) {
    const TomlValue* value = table.find("sha256");
    if (!context_.rules.attachment_bytes) return true;
    if (!value || !value->string()) return false;  // Reported with the other keys.
    const std::string digest = sha256_hex(file.bytes);
    if (!is_digest(*value->string())) {
      diagnostics_.error("attachment-digest", value->span(), "no SHA-256 digest")
          .with_help(fmt::format("for the file as it is now, write sha256 = \"{}\"", digest));
      return false;
    }
    if (equals_ignoring_case(digest, *value->string())) return true;
    diagnostics_
        .error("attachment-changed", value->span(),
               fmt::format("`{}` is not the file that was labelled",
                           file.path.view().substr(file.path.view().rfind('/') + 1)))
        .with_help(fmt::format("check the file and its label, then write sha256 = \"{}\"", digest));
    return false;
  }

  const LabelledMeeting& meeting_;
  const MarkingContext& context_;
  Diagnostics& diagnostics_;
  std::map<std::string_view, const SourceFile*> files_;
  std::map<std::string, SourceSpan, std::less<>> listed_;
  std::map<std::string, Level, std::less<>> levels_of_listed_;
  std::vector<LabelledAttachment> labelled_;
};

}  // namespace

std::vector<LabelledAttachment> label_attachments(const LabelledMeeting& meeting,
                                                  const SourceTree& tree,
                                                  const MarkingContext& context,
                                                  Diagnostics& diagnostics) {
  AttachmentLabeller labeller(meeting, tree, context, diagnostics);
  const TomlValue* list = meeting.facts.find("attachments");
  if (list && list->array()) {
    const auto for_each_entry = [&](const auto& take) {
      for (const TomlValue& entry : *list->array()) {
        if (entry.table()) take(entry);
      }
    };
    for_each_entry([&](const TomlValue& entry) { labeller.note_listed(entry); });
    for_each_entry([&](const TomlValue& entry) { labeller.label_listed(entry); });
  }
  labeller.report_unlisted();
  return labeller.take();
}

}  // namespace opsg::restricted
