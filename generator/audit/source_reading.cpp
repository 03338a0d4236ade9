#include "source_reading.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "audit_memo.h"
#include "markdown_passages.h"
#include "parallel.h"
#include "reading_key.h"
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
constexpr std::size_t kAtATime = 64;

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
  const SourceFile* file = nullptr;  ///< Null where the folder has no meeting.toml.
  MeetingLabel label;
  std::optional<TomlTable> facts;        ///< Where the file was read just now.
  std::string key;                       ///< Empty where there is no memo.
  std::shared_ptr<const ReadFile> kept;  ///< Where it was read before.
};

/// What a file's reading depends on besides the file.
struct TreeFacts {
  std::map<std::string, MeetingReading, std::less<>> meetings;  ///< By slug.
  std::vector<std::string> raising_keywords;

  const MeetingReading* meeting_of(std::string_view path) const {
    const auto at = meetings.find(slug_of(path));
    return at == meetings.end() ? nullptr : &at->second;
  }
  /// Null outside meetings/; a folder without a meeting.toml is a withheld meeting.
  const MeetingLabel* label_of(std::string_view path) const {
    const MeetingReading* meeting = meeting_of(path);
    return meeting ? &meeting->label : nullptr;
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

std::optional<MeetingLabel::Attachment> read_admitted(const TomlValue& entry,
                                                      const ReadingScope& scope) {
  const TomlTable* table = entry.table();
  const TomlValue* name = table ? table->find("file") : nullptr;
  const TomlValue* digest = table ? table->find("sha256") : nullptr;
  if (!name || !name->string() || !digest || !digest->string()) return std::nullopt;
  if (!scope.clearance.admits(required_level(*table, scope.policy))) return std::nullopt;
  return MeetingLabel::Attachment{*name->string(), *digest->string()};
}

MeetingLabel read_meeting_label(const std::optional<TomlTable>& facts, const ReadingScope& scope) {
  MeetingLabel label;
  label.level = facts ? required_level(*facts, scope.policy) : scope.policy.most_closed();
  label.withheld = !scope.clearance.admits(label.level);
  const TomlValue* list = facts ? facts->find("attachments") : nullptr;
  if (!list || !list->array()) return label;
  for (const TomlValue& entry : *list->array()) {
    if (auto admitted = read_admitted(entry, scope)) label.admitted.push_back(std::move(*admitted));
  }
  return label;
}

/// What all readings of an audit share.
struct ReadingRun {
  const SourceTree& tree;
  const ReadingScope& scope;
  int jobs = 1;
  restricted::AuditMemo* memo = nullptr;
  std::string scope_key;  ///< Empty where there is no memo.
};

MeetingReading read_meeting_file(const SourceFile& file, const ReadingRun& run) {
  MeetingReading meeting{&file, {}, {}, {}, {}};
  if (run.memo) {
    meeting.key = reading_key(run.scope_key, file, nullptr);
    meeting.kept = run.memo->find_reading(meeting.key);
  }
  if (meeting.kept) {
    meeting.label = meeting.kept->meeting;
  } else {
    meeting.facts = parse(file, file.bytes, 1);
    meeting.label = read_meeting_label(meeting.facts, run.scope);
  }
  return meeting;
}

std::vector<std::string> raising_keywords(const SourceTree& tree) {
  const SourceFile* site = tree.find("site.toml");
  return site ? read_raising_keywords(*site) : std::vector<std::string>();
}

TreeFacts read_facts(const ReadingRun& run, std::vector<std::string> raising_keywords) {
  TreeFacts facts{{}, std::move(raising_keywords)};
  std::vector<const SourceFile*> files;
  for (const SourceFile& file : run.tree.files) {
    const std::string_view slug = slug_of(file.path.view());
    if (!slug.empty()) {
      facts.meetings[std::string(slug)].label.level = run.scope.policy.most_closed();
    }
    if (is_meeting_file(file)) files.push_back(&file);
  }
  std::vector<MeetingReading> read(files.size());
  for_each_index(files.size(), run.jobs,
                 [&](std::size_t i) { read[i] = read_meeting_file(*files[i], run); });
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

  const MeetingLabel* label_of(const SourceFile& file) const {
    return facts_.label_of(file.path.view());
  }

  void read_public_table(const SourceFile& file) {
    const auto table = parse(file, file.bytes, 1);
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

/// Nothing is kept of attachments: their names are read as fast as found.
bool is_worth_keeping(const SourceFile& file) {
  const std::string_view path = file.path.view();
  return path.ends_with(".md") || is_public_table(path);
}

void add(const SourceFile& file, ReadFile read, SourceReading& reading) {
  for (Passage& passage : read.withheld) {
    passage.file = &file;
    reading.withheld.push_back(std::move(passage));
  }
  if (read.is_withheld) reading.withheld_files.push_back(&file);
  if (read.may_be_copied) reading.cleared_files.push_back(&file);
  reading.public_text.add(std::move(read.text));
}

/// Reads the files in parallel, and gathers what was read in the tree's order.
class TreeReader {
 public:
  TreeReader(const ReadingRun& run, const TreeFacts& facts)
      : run_(run),
        facts_(facts),
        vocabulary_(run.memo ? run.memo->vocabulary() : std::make_shared<Vocabulary>()),
        reading_(vocabulary_) {}

  SourceReading read() {
    const std::vector<SourceFile>& files = run_.tree.files;
    std::vector<Slot> slots(std::min(files.size(), kAtATime));
    for (std::size_t begin = 0; begin < files.size(); begin += kAtATime) {
      const std::size_t count = std::min(kAtATime, files.size() - begin);
      for_each_index(count, run_.jobs,
                     [&](std::size_t i) { slots[i] = read_file(files[begin + i]); });
      for (std::size_t i = 0; i < count; ++i) gather(files[begin + i], std::move(slots[i]));
    }
    return std::move(reading_);
  }

 private:
  struct Slot {
    std::string key;  ///< Empty where nothing is to be kept.
    std::shared_ptr<const ReadFile> kept;
    FileReading fresh;  ///< Where nothing was kept.
  };

  Slot read_file(const SourceFile& file) const {
    Slot slot;
    const MeetingReading* meeting = facts_.meeting_of(file.path.view());
    if (meeting && meeting->file == &file) {
      slot.key = meeting->key;
      slot.kept = meeting->kept;
    } else if (run_.memo && is_worth_keeping(file)) {
      slot.key = reading_key(run_.scope_key, file, facts_.label_of(file.path.view()));
      slot.kept = run_.memo->find_reading(slot.key);
    }
    if (!slot.kept) slot.fresh = FileReader(facts_, run_.scope).read(file);
    return slot;
  }

  void gather(const SourceFile& file, Slot slot) {
    if (slot.kept) return add(file, *slot.kept, reading_);
    ReadFile read{std::move(slot.fresh.withheld),
                  std::make_shared<const FileText>(compact(slot.fresh, *vocabulary_)),
                  {},
                  slot.fresh.is_withheld,
                  slot.fresh.may_be_copied};
    if (is_meeting_file(file)) read.meeting = *facts_.label_of(file.path.view());
    if (!slot.key.empty() && !slot.fresh.depends_on_clock) {
      run_.memo->keep_reading(slot.key, std::make_shared<const ReadFile>(read));
    }
    add(file, std::move(read), reading_);
  }

  const ReadingRun& run_;
  const TreeFacts& facts_;
  std::shared_ptr<Vocabulary> vocabulary_;
  SourceReading reading_;
};

}  // namespace

SourceReading read_sources(const SourceTree& tree, const ReadingScope& scope, int jobs,
                           restricted::AuditMemo* memo) {
  std::vector<std::string> keywords = raising_keywords(tree);
  const ReadingRun run{tree, scope, jobs, memo, memo ? scope_key(scope, keywords) : std::string()};
  const TreeFacts facts = read_facts(run, std::move(keywords));
  return TreeReader(run, facts).read();
}

}  // namespace opsg::audit
