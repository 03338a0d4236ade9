#include <tbb/parallel_for.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "attachment_copies.h"
#include "attachment_labels.h"
#include "file_names.h"
#include "file_places.h"
#include "gate.h"
#include "label_context.h"
#include "label_document.h"
#include "label_meeting.h"
#include "label_memo.h"
#include "public_tables.h"
#include "text.h"
#include "toml_markings.h"

namespace opsg::restricted {
namespace {

bool is_document(FileKind kind) {
  return kind == FileKind::meeting_document || kind == FileKind::page;
}

/// Labels files side by side. What is found in them is reported in their order.
template <class Labelled, class Label>
std::vector<Labelled> label_files(const std::vector<const SourceFile*>& files,
                                  const LabelContext& context, const Label& label) {
  struct Outcome {
    std::optional<Labelled> labelled;
    Diagnostics found;
    std::set<SourcePath> doubtful;
  };
  std::vector<Outcome> outcomes(files.size());
  tbb::parallel_for(std::size_t{0}, files.size(), [&](std::size_t i) {
    auto& [labelled, found, doubtful] = outcomes[i];
    labelled = label(*files[i], LabelContext{context.markings, context.statements,
                                             context.time_zone, found, doubtful});
  });
  std::vector<Labelled> all;
  for (auto& [labelled, found, doubtful] : outcomes) {
    if (labelled) all.push_back(std::move(*labelled));
    context.diagnostics.append(std::move(found));
    context.doubtful.merge(doubtful);
  }
  return all;
}

std::vector<const SourceFile*> files_of_kind(const SourceTree& tree, const auto& is_wanted) {
  std::vector<const SourceFile*> files;
  for (const SourceFile& file : tree.files) {
    if (is_wanted(place_of(file.path.view()).kind)) files.push_back(&file);
  }
  return files;
}

bool is_meeting(FileKind kind) {
  return kind == FileKind::meeting;
}

std::vector<LabelledMeeting> label_meetings(const SourceTree& tree, const LabelContext& context) {
  auto meetings =
      label_files<LabelledMeeting>(files_of_kind(tree, is_meeting), context, label_meeting);
  // By path, "a-b" comes before "a": '-' sorts before '/'.
  std::sort(meetings.begin(), meetings.end(),
            [](const LabelledMeeting& a, const LabelledMeeting& b) { return a.slug < b.slug; });
  return meetings;
}

/// In upper case.
std::set<std::string, std::less<>> words_for_no_person(const MarkingContext& markings) {
  std::set<std::string, std::less<>> words = markings.names.known_words();
  for (const std::string& name : markings.policy.all_names()) words.insert(ascii_upper(name));
  return words;
}

KnownMeetings gather_facts(const std::vector<LabelledMeeting>& meetings, const SourceTree& tree,
                           const LabelContext& context) {
  KnownMeetings facts{meetings, {}, {}};
  facts.complete = meetings.size() == files_of_kind(tree, is_meeting).size();
  const TomlScope scope{context.policy(), context.rules(), true};
  const auto not_people = words_for_no_person(context.markings);
  for (const LabelledMeeting& meeting : meetings) {
    facts.codes.add(meeting, context.diagnostics);
    facts.names.add(meeting.facts, meeting.label, scope, not_people, context.diagnostics);
  }
  return facts;
}

TomlTable without(const TomlTable& table, std::string_view key) {
  TomlTable rest;
  for (const auto& entry : table.entries) {
    if (entry.first.name != key) rest.entries.push_back(entry);
  }
  return rest;
}

TomlTable policy_of(const TomlTable& site) {
  const TomlValue* policy = site.find("policy");
  return policy && policy->table() ? *policy->table() : TomlTable();
}

void check_names_in_tables(const LabelledSite& site, const KnownMeetings& facts,
                           const LabelContext& context) {
  if (!context.rules().names_in_prose) return;
  const auto check = [&](const TomlTable& table, const SourcePath& path, Level level,
                         bool personal_names) {
    const TomlScope scope{context.policy(), context.rules(), personal_names};
    const bool certain =
        check_names_in_table(table, level, scope, facts.names, context.diagnostics);
    if (!certain) context.doubtful.insert(path);
  };
  check(without(site.site, "policy"), site.site_path, Level{}, false);
  const TomlScope scope{context.policy(), context.rules(), false};
  if (!check_names_in_policy(policy_of(site.site), scope, facts.names, context.diagnostics)) {
    context.doubtful.insert(site.site_path);
  }
  check(site.parties, SourcePath(std::string(kPartiesPath)), Level{}, false);
  check(site.glossary, SourcePath(std::string(kGlossaryPath)), Level{}, false);
  for (const LabelledMeeting& meeting : facts.meetings) {
    check(meeting.facts, meeting.path, meeting.label, true);
    const bool certain = check_names_in_name(meeting.slug, meeting.label, meeting.label_span,
                                             facts.names, context.policy(), context.diagnostics);
    if (!certain) context.doubtful.insert(meeting.path);
  }
}

void check_public_tables(const LabelledSite& site, const LabelContext& context) {
  const auto check = [&](const TomlTable& table, std::string_view path) {
    const bool certain = check_public_table(table, path, context.markings, context.diagnostics);
    if (!certain) context.doubtful.insert(SourcePath(std::string(path)));
  };
  check(site.parties, kPartiesPath);
  check(site.glossary, kGlossaryPath);
  const TomlTable settings = without(site.site, "policy");
  // What is said of levels names them.
  const TomlTable policy = without(policy_of(site.site), "levels");
  for (const TomlTable* table : {&settings, &policy}) {
    if (check_no_markings(*table, context.markings, context.diagnostics)) continue;
    context.doubtful.insert(site.site_path);
  }
}

/// A folder without a meeting.toml has records that no label of a meeting covers.
void check_meeting_files(const SourceTree& tree, Diagnostics& diagnostics) {
  std::string_view last;
  for (const SourceFile& file : tree.files) {
    const FilePlace place = place_of(file.path.view());
    if (place.meeting.empty() || place.meeting == last) continue;
    last = place.meeting;
    const std::string folder = "content/meetings/" + std::string(place.meeting);
    if (tree.find(folder + "/meeting.toml")) continue;
    diagnostics
        .error("meeting-missing", SourceSpan{SourcePath(folder)}, "the folder has no meeting.toml")
        .with_help("write one with the meeting's classification, code and date");
  }
}

std::vector<LabelledDocument> label_documents(const SourceTree& tree, const KnownMeetings& facts,
                                              const LabelContext& context, LabelMemo* memo) {
  const std::string key = memo ? labelling_key(tree, context.rules()) : "";
  const auto label = [&](const SourceFile& file, const LabelContext& own) {
    return memo ? recall_document(file, facts, key, *memo, own) : label_document(file, facts, own);
  };
  return label_files<LabelledDocument>(files_of_kind(tree, is_document), context, label);
}

std::vector<LabelledAttachment> label_all_attachments(const SourceTree& tree,
                                                      const KnownMeetings& facts,
                                                      const LabelContext& context) {
  std::vector<LabelledAttachment> all;
  for (const LabelledMeeting& meeting : facts.meetings) {
    auto attachments = label_attachments(meeting, tree, context.markings, context.diagnostics);
    std::move(attachments.begin(), attachments.end(), std::back_inserter(all));
  }
  const std::set<SourcePath> doubtful =
      check_attachment_copies(facts.meetings, tree, context.markings, context.diagnostics);
  std::erase_if(all, [&](const LabelledAttachment& each) { return doubtful.contains(each.path); });
  std::sort(all.begin(), all.end(), [](const LabelledAttachment& a, const LabelledAttachment& b) {
    return a.path < b.path;
  });
  return all;
}

}  // namespace

std::optional<LabelledSite> label_sources(const SourceTree& tree, const GateRules& rules,
                                          Diagnostics& diagnostics, LabelMemo* memo) {
  check_file_places(tree, diagnostics);
  check_meeting_files(tree, diagnostics);
  auto site_facts = read_site_facts(tree, diagnostics);
  if (!site_facts) return std::nullopt;

  LabelledSite site;
  site.policy = std::move(site_facts->policy);
  site.time_zone = std::move(site_facts->time_zone);
  site.rules = rules;
  site.site = std::move(site_facts->table);
  site.site_path = site_facts->path;
  if (!site_facts->certain) site.doubtful.insert(site.site_path);
  site.parties = read_parties(tree, diagnostics);
  site.glossary = read_glossary(tree, diagnostics);
  site.known_words = known_words(site.parties, site.glossary);

  const MarkingContext markings{site.policy, site.known_words, rules};
  const HandlingStatements statements(site.policy);
  const LabelContext context{markings, statements, site.time_zone, diagnostics, site.doubtful};
  check_public_tables(site, context);
  site.meetings = label_meetings(tree, context);
  const KnownMeetings facts = gather_facts(site.meetings, tree, context);
  check_names_in_tables(site, facts, context);
  site.documents = label_documents(tree, facts, context, memo);
  site.attachments = label_all_attachments(tree, facts, context);
  return site;
}

}  // namespace opsg::restricted
