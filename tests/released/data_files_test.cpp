#include "data_files.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catch2.h"
#include "cleared_site.h"
#include "field_json.h"
#include "page_context_fixture.h"
#include "passage_list.h"
#include "sha256.h"
#include "site_passages.h"

namespace opsg::released {
namespace {

using opsg::test::ClearedSite;
using opsg::test::planned_files;

ClearedSite sources() {
  ClearedSite site;
  site.meeting("2021-01-25-opsg-41", R"(code = "41_2501"
kind = "Reporting"
date = 2021-01-25
start = 13:20:00
next = [{ kind = "Main", date = 2021-02-02 }]
)");
  site.document("2021-01-25-opsg-41", "minutes", R"(## 3. Reports (SECAS)

ACTION OPSG 41/01: The DCC to report on MP116.

- Target: 4 February 2021

### Risk 006: CSP N may fail at scale

- Severity: 20 - Critical

The plan is "due".

The OPSG **NOTED** the report.
)");
  site.extract("2021-01-25-opsg-41", "annex", "Text.\n");
  site.attachment("2021-01-25-opsg-41", "annex.pdf");
  return site;
}

std::map<std::string, std::string> all_files(Site site) {
  return planned_files(std::move(site), plan_data_files);
}

std::string data_file(ClearedSite sources, const std::string& path,
                      std::optional<Date> as_of = std::nullopt) {
  return all_files(sources.join(as_of)).at(path);
}

TEST_CASE("each kind of data has a JSON file, its schema and, but for passages, tables") {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : all_files(sources().join())) paths.push_back(path);
  CHECK(paths == std::vector<std::string>{"data/actions-history.csv",
                                          "data/actions.csv",
                                          "data/actions.json",
                                          "data/decisions.csv",
                                          "data/decisions.json",
                                          "data/measures-history.csv",
                                          "data/measures.csv",
                                          "data/measures.json",
                                          "data/meetings.csv",
                                          "data/meetings.json",
                                          "data/parties.csv",
                                          "data/parties.json",
                                          "data/passages.json",
                                          "data/references-mentions.csv",
                                          "data/references.csv",
                                          "data/references.json",
                                          "data/reviews-history.csv",
                                          "data/reviews.csv",
                                          "data/reviews.json",
                                          "data/risks-history.csv",
                                          "data/risks.csv",
                                          "data/risks.json",
                                          "data/schema/actions.json",
                                          "data/schema/decisions.json",
                                          "data/schema/measures.json",
                                          "data/schema/meetings.json",
                                          "data/schema/parties.json",
                                          "data/schema/passages.json",
                                          "data/schema/references.json",
                                          "data/schema/reviews.json",
                                          "data/schema/risks.json"});
}

TEST_CASE("meetings.json") {
  CHECK(data_file(sources(), "data/meetings.json") == R"({
  "$schema": "https://opsg.example/data/schema/meetings.json",
  "title": "Meetings",
  "site": "SEC Operations Group",
  "classification": "white",
  "handling": "For everyone.",
  "as_of": "2021-01-25",
  "meetings": [
    {
      "code": "41_2501",
      "title": "SEC Operations Group Meeting 41_2501",
      "kind": "Reporting",
      "date": "2021-01-25",
      "start": "13:20",
      "end": null,
      "place": null,
      "cancelled": false,
      "url": "https://opsg.example/meetings/2021-01-25-opsg-41/",
      "documents": [
        {
          "name": "minutes",
          "classification": "white"
        }
      ],
      "attachments": [
        {
          "title": "Annex 1",
          "classification": "white",
          "url": "https://opsg.example/meetings/2021-01-25-opsg-41/annex.pdf"
        }
      ],
      "next": [
        {
          "kind": "Main",
          "date": "2021-02-02",
          "moved_from": null,
          "remark": null,
          "cancelled": false
        }
      ]
    }
  ]
}
)");
}

