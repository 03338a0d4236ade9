#include "source_reading.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "markdown_passages.h"
#include "parallel.h"
#include "sha256.h"
#include "text.h"
#include "toml_passages.h"
#include "toml_reader.h"

namespace opsg::audit {
namespace {

constexpr std::string_view kContent = "content/";
constexpr std::string_view kMeetings = "content/meetings/";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Files whose words are held at a time: what is kept of them is a fraction of it.
constexpr std::size_t kAtATime = 512;

/// Nothing on an error, which is for others to report.
std::optional<TomlTable> parse(const SourceFile& file, std::string_view text,
                               std::uint32_t first_line) {
  Diagnostics ignored;
  auto table = read_toml(text, file.path, first_line, ignored);
  return ignored.has_errors() ? std::nullopt : std::move(table);
}

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
    if (line > 0 && fence) return {parse(file, bytes.substr(first, at - first), 2), end + 1};
    at = end + 1;
  }
  return {};
}

/// The name of the folder in meetings/ that the path is in; empty for none.
std::string_view slug_of(std::string_view path) {
  if (!path.starts_with(kMeetings)) return {};
  path.remove_prefix(kMeetings.size());
  const std::size_t slash = path.find('/');
  return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

bool is_public_table(std::string_view path) {
  return path == "site.toml" || path == "content/glossary.toml" || path == "content/parties.toml";
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::string_view without_extension(std::string_view name) {
  return name.substr(0, name.rfind('.'));
}

struct MeetingReading {
  Level level;
  bool withheld = true;
  std::optional<TomlTable> facts;
};

/// What a file's reading depends on besides the file.
struct TreeFacts {
  std::map<std::string, MeetingReading, std::less<>> meetings;  ///< By slug.
  std::vector<std::string> raising_keywords;

  /// Null outside meetings/; a folder without a meeting.toml is a withheld meeting.
  const MeetingReading* meeting_of(std::string_view path) const {
    const auto at = meetings.find(slug_of(path));
    return at == meetings.end() ? nullptr : &at->second;
  }
};

bool is_meeting_file(const SourceFile& file) {
  return !slug_of(file.path.view()).empty() && file_name(file.path.view()) == "meeting.toml";
}

std::vector<std::string> read_raising_keywords(const SourceFile& file) {
  std::vector<std::string> keywords;
  const auto site = parse(file, file.bytes, 1);
  const TomlValue* registers = site ? site->find("registers") : nullptr;
  if (!registers || !registers->table()) return keywords;
  for (const auto& [name, value] : registers->table()->entries) {
    const TomlValue* keyword = value.table() ? value.table()->find("raised_by") : nullptr;
    if (keyword && keyword->string()) keywords.push_back(ascii_upper(*keyword->string()));
  }
  return keywords;
}

MeetingReading read_meeting_label(const SourceFile& file, const ReadingScope& scope) {
  MeetingReading meeting;
  meeting.level = scope.policy.most_closed();
  meeting.facts = parse(file, file.bytes, 1);
  if (meeting.facts) meeting.level = required_level(*meeting.facts, scope.policy);
  meeting.withheld = !scope.clearance.admits(meeting.level);
  return meeting;
}

TreeFacts read_facts(const SourceTree& tree, const ReadingScope& scope, int jobs) {
  TreeFacts facts;
  if (const SourceFile* site = tree.find("site.toml")) {
    facts.raising_keywords = read_raising_keywords(*site);
  }
  std::vector<const SourceFile*> files;
  for (const SourceFile& file : tree.files) {
    const std::string_view slug = slug_of(file.path.view());
    if (!slug.empty()) facts.meetings[std::string(slug)].level = scope.policy.most_closed();
    if (is_meeting_file(file)) files.push_back(&file);
  }
  std::vector<MeetingReading> read(files.size());
  for_each_index(files.size(), jobs,
                 [&](std::size_t i) { read[i] = read_meeting_label(*files[i], scope); });
  for (std::size_t i = 0; i < files.size(); ++i) {
    facts.meetings.find(slug_of(files[i]->path.view()))->second = std::move(read[i]);
  }
  return facts;
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

  const MeetingReading* meeting_of(const SourceFile& file) const {
    return facts_.meeting_of(file.path.view());
  }

  void read_public_table(const SourceFile& file) {
    const auto table = parse(file, file.bytes, 1);
    if (!table) return;
    const TomlScope scope{scope_.policy, scope_.clearance, false, false};
    read_values(file, *table, level_of(*table, Level{}, scope_.policy), scope, reading_);
  }

  void read_meeting(const SourceFile& file) {
    const MeetingReading& meeting = *meeting_of(file);
    const std::string slug(slug_of(file.path.view()));
    if (meeting.withheld) {
      withhold_name(file, "meetings/" + slug, true);
      withhold_name(file, slug, false);
    } else {
      clear_path(file);
    }
    const TomlScope scope{scope_.policy, scope_.clearance};
    if (meeting.facts) read_values(file, *meeting.facts, meeting.level, scope, reading_);
  }

  void read_document(const SourceFile& file) {
    const FrontMatter front = read_front_matter(file);
    const MeetingReading* meeting = meeting_of(file);
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
  bool is_embargoed(const TomlTable& front) const {
    const TomlValue* embargo = front.find("embargo");
    if (!embargo || scope_.clearance.embargoed) return false;
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
    const MeetingReading* meeting = meeting_of(file);
    if (!meeting || meeting->withheld || !meeting->facts) return false;
    const TomlValue* list = meeting->facts->find("attachments");
    if (!list || !list->array()) return false;
    const auto lists_it = [&](const TomlValue& entry) {
      return entry.table() && admits_copy(*entry.table(), file);
    };
    return std::any_of(list->array()->begin(), list->array()->end(), lists_it);
  }

  bool admits_copy(const TomlTable& entry, const SourceFile& file) const {
    const TomlValue* name = entry.find("file");
    const TomlValue* digest = entry.find("sha256");
    return name && name->string() && *name->string() == file_name(file.path.view()) && digest &&
           digest->string() && equals_ignoring_case(*digest->string(), sha256_hex(file.bytes)) &&
           scope_.clearance.admits(required_level(entry, scope_.policy));
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

void add(const SourceFile& file, FileReading read, SourceReading& reading) {
  std::move(read.withheld.begin(), read.withheld.end(), std::back_inserter(reading.withheld));
  if (read.is_withheld) reading.withheld_files.push_back(&file);
  if (read.may_be_copied) reading.cleared_files.push_back(&file);
  reading.public_text.add(read);
}

}  // namespace

SourceReading read_sources(const SourceTree& tree, const ReadingScope& scope, int jobs) {
  const TreeFacts facts = read_facts(tree, scope, jobs);
  SourceReading reading;
  std::vector<FileReading> read(std::min(tree.files.size(), kAtATime));
  for (std::size_t begin = 0; begin < tree.files.size(); begin += kAtATime) {
    const std::size_t count = std::min(kAtATime, tree.files.size() - begin);
    for_each_index(count, jobs, [&](std::size_t i) {
      read[i] = FileReader(facts, scope).read(tree.files[begin + i]);
    });
    for (std::size_t i = 0; i < count; ++i) add(tree.files[begin + i], std::move(read[i]), reading);
  }
  return reading;
}

}  // namespace opsg::audit
