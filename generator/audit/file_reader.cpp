#include "file_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "identifiers.h"
#include "markdown_passages.h"
#include "sha256.h"
#include "source_names.h"
#include "text.h"
#include "toml_passages.h"

namespace opsg::audit {
namespace {

constexpr std::string_view kContent = "content/";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct FrontMatter {
  std::optional<TomlTable> table;
  std::size_t body_begin = 0;
};

FrontMatter read_front_matter(const SourceFile& file) {
  const std::string_view bytes = file.bytes;
  std::size_t at = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  std::size_t first = 0;
  for (std::size_t line = 0; at < bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const bool fence = trim_right(bytes.substr(at, end - at)) == "+++";
    if (line == 0 && !fence) break;
    if (line == 0) first = end + 1;
    if (line > 0 && fence) return {parse_table(file, bytes.substr(first, at - first), 2), end + 1};
    at = end + 1;
  }
  return {};
}

/// Reads one file.
class FileReader {
 public:
  FileReader(const TreeFacts& facts, const ReadingScope& scope) : facts_(facts), scope_(scope) {}

  FileReading read(const SourceFile& file) {
    read_file(file);
    std::vector<Word> identifiers;
    for (const auto* words : {&reading_.cleared_prose, &reading_.cleared_values, &reading_.atoms}) {
      add_identifiers(*words, identifiers);
    }
    reading_.atoms.insert(reading_.atoms.end(), identifiers.begin(), identifiers.end());
    return std::move(reading_);
  }

 private:
  void read_file(const SourceFile& file) {
    const std::string_view path = file.path.view();
    if (is_public_table(path)) return read_public_table(file);
    if (path.ends_with(".md")) return read_document(file);
    if (is_meeting_file(file)) return read_meeting(file);
    read_attachment(file);
  }

  const MeetingLabel* label_of(const SourceFile& file) const {
    return facts_.label_of(file.path.view());
  }

  void read_public_table(const SourceFile& file) {
    const auto table = parse_table(file, file.bytes, 1);
    if (!table) return;
    const TomlScope scope{scope_.policy, scope_.clearance, false, false};
    read_values(file, *table, level_of(*table, Level{}, scope_.policy), scope, reading_);
  }

  void read_meeting(const SourceFile& file) {
    const MeetingReading& meeting = *facts_.meeting_of(file.path.view());
    const std::string slug(slug_of(file.path.view()));
    if (meeting.label.withheld) {
      withhold_name(file, "meetings/" + slug, true);
      withhold_name(file, slug, false);
    } else {
      clear_path(file);
    }
    const TomlScope scope{scope_.policy, scope_.clearance};
    if (meeting.facts) read_values(file, *meeting.facts, meeting.label.level, scope, reading_);
  }

  void read_document(const SourceFile& file) {
    const FrontMatter front = read_front_matter(file);
    const MeetingLabel* meeting = label_of(file);
    Level label =
        front.table ? required_level(*front.table, scope_.policy) : scope_.policy.most_closed();
    if (meeting) label = std::max(label, meeting->level);
    const bool not_yet =
        !front.table || is_hidden_draft(*front.table) || is_embargoed(*front.table);
    const bool all_withheld = not_yet || (meeting && meeting->withheld);
    const TomlScope values{scope_.policy, scope_.clearance, all_withheld};
    if (front.table) read_values(file, *front.table, label, values, reading_);
    const MarkdownScope body{scope_.policy, scope_.clearance, label, all_withheld,
                             facts_.raising_keywords};
    const std::size_t cleared_before = reading_.cleared_prose.size();
    read_markdown(file, front.body_begin, body, reading_);
    // The places of extracts are called after their document.
    const bool has_extracts = reading_.cleared_prose.size() > cleared_before;
    const bool admitted = !all_withheld && scope_.clearance.admits(label);
    if (admitted || has_extracts) {
      clear_path(file);
    } else {
      withhold_document_name(file);
    }
  }

  bool is_hidden_draft(const TomlTable& front) const {
    const TomlValue* status = front.find("status");
    const bool final = !status || (status->string() && *status->string() == "final");
    return !final && !scope_.clearance.drafts;
  }

  /// A date without a time means its first second; anything else that is no time never ends.
  bool is_embargoed(const TomlTable& front) {
    const TomlValue* embargo = front.find("embargo");
    if (!embargo || scope_.clearance.embargoed) return false;
    reading_.depends_on_clock = true;
    if (const auto* time = embargo->get_if<LocalDateTime>()) {
      return to_utc(*time, scope_.time_zone) > scope_.now;
    }
    const auto* date = embargo->get_if<Date>();
    return !date || to_utc(std::chrono::local_days(*date), scope_.time_zone) > scope_.now;
  }

  void read_attachment(const SourceFile& file) {
    if (may_be_copied(file)) {
      reading_.may_be_copied = true;
      return clear_path(file);
    }
    reading_.is_withheld = true;
    const std::string name(file_name(file.path.view()));
    const std::string_view slug = slug_of(file.path.view());
    if (!slug.empty()) withhold_name(file, std::string(slug) + "/" + name, true);
    withhold_name(file, name, false);
  }

  bool may_be_copied(const SourceFile& file) const {
    const MeetingLabel* meeting = label_of(file);
    if (!meeting || meeting->withheld) return false;
    const std::string_view name = file_name(file.path.view());
    const auto is_file = [&](const MeetingLabel::Attachment& admitted) {
      return admitted.file == name && equals_ignoring_case(admitted.sha256, sha256_hex(file.bytes));
    };
    return std::any_of(meeting->admitted.begin(), meeting->admitted.end(), is_file);
  }

  void withhold_document_name(const SourceFile& file) {
    const std::string name(without_extension(file_name(file.path.view())));
    if (slug_of(file.path.view()).empty()) withhold_name(file, name + "/index.html", false);
    withhold_name(file, name, false);
  }

  void withhold_name(const SourceFile& file, const std::string& name, bool certain) {
    Passage passage;
    passage.kind = PassageKind::file_name;
    passage.file = &file;
    passage.span = SourceSpan{file.path};
    passage.words = words_of(name);
    passage.certain = certain;
    if (!passage.words.empty()) reading_.withheld.push_back(std::move(passage));
  }

  void clear_path(const SourceFile& file) {
    std::string_view path = file.path.view();
    if (path.starts_with(kContent)) path.remove_prefix(kContent.size());
    add_cleared_value(reading_, words_of(path));
    for (std::string_view part : split(path, '/')) {
      add_cleared_value(reading_, words_of(part));
      add_cleared_value(reading_, words_of(without_extension(part)));
    }
  }

  const TreeFacts& facts_;
  const ReadingScope& scope_;
  FileReading reading_;
};

}  // namespace

FileReading read_file(const SourceFile& file, const TreeFacts& facts, const ReadingScope& scope) {
  return FileReader(facts, scope).read(file);
}

}  // namespace opsg::audit