TEST_CASE("actions.json") {
  CHECK(data_file(sources(), "data/actions.json", parse_iso_date("2021-02-10")) == R"({
  "$schema": "https://opsg.example/data/schema/actions.json",
  "title": "Action log",
  "site": "SEC Operations Group",
  "classification": "white",
  "handling": "For everyone.",
  "as_of": "2021-02-10",
  "entries": [
    {
      "key": "OPSG 41/01",
      "id": "OPSG 41/01",
      "title": "The DCC to report on MP116",
      "url": "https://opsg.example/actions/opsg-41-01/",
      "state": "Open",
      "closed": false,
      "raised": "2021-01-25",
      "closed_on": null,
      "targets": [
        {
          "date": "2021-02-04",
          "meeting": "41_2501"
        }
      ],
      "days_overdue": 6,
      "slippage_days": 0,
      "fields": {
        "target": "2021-02-04",
        "owner": [
          "DCC"
        ]
      },
      "history": [
        {
          "meeting": "41_2501",
          "date": "2021-01-25",
          "document": "minutes",
          "item": "3",
          "url": "https://opsg.example/meetings/2021-01-25-opsg-41/#minutes-action-opsg-41-01",
          "raises": true,
          "title": "The DCC to report on MP116",
          "fields": {
            "target": "2021-02-04",
            "owner": [
              "DCC"
            ]
          },
          "text": []
        }
      ]
    }
  ]
}
)");
}

/// The ids of paragraphs hang on what they say.
std::string paragraph_id(const std::string& item, const std::string& text) {
  return "p-" + sha256_hex(item + '\n' + text).substr(0, 8);
}

TEST_CASE("passages.json has a section for each entry and for what stands under each heading") {
  ClearedSite site;
  site.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n");
  site.document("m1", "minutes",
                "## 3. Reports\n\n### Desk\n\n#### Risk 006: Late\n\n- Severity: 20 - Critical\n");
  const Json json = Json::parse(data_file(site, "data/passages.json"));
  const Json& sections = json["documents"].back()["sections"];
  std::vector<std::string> told;
  for (Json section : sections) {
    std::string texts;
    for (const Json& passage : section["passages"])
      texts += passage["text"].get<std::string>() + '|';
    section.erase("passages");
    told.push_back(section.dump() + ' ' + texts);
  }
  CHECK(told == std::vector<std::string>{
                    R"({"headings":[]} Classification: White|)",
                    R"({"item":"3","item_title":"Reports","headings":[]} 3. Reports|Desk|)",
                    R"({"item":"3","item_title":"Reports","register":"risks","entry":"Risk 006",)"
                    R"("headings":["Desk"]} Risk 006: Late|Severity: 20 - Critical|)"});
}

