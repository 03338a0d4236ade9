#include "meeting_labels.h"

#include <utility>

#include "audit_memo.h"
#include "parallel.h"
#include "reading_key.h"
#include "source_names.h"
#include "text.h"
#include "toml_passages.h"

namespace opsg::audit {
namespace {

std::vector<std::string> keywords_of(const SourceFile& file) {
  std::vector<std::string> keywords;
  const auto site = parse_table(file, file.bytes, 1);
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

MeetingReading read_meeting_file(const SourceFile& file, const ReadingRun& run) {
  MeetingReading meeting{&file, {}, {}, {}, {}};
  if (run.memo) {
    meeting.key = reading_key(run.scope_key, file, nullptr);
    meeting.kept = run.memo->find_reading(meeting.key);
  }
  if (meeting.kept) {
    meeting.label = meeting.kept->meeting;
  } else {
    meeting.facts = parse_table(file, file.bytes, 1);
    meeting.label = read_meeting_label(meeting.facts, run.scope);
  }
  return meeting;
}

}  // namespace

const MeetingReading* TreeFacts::meeting_of(std::string_view path) const {
  const auto at = meetings.find(slug_of(path));
  return at == meetings.end() ? nullptr : &at->second;
}

const MeetingLabel* TreeFacts::label_of(std::string_view path) const {
  const MeetingReading* meeting = meeting_of(path);
  return meeting ? &meeting->label : nullptr;
}

std::vector<std::string> read_raising_keywords(const SourceTree& tree) {
  const SourceFile* site = tree.find("site.toml");
  return site ? keywords_of(*site) : std::vector<std::string>();
}

TreeFacts read_tree_facts(const ReadingRun& run, std::vector<std::string> raising_keywords) {
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

}  // namespace opsg::audit
