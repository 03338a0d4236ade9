#include "data_set.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "data_columns.h"
#include "data_entry_columns.h"
#include "html_url.h"
#include "passages_json.h"
#include "site_passages.h"
#include "view_text.h"

namespace opsg::released {
namespace {

Json time_json(const std::optional<TimeOfDay>& time) {
  return time ? Json(time_text(*time)) : Json();
}

DataColumns<ComingMeeting> coming_columns() {
  DataColumns<ComingMeeting> columns;
  columns
      .add(DataField{"kind", DataType::text, "the kind of meeting"}.or_null(),
           [](const ComingMeeting& coming) { return text_json(coming.kind); })
      .add({"date", DataType::date, "the day for which it was announced"},
           [](const ComingMeeting& coming) { return iso_date(coming.date); })
      .add(DataField{"moved_from", DataType::date, "the day for which it was announced before"}
               .or_null(),
           [](const ComingMeeting& coming) { return date_json(coming.moved_from); })
      .add(DataField{"remark", DataType::text, "what was said of it"}.or_null(),
           [](const ComingMeeting& coming) { return text_json(coming.remark); })
      .add({"cancelled", DataType::flag, "whether it was called off"},
           [](const ComingMeeting& coming) { return coming.cancelled; });
  return columns;
}

DataColumns<Record> document_columns() {
  DataColumns<Record> columns;
  columns
      .add({"name", DataType::text, "headlines, minutes, ..."},
           [](const Record& record) { return record.name; })
      .add({"classification", DataType::text, "the level of the document"},
           [](const Record& record) { return record.level; });
  return columns;
}

struct MeetingFile {
  const Meeting& meeting;
  const Attachment& file;
};

DataColumns<MeetingFile> attachment_columns(const PageContext& context) {
  DataColumns<MeetingFile> columns;
  columns
      .add(DataField{"title", DataType::text, "what the file is called"}.or_null(),
           [](const MeetingFile& at) { return text_json(at.file.title); })
      .add({"classification", DataType::text, "the level of the file"},
           [](const MeetingFile& at) { return at.file.level; })
      .add({"url", DataType::url, "the file"}, [&context](const MeetingFile& at) {
        return data_url(context, context.permalinks.attachment(at.meeting, at.file));
      });
  return columns;
}

void add_meeting_facts(DataColumns<Meeting>& columns, const PageContext& context) {
  columns
      .add({"code", DataType::text, "the committee's own text for the meeting"},
           [](const Meeting& meeting) { return meeting.code; })
      .add({"title", DataType::text, "what the meeting is called"},
           [](const Meeting& meeting) { return meeting.title; })
      .add(DataField{"kind", DataType::text, "the kind of meeting"}.or_null(),
           [](const Meeting& meeting) { return text_json(meeting.kind); })
      .add({"date", DataType::date, "the day of the meeting"},
           [](const Meeting& meeting) { return iso_date(meeting.date); })
      .add(DataField{"start", DataType::time, "when it began"}.or_null(),
           [](const Meeting& meeting) { return time_json(meeting.start); })
      .add(DataField{"end", DataType::time, "when it ended"}.or_null(),
           [](const Meeting& meeting) { return time_json(meeting.end); })
      .add(DataField{"place", DataType::text, "where it was held"}.or_null(),
           [](const Meeting& meeting) { return text_json(meeting.place); })
      .add({"cancelled", DataType::flag, "whether it was called off"},
           [](const Meeting& meeting) { return meeting.cancelled; })
      .add({"url", DataType::url, "the meeting's page"}, [&context](const Meeting& meeting) {
        return data_url(context, context.permalinks.meeting(meeting));
      });
}

void add_meeting_lists(DataColumns<Meeting>& columns, const PageContext& context) {
  const DataColumns<Record> documents = document_columns();
  columns.add(objects_of("documents", "the documents that have a page", documents.fields()),
              [&context, documents](const Meeting& meeting) {
                Json out = Json::array();
                for (const std::size_t index : meeting.records) {
                  const Record& record = context.site.records[index];
                  if (record.complete) out.push_back(documents.row(record));
                }
                return out;
              });
  const DataColumns<MeetingFile> files = attachment_columns(context);
  columns.add(objects_of("attachments", "the files that go with it", files.fields()),
              [files](const Meeting& meeting) {
                Json out = Json::array();
                for (const Attachment& file : meeting.attachments) {
                  out.push_back(files.row({meeting, file}));
                }
                return out;
              });
  const DataColumns<ComingMeeting> coming = coming_columns();
  columns.add(objects_of("next", "the meetings that it announced", coming.fields()),
              [coming](const Meeting& meeting) { return coming.rows(meeting.next); });
}

DataSet meetings(const PageContext& context) {
  DataColumns<Meeting> columns;
  add_meeting_facts(columns, context);
  add_meeting_lists(columns, context);
  return {"meetings",
          "Meetings",
          "a meeting, oldest first",
          "meetings",
          columns.fields(),
          "code",
          true,
          [&context] { return context.site.meetings.size(); },
          [&context, columns](const RowSink& sink) {
            columns.for_each_row(context.site.meetings, sink);
          }};
}

DataSet entries(const PageContext& context, const Register& reg) {
  const DataColumns<RegisterEntry> columns = entry_columns(context, reg.definition);
  return {reg.definition.name,
          reg.definition.title,
          "an entry of the register, by its id",
          "entries",
          columns.fields(),
          "key",
          true,
          [&reg] { return reg.entries.size(); },
          [&reg, columns](const RowSink& sink) { columns.for_each_row(reg.entries, sink); }};
}

DataSet decisions(const PageContext& context) {
  DataColumns<DecisionPlace> columns;
  const Site& site = context.site;
  const auto decision_at = [&site](const DecisionPlace& at) -> const Decision& {
    return site.records[at.record].decisions[at.decision];
  };
  columns
      .add({"verb", DataType::text, "what was done, in lower case: agreed"},
           [=](const DecisionPlace& at) { return decision_at(at).verb; })
      .add({"text", DataType::text, "the sentence or list item"},
           [=](const DecisionPlace& at) { return decision_at(at).subject; });
  add_place(
      columns,
      [=, &site](const DecisionPlace& at) {
        const Record& record = site.records[at.record];
        return DataPlace{site.meetings[at.meeting], record, record.item_of(decision_at(at)),
                         decision_at(at).anchor};
      },
      context);
  return {"decisions",
          "Decisions",
          "a bold verb of a record, by meeting and place",
          "decisions",
          columns.fields(),
          "url",
          true,
          [&site] { return site.decisions.size(); },
          [&site, columns](const RowSink& sink) { columns.for_each_row(site.decisions, sink); }};
}

DataColumns<MentionPlace> mention_columns(const PageContext& context) {
  DataColumns<MentionPlace> columns;
  const Site& site = context.site;
  add_place(
      columns,
      [&site](const MentionPlace& at) {
        const Record& record = site.records[at.record];
        const Item* item = at.item == kNoItem ? nullptr : &record.items[at.item];
        return DataPlace{site.meetings[at.meeting], record, item,
                         item ? item->anchor : std::string()};
      },
      context);
  columns.add({"text", DataType::text,
               "the paragraph, heading or table row that mentions it, or part of it"},
              [](const MentionPlace& at) { return at.excerpt; });
  return columns;
}

DataSet references(const PageContext& context) {
  const DataColumns<MentionPlace> mentions = mention_columns(context);
  DataColumns<ReferencePage> columns;
  columns
      .add({"id", DataType::text, "as the records write it"},
           [](const ReferencePage& page) { return page.id; })
      .add({"type", DataType::text, "what it is: the pattern's name in site.toml"},
           [](const ReferencePage& page) { return page.definition; })
      .add(DataField{"link", DataType::url, "where it is kept"}.or_null(),
           [](const ReferencePage& page) {
             return page.link && is_safe_absolute_url(*page.link) ? Json(encoded_url(*page.link))
                                                                  : Json();
           })
      .add({"url", DataType::url, "its page here"}, [&context](const ReferencePage& page) {
        return data_url(context, context.permalinks.reference(page));
      });
  DataField list = objects_of("mentions", "where records mention it", mentions.fields());
  list.own_table = true;
  columns.add(std::move(list),
              [mentions](const ReferencePage& page) { return mentions.rows(page.mentions); });
  return {"references",
          "References",
          "something that records mention",
          "references",
          columns.fields(),
          "id",
          true,
          [&context] { return context.site.references.size(); },
          [&context, columns](const RowSink& sink) {
            columns.for_each_row(context.site.references, sink);
          }};
}

DataSet parties(const PageContext& context) {
  static const std::vector<Party> kNone;
  const auto& vocabulary = context.site.vocabulary;
  const std::vector<Party>& all = vocabulary ? vocabulary->parties() : kNone;
  DataColumns<Party> columns;
  columns
      .add({"name", DataType::text, "as the records write it"},
           [](const Party& party) { return party.name; })
      .add(DataField{"title", DataType::text, "the name in full"}.or_null(),
           [](const Party& party) { return text_json(party.title); })
      .add({"also", DataType::texts, "other names of it"},
           [](const Party& party) { return party.also; })
      .add({"url", DataType::url, "its page"}, [&context](const Party& party) {
        return data_url(context, context.permalinks.party(party));
      });
  return {"parties",
          "Parties",
          "an organisation",
          "parties",
          columns.fields(),
          "name",
          true,
          [&all] { return all.size(); },
          [&all, columns](const RowSink& sink) { columns.for_each_row(all, sink); }};
}

DataSet passages(const PageContext& context) {
  DataSet set{"passages",
              "Passages",
              "a document of what the site publishes, passage by passage",
              "documents",
              passage_fields(),
              "document",
              false,
              [&context] { return passage_documents(context).size(); },
              {}};
  set.for_each_text = [&context](const TextSink& sink) { for_each_document_json(context, sink); };
  return set;
}

}  // namespace

std::vector<DataSet> data_sets(const PageContext& context) {
  std::vector<DataSet> sets = {meetings(context)};
  for (const Register& reg : context.site.registers) sets.push_back(entries(context, reg));
  sets.push_back(decisions(context));
  sets.push_back(references(context));
  sets.push_back(parties(context));
  sets.push_back(passages(context));
  return sets;
}

std::string json_path(const DataSet& set) {
  return fmt::format("data/{}.json", set.name);
}

std::string schema_path(const DataSet& set) {
  return fmt::format("data/schema/{}.json", set.name);
}

std::string csv_path(const DataSet& set, const std::string& table) {
  return table.empty() ? fmt::format("data/{}.csv", set.name)
                       : fmt::format("data/{}-{}.csv", set.name, table);
}

}  // namespace opsg::released
