#include "site_passages.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "config_passages.h"
#include "data_entry_columns.h"
#include "labelled_passages.h"
#include "meeting_passages.h"
#include "record_passages.h"
#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

std::string also(const std::vector<std::string>& names) {
  return names.empty() ? "" : " (also " + joined(names) + ')';
}

void read_policy(const PageContext& context, const PassageSink& sink) {
  LabelledPassages passages(context, sink, "policy", "fact");
  for (const PolicyLevel& level : context.policy.levels) {
    passages.add("policy/", capitalised(level.name),
                 level.description + ' ' + level.handling + also(level.other_names));
  }
  const auto& notice = context.policy.withheld_notice;
  if (notice) passages.add("policy/", "Notice", *notice);
}

void read_glossary(const PageContext& context, const PassageSink& sink) {
  LabelledPassages passages(context, sink, "glossary", "term");
  for (const auto& [acronym, expansion] : context.site.vocabulary->glossary()) {
    passages.add("glossary/", acronym, expansion);
  }
}

void read_parties(const PageContext& context, const PassageSink& sink) {
  LabelledPassages passages(context, sink, "parties", "party");
  for (const Party& party : context.site.vocabulary->parties()) {
    passages.add(context.permalinks.party(party), party.name, party.title + also(party.also));
  }
}

class DocumentList {
 public:
  explicit DocumentList(const PageContext& context) : context_(context) {}

  void add_what_is_public() {
    add("site", "", read_site);
    add("policy", "policy/", read_policy);
    add("registers", "", read_registers);
    add("references", "references/", read_references);
    if (!context_.site.vocabulary) return;
    add("glossary", "glossary/", read_glossary);
    add("parties", "parties/", read_parties);
  }

  void add_pages() {
    for (const std::size_t page : context_.site.pages) add_record(context_.site.records[page], {});
  }

  void add_meeting(const Meeting& meeting) {
    const std::string folder = "meetings/" + meeting.slug;
    const std::string path = context_.permalinks.meeting(meeting);
    add(folder + "/meeting", path, meeting.code,
        [&context = context_, &meeting](const PassageSink& sink) {
          read_meeting_facts(context, meeting, sink);
        });
    if (!meeting.attachments.empty()) {
      add(folder + "/attachments", path, meeting.code,
          [&context = context_, &meeting](const PassageSink& sink) {
            read_attachments(context, meeting, sink);
          });
    }
    for (const std::size_t record : meeting.records) {
      add_record(context_.site.records[record], meeting.code);
    }
  }

  std::vector<PassageDocument> take() { return std::move(documents_); }

 private:
  void add(std::string name, std::string_view path,
           void (*read)(const PageContext&, const PassageSink&)) {
    add(std::move(name), path, {},
        [&context = context_, read](const PassageSink& sink) { read(context, sink); });
  }

  void add_record(const Record& record, const std::string& meeting) {
    add(passage_document(record), context_.permalinks.record(record), meeting,
        [&context = context_, &record](const PassageSink& sink) {
          read_record_passages(context, record, sink);
        });
  }

  void add(std::string name, std::string_view path, std::string meeting,
           std::function<void(const PassageSink&)> read) {
    documents_.push_back(
        {std::move(name), std::move(meeting), data_url(context_, path), std::move(read)});
  }

  const PageContext& context_;
  std::vector<PassageDocument> documents_;
};

}  // namespace

std::vector<PassageDocument> passage_documents(const PageContext& context) {
  DocumentList list(context);
  list.add_what_is_public();
  list.add_pages();
  for (const Meeting& meeting : context.site.meetings) list.add_meeting(meeting);
  return list.take();
}

std::vector<Passage> site_passages(const PageContext& context) {
  std::vector<Passage> passages;
  for (const PassageDocument& document : passage_documents(context)) {
    document.read([&](const Passage& passage) { passages.push_back(passage); });
  }
  return passages;
}

}  // namespace opsg::released
