#include "data_files.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "field_json.h"

namespace opsg::released {
namespace {

Json optional_text(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json time_json(const std::optional<TimeOfDay>& time) {
  return time ? Json(fmt::format("{:02}:{:02}", time->hour, time->minute)) : Json();
}

RenderedFile data_file(std::string_view name, const Json& content) {
  constexpr auto kReplaceBadUtf8 = Json::error_handler_t::replace;
  return {fmt::format("data/{}.json", name), content.dump(2, ' ', false, kReplaceBadUtf8) + '\n'};
}

class DataWriter {
 public:
  DataWriter(const Site& site, const Permalinks& permalinks)
      : site_(site), permalinks_(permalinks) {}

  RenderedFile meetings() const {
    Json out = head("Meetings");
    out["meetings"] = Json::array();
    for (const Meeting& meeting : site_.meetings) out["meetings"].push_back(meeting_json(meeting));
    return data_file("meetings", out);
  }

  RenderedFile entries(const Register& joined) const {
    Json out = head(joined.definition.title);
    out["fields"] = Json::array();
    for (const FieldDefinition& field : joined.definition.fields) {
      out["fields"].push_back({{"name", field.name}, {"title", field.title}});
    }
    out["entries"] = Json::array();
    for (const RegisterEntry& entry : joined.entries) {
      out["entries"].push_back(entry_json(entry, joined.definition));
    }
    return data_file(joined.definition.name, out);
  }

  RenderedFile decisions() const {
    Json out = head("Decisions");
    out["decisions"] = Json::array();
    for (const DecisionPlace& at : site_.decisions) {
      const Record& record = site_.records[at.record];
      const Decision& decision = record.decisions[at.decision];
      Json each{{"verb", decision.verb}, {"text", decision.subject}};
      each.update(place_json(at.meeting, record, record.item_of(decision)));
      each["url"] = permalinks_.url(permalinks_.place(record, decision.anchor));
      out["decisions"].push_back(std::move(each));
    }
    return data_file("decisions", out);
  }

  RenderedFile references() const {
    Json out = head("References");
    out["references"] = Json::array();
    for (const ReferencePage& page : site_.references) {
      Json each{{"id", page.id},
                {"type", page.definition},
                {"link", page.link ? Json(*page.link) : Json()},
                {"url", permalinks_.url(permalinks_.reference(page))},
                {"mentions", Json::array()}};
      for (const MentionPlace& at : page.mentions) each["mentions"].push_back(mention_json(at));
      out["references"].push_back(std::move(each));
    }
    return data_file("references", out);
  }

 private:
  Json head(std::string_view title) const {
    return {{"title", title}, {"site", site_.config.title}, {"as_of", date_json(site_.as_of)}};
  }

  Json meeting_json(const Meeting& meeting) const {
    Json out{{"code", meeting.code},
             {"title", meeting.title},
             {"kind", optional_text(meeting.kind)},
             {"date", iso_date(meeting.date)},
             {"start", time_json(meeting.start)},
             {"end", time_json(meeting.end)},
             {"place", optional_text(meeting.place)},
             {"cancelled", meeting.cancelled},
             {"url", permalinks_.url(permalinks_.meeting(meeting))},
             {"documents", Json::array()},
             {"attachments", Json::array()},
             {"next", Json::array()}};
    for (const std::size_t index : meeting.records) {
      const Record& record = site_.records[index];
      if (!record.complete) continue;
      out["documents"].push_back({{"name", record.name}, {"classification", record.level}});
    }
    for (const Attachment& file : meeting.attachments) {
      out["attachments"].push_back(
          {{"title", optional_text(file.title)},
           {"classification", file.level},
           {"url", permalinks_.url(permalinks_.attachment(meeting, file))}});
    }
    for (const ComingMeeting& coming : meeting.next) {
      out["next"].push_back({{"kind", optional_text(coming.kind)},
                             {"date", iso_date(coming.date)},
                             {"remark", optional_text(coming.remark)}});
    }
    return out;
  }

  Json entry_json(const RegisterEntry& entry, const RegisterDefinition& definition) const {
    Json out{{"id", entry.id},
             {"title", optional_text(entry.title)},
             {"url", permalinks_.url(permalinks_.entry(definition, entry))}};
    if (!definition.states.empty()) out.update(progress_json(entry));
    out["fields"] = fields_json(entry.present);
    out["history"] = Json::array();
    for (const Step& step : entry.history) out["history"].push_back(step_json(step));
    return out;
  }

  Json progress_json(const RegisterEntry& entry) const {
    Json out{{"state", entry.state},
             {"closed", entry.closed},
             {"raised", date_json(entry.raised)},
             {"closed_on", date_json(entry.closed_on)},
             {"targets", Json::array()},
             {"days_overdue", entry.days_overdue},
             {"slippage_days", entry.slippage_days}};
    for (const TargetRevision& target : entry.targets) {
      out["targets"].push_back({{"date", date_json(target.date)},
                                {"meeting", site_.meeting(entry.history[target.step]).code}});
    }
    return out;
  }

  Json step_json(const Step& step) const {
    const Record& record = site_.records[step.record];
    const Entry& word = record.entries[step.entry];
    Json out = place_json(step.meeting, record, record.item_of(word));
    out["url"] = permalinks_.url(permalinks_.place(record, word.anchor));
    out["raises"] = word.raises;
    out["title"] = optional_text(word.title);
    out["fields"] = fields_json(word.fields);
    out["text"] = Json::array();
    for (cmark_node* block : word.prose) out["text"].push_back(plain_text(block));
    return out;
  }

  Json mention_json(const MentionPlace& at) const {
    const Record& record = site_.records[at.record];
    const Item* item = at.item == kNoItem ? nullptr : &record.items[at.item];
    Json out = place_json(at.meeting, record, item);
    out["url"] = permalinks_.url(item ? permalinks_.place(record, item->anchor)
                                      : permalinks_.record(record));
    out["text"] = at.excerpt;
    return out;
  }

  Json place_json(std::size_t meeting, const Record& record, const Item* item) const {
    return {{"meeting", site_.meetings[meeting].code},
            {"date", iso_date(site_.meetings[meeting].date)},
            {"document", record.name},
            {"item", item ? Json(item->number) : Json()}};
  }

  const Site& site_;
  const Permalinks& permalinks_;
};

}  // namespace

std::vector<RenderedFile> data_files(const Site& site, const Permalinks& permalinks) {
  const DataWriter writer(site, permalinks);
  std::vector<RenderedFile> files{writer.meetings()};
  for (const Register& joined : site.registers) files.push_back(writer.entries(joined));
  files.push_back(writer.decisions());
  files.push_back(writer.references());
  return files;
}

}  // namespace opsg::released
