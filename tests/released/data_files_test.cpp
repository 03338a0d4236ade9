#include "data_files.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "anchors.h"
#include "catch2.h"
#include "cleared_site.h"
#include "field_json.h"

namespace opsg::released {
namespace {

using opsg::test::ClearedSite;

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

std::string data_file(const Site& site, std::string_view path) {
  const Anchors anchors(site);
  const Permalinks permalinks(site, anchors);
  for (const RenderedFile& file : data_files(site, permalinks)) {
    if (file.path == path) return file.bytes;
  }
  return {};
}

TEST_CASE("one data file for the meetings, each register, decisions and references") {
  const Site site = sources().join();
  const Anchors anchors(site);
  std::vector<std::string> paths;
  for (const auto& file : data_files(site, Permalinks(site, anchors))) paths.push_back(file.path);
  CHECK(paths == std::vector<std::string>{"data/meetings.json", "data/actions.json",
                                          "data/risks.json", "data/decisions.json",
                                          "data/references.json"});
}

TEST_CASE("meetings.json") {
  CHECK(data_file(sources().join(), "data/meetings.json") == R"({
  "title": "Meetings",
  "site": "SEC Operations Group",
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
          "remark": null
        }
      ]
    }
  ]
}
)");
}

TEST_CASE("actions.json") {
  const Site site = sources().join(parse_iso_date("2021-02-10"));
  CHECK(data_file(site, "data/actions.json") == R"({
  "title": "Action log",
  "site": "SEC Operations Group",
  "as_of": "2021-02-10",
  "fields": [
    {
      "name": "raised",
      "title": "Raised"
    },
    {
      "name": "target",
      "title": "Target"
    },
    {
      "name": "revised",
      "title": "Revised"
    },
    {
      "name": "owner",
      "title": "Owner"
    },
    {
      "name": "status",
      "title": "Status"
    }
  ],
  "entries": [
    {
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

TEST_CASE("risks.json, decisions.json and references.json") {
  const Site site = sources().join();
  const auto parsed = [&](std::string_view path) { return Json::parse(data_file(site, path)); };

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
  CHECK(data_file(ClearedSite().join(), "data/decisions.json") == R"({
  "title": "Decisions",
  "site": "SEC Operations Group",
  "as_of": null,
  "decisions": []
}
)");
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