TEST_CASE("passages.json says once what the passages of a document and of an item share") {
  ClearedSite site;
  site.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n");
  site.document("m1", "minutes",
                "Before.\n\n## 3. Reports (SECAS)\n\nSee [a](https://a.example/).\n");
  site.attachment("m1", "annex.pdf");
  const std::string json = data_file(site, "data/passages.json");
  const std::string before = paragraph_id("", "Before.");
  const std::string after = paragraph_id("item-3", "See a.");
  const std::string expected = R"json(
{"document":"meetings/m1/attachments","meeting":"41","url":"https://opsg.example/meetings/m1/","sections":[
{"headings":[],"passages":[
{"kind":"attachment","text":"annex.pdf: Annex 1, White","sha256":")json" +
                               sha256_hex("bytes") +
                               R"json(","url":"https://opsg.example/meetings/m1/annex.pdf"}]}]},
{"document":"meetings/m1/minutes","meeting":"41","url":"https://opsg.example/meetings/m1/","sections":[
{"headings":[],"passages":[
{"kind":"fact","text":"Classification: White","url":"#minutes"},
{"kind":"paragraph","text":"Before.","url":"#minutes-)json" +
                               before + R"json("}]},
{"item":"3","item_title":"Reports","headings":[],"passages":[
{"kind":"heading","text":"3. Reports (SECAS)","url":"#minutes-item-3"},
{"kind":"paragraph","text":"See a.","links":["https://a.example/"],"url":"#minutes-)json" +
                               after + R"json("}]}]}
  ]
}
)json";
  CHECK(json.substr(json.size() - expected.size()) == expected);
  CHECK(json.starts_with(R"({
  "$schema": "https://opsg.example/data/schema/passages.json",
  "title": "Passages",
  "site": "SEC Operations Group",
  "classification": "white",
  "handling": "For everyone.",
  "as_of": "2021-01-25",
  "documents": [
{"document":"site","url":"https://opsg.example/","sections":[
{"headings":[],"passages":[
{"kind":"fact","text":"Title: SEC Operations Group"},
{"kind":"fact","text":"Committee: OPSG"}]}]},
{"document":"policy","url":"https://opsg.example/policy/","sections":[
{"headings":[],"passages":[
)"));
}

TEST_CASE("what passages.json says of a site is what the site says") {
  for (ClearedSite& site : std::vector<ClearedSite>{ClearedSite(), sources()}) {
    const test::PageContextFixture fixture(site.join());
    const auto read = comparison::read_passages(data_file(site, "data/passages.json"));
    REQUIRE(read);
    CHECK(*read == site_passages(fixture.absolute()));
  }
}

TEST_CASE("the schema of passages.json") {
  const Json schema = Json::parse(data_file(ClearedSite(), "data/schema/passages.json"));
  const Json document = schema["properties"]["documents"]["items"];
  CHECK(document["required"].dump() == R"(["document","url","sections"])");
  const Json section = document["properties"]["sections"]["items"];
  CHECK(section["required"].dump() == R"(["headings","passages"])");
  const Json passage = section["properties"]["passages"]["items"];
  CHECK(passage["required"].dump() == R"(["kind","text"])");
  CHECK(passage["additionalProperties"] == false);
}

TEST_CASE("risks.json, decisions.json and references.json") {
  const auto parsed = [](const std::string& path) {
    return Json::parse(data_file(sources(), path));
  };

  const Json risk = parsed("data/risks.json")["entries"][0];
  CHECK(risk["fields"].dump() == R"({"severity":{"value":20,"band":"Critical"}})");
  CHECK(risk["history"][0]["text"][0] == "The plan is \"due\".");
  CHECK_FALSE(risk.contains("state"));

  CHECK(parsed("data/decisions.json")["decisions"].dump() ==
        R"([{"verb":"noted","text":"The OPSG NOTED the report.","meeting":"41_2501",)"
        R"("date":"2021-01-25","document":"minutes","item":"3",)"
        R"("url":"https://opsg.example/meetings/2021-01-25-opsg-41/#minutes-decision-3-1"}])");
  CHECK(parsed("data/references.json")["references"].dump() ==
        R"([{"id":"MP116","type":"modification","link":"https://modifications.example/MP116",)"
        R"("url":"https://opsg.example/references/mp116/","mentions":[{"meeting":"41_2501",)"
        R"("date":"2021-01-25","document":"minutes","item":"3",)"
        R"("url":"https://opsg.example/meetings/2021-01-25-opsg-41/#minutes-item-3",)"
        R"("text":"ACTION OPSG 41/01: The DCC to report on MP116."}]}])");
}

TEST_CASE("a site without records has data files all the same") {
  CHECK(data_file(ClearedSite(), "data/decisions.json") == R"({
  "$schema": "https://opsg.example/data/schema/decisions.json",
  "title": "Decisions",
  "site": "SEC Operations Group",
  "classification": "white",
  "handling": "For everyone.",
  "as_of": null,
  "decisions": []
}
)");
}

TEST_CASE("a table has a line for each entry, and further ones hold the lists") {
  CHECK(data_file(sources(), "data/actions.csv", parse_iso_date("2021-02-10")) ==
        "key,id,title,url,state,closed,raised,closed_on,days_overdue,slippage_days,fields.raised,"
        "fields.target,fields.revised,fields.owner,fields.status\r\n"
        "OPSG 41/01,OPSG 41/01,The DCC to report on MP116,"
        "https://opsg.example/actions/opsg-41-01/,Open,false,2021-01-25,,6,0,,2021-02-04,,DCC,"
        "\r\n");
  CHECK(data_file(sources(), "data/risks-history.csv") ==
        "risks.key,meeting,date,document,item,url,raises,title,fields.severity.value,"
        "fields.severity.band,fields.probability.value,fields.probability.band,fields.impact.value,"
        "fields.impact.band,fields.owner,text\r\n"
        "Risk 006,41_2501,2021-01-25,minutes,3,"
        "https://opsg.example/meetings/2021-01-25-opsg-41/#minutes-risk-risk-006,false,"
        "CSP N may fail at scale,20,Critical,,,,,,\"The plan is \"\"due\"\".\n\n"
        "The OPSG NOTED the report.\"\r\n");
}

TEST_CASE("titles that a spreadsheet would run, and others that are hard to quote") {
  ClearedSite site;
  site.meeting("m",
               "code = \"41_2501\"\ndate = 2021-01-25\ntitle = \"=HYPERLINK(\\\"x\\\")\"\n"
               "kind = \"a, b\"\nplace = \"one\\ntwo\"\n");
  CHECK(data_file(site, "data/meetings.csv") ==
        "code,title,kind,date,start,end,place,cancelled,url\r\n"
        "41_2501,\"'=HYPERLINK(\"\"x\"\")\",\"a, b\",2021-01-25,,,\"one\ntwo\",false,"
        "https://opsg.example/meetings/m/\r\n");
  CHECK(Json::parse(data_file(site, "data/meetings.json"))["meetings"][0]["title"] ==
        "=HYPERLINK(\"x\")");
}

TEST_CASE("the schema of decisions.json") {
  CHECK(data_file(ClearedSite(), "data/schema/decisions.json") == R"({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://opsg.example/data/schema/decisions.json",
  "title": "Decisions",
  "type": "object",
  "properties": {
    "$schema": {
      "description": "the schema of this file",
      "type": "string",
      "format": "uri"
    },
    "title": {
      "description": "what the file holds",
      "type": "string"
    },
    "site": {
      "description": "the site's title",
      "type": "string"
    },
    "classification": {
      "description": "the level of all that is in the file",
      "anyOf": [
        {
          "type": "string"
        },
        {
          "type": "null"
        }
      ]
    },
    "handling": {
      "description": "how what has this level may be used",
      "anyOf": [
        {
          "type": "string"
        },
        {
          "type": "null"
        }
      ]
    },
    "as_of": {
      "description": "the day at which overdue is counted",
      "anyOf": [
        {
          "type": "string",
          "format": "date"
        },
        {
          "type": "null"
        }
      ]
    },
    "decisions": {
      "description": "each is a bold verb of a record, by meeting and place",
      "type": "array",
      "items": {
        "type": "object",
        "properties": {
          "verb": {
            "description": "what was done, in lower case: agreed",
            "type": "string"
          },
          "text": {
            "description": "the sentence or list item",
            "type": "string"
          },
          "meeting": {
            "description": "the meeting's code",
            "type": "string"
          },
          "date": {
            "description": "the day of the meeting",
            "type": "string",
            "format": "date"
          },
          "document": {
            "description": "headlines, minutes, ...",
            "type": "string"
          },
          "item": {
            "description": "the number of the agenda item",
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "url": {
            "description": "the place on the meeting's page",
            "type": "string",
            "format": "uri"
          }
        },
        "required": [
          "verb",
          "text",
          "meeting",
          "date",
          "document",
          "item",
          "url"
        ],
        "additionalProperties": false
      }
    }
  },
  "required": [
    "$schema",
    "title",
    "site",
    "classification",
    "handling",
    "as_of",
    "decisions"
  ],
  "additionalProperties": false
}
)");
}

TEST_CASE("a register's schema follows from site.toml") {
  const Json schema = Json::parse(data_file(ClearedSite(), "data/schema/actions.json"));
  const Json entry = schema["properties"]["entries"]["items"];
  CHECK(entry["properties"]["state"]["enum"].dump() == R"(["Open","Closed"])");
  const Json fields = entry["properties"]["fields"];
  CHECK(fields["required"].dump() == "[]");
  CHECK(fields["properties"]["owner"].dump() ==
        R"({"description":"Owner","type":"array","items":{"type":"string"}})");
  CHECK(fields["properties"]["target"]["anyOf"][1].dump() == R"({"enum":["TBC","N/A"]})");
  const Json risk = Json::parse(data_file(ClearedSite(), "data/schema/risks.json"));
  CHECK_FALSE(risk["properties"]["entries"]["items"]["properties"].contains("state"));
}

TEST_CASE("values by type") {
  CHECK(value_json(Percentage{9612}).dump() == "96.12");
  CHECK(value_json(Percentage{9900}).dump() == "99.0");
  CHECK(value_json(Rag::amber).dump() == R"("amber")");
  CHECK(value_json(Score{15, ""}).dump() == R"({"value":15,"band":null})");
  CHECK(value_json(WrittenDate{WrittenDate::Kind::to_be_confirmed, {}}).dump() == R"("TBC")");
  CHECK(value_json(WrittenDate{WrittenDate::Kind::not_applicable, {}}).dump() == R"("N/A")");
  const auto year = std::chrono::year(2021);
  CHECK(value_json(Period{year / 10, year / 12, "Q4 2021"}).dump() ==
        R"({"text":"Q4 2021","first":"2021-10","last":"2021-12"})");
  CHECK(value_json(State{"Closed", true}).dump() == R"("Closed")");
}

}  // namespace
}  // namespace opsg::released
