#include "program_words.h"

#include <map>
#include <regex>
#include <set>
#include <string>

#include "audit_words.h"
#include "catch2.h"
#include "output_words.h"
#include "test_site.h"

namespace opsg::test {
namespace {

/// A site that has something on each page. Whatever a person writes begins with "zq", but for the
/// names by which the program knows fields and values.
constexpr std::string_view kSite = R"(title = "Zqsite"
description = "Zqdescription."
committee = "ZQ"
base_url = "https://zqhost.zqdomain/"
language = "zq"

[warnings]
off = ["action-dropped"]

[search]
engine = "pagefind"

[policy]
people = "zqwhite"

[[policy.levels]]
name = "zqwhite"
other_names = ["ZQCLEAR"]
audience = "public"
handling = "Zqhandling."
description = "Zqeveryone."

[[policy.levels]]
name = "zqgreen"
audience = "zqmembers"

[[policy.levels]]
name = "zqred"

[policy.audiences.zqmembers]
drafts = true
embargoed = true

[decisions]
verbs = ["zqnoted", "zqagreed"]

[registers.zqactions]
title = "Zqactions"
id = 'ZQA \d+/\d{2}'
raised_by = "ZQRAISE"
states = [{ name = "Zqopen" }, { name = "Zqclosed", closed = true }]
fields = [
  { name = "raised", title = "Zqraised", type = "date" },
  { name = "target", title = "Zqtarget", type = "date" },
  { name = "revised", title = "Zqrevised", type = "date" },
  { name = "owner", title = "Zqowner", type = "parties" },
  { name = "status", title = "Zqstatus", type = "state" },
]

[registers.zqrisks]
title = "Zqrisks"
id = 'ZQRISK \d{3}'
fields = [
  { name = "severity", title = "Zqseverity", type = "score" },
  { name = "probability", title = "Zqprobability", type = "score" },
  { name = "impact", title = "Zqimpact", type = "score" },
]

[registers.zqreviews]
title = "Zqreviews"
id = 'ZQR \d+'
key = ["zqrelease"]
fields = [
  { name = "zqrelease", title = "Zqrelease", type = "text" },
  { name = "status", title = "Zqrating", type = "rag" },
]

[registers.zqmeasures]
title = "Zqmeasures"
id = 'ZQM\d+'
key = ["zqprovider", "period"]
fields = [
  { name = "zqprovider", title = "Zqprovider", type = "parties" },
  { name = "period", title = "Zqperiod", type = "period" },
  { name = "value", title = "Zqvalue", type = "percentage" },
  { name = "target", title = "Zqgoal", type = "percentage" },
  { name = "minimum", title = "Zqleast", type = "percentage" },
]

[references.zqchange]
title = "Zqchange"
pattern = 'ZQC\d{3}'

[references.zqlinked]
title = "Zqlinked"
pattern = 'ZQL\d{3}'
link = "https://zqother.zqdomain/{id}"
)";

constexpr std::string_view kFront = "+++\nclassification = \"zqwhite\"\nstatus = \"final\"\n+++\n";

constexpr std::string_view kFacts = R"(classification = "zqwhite"
code = "ZQ1"
also = ["ZQFIRST"]
kind = "Zqkind"
date = 2021-01-25
start = 13:20:00
end = 15:35:00
place = "Zqplace"

next = [
  { kind = "Zqkind", date = 2021-02-22, remark = "Zqremark" },
  { kind = "Zqother", date = 2021-06-24, moved_from = 2021-06-22 },
  { kind = "Zqother", date = 2021-07-24, cancelled = true },
]

attendance = [
  { category = "Zqcategory", organisation = "ZQDCC", role = "Zqrole", name = "Zqname Zqsurname" },
  { category = "Zqcategory", organisation = "ZQDCC", alternate_for = "Zqfirst Zqlast", name = "Zqn Zqm" },
  { category = "Zqguests", organisation = "ZQSEC", part = true, items = ["1"] },
  { category = "Zqguests", organisation = "ZQSEC", apology = true },
]

[[attachments]]
file = "zqannex.zqt"
title = "Zqannex"
classification = "zqwhite"
sha256 = "064ca81a3b9bdda3c987baa7e85b13d4279ded3cc7e7606672f603001179708e"
)";

constexpr std::string_view kRecord = R"(
## 1. Zqtitle (ZQDCC)

### ZQA 1/01: ZQDCC to zqreport

- Zqraised: 1 December 2020
- Zqtarget: 1 January 2021
- Zqrevised: N/A
- Zqowner: ZQDCC
- Zqstatus: Zqopen

Zqtext zqmore. Zqsee ZQC001, ZQL002 and [zqlink](https://zqother.zqdomain/).

### ZQRISK 001: Zqrisk

- Zqseverity: 20 - Critical
- Zqprobability: 4
- Zqimpact: 5

### ZQRISK 002: Zqrisktwo

- Zqseverity: 15 - High
- Zqprobability: 3
- Zqimpact: 5

### ZQR 1: Zqreview

- Zqrelease: Zqfebruary
- Zqrating: Red

### ZQM1: Zqmeasure

- Zqprovider: ZQDCC
- Zqperiod: October 2021
- Zqvalue: 96.12%
- Zqgoal: 99%
- Zqleast: 96%

## 2. Zqsecond

The ZQ **ZQNOTED** it. The ZQ **ZQAGREED** zqit.

ZQRAISE ZQA 1/02: ZQSEC to zqwrite.

- Zqtarget: 9 March 2021

> Zqquote.

| Zqcolumn | Zqb |
| --- | --- |
| zqcell | zqd |

```
zqcode
```

[Post-meeting note: Zqnote.]

Zqfoot.[^1]

[^1]: Zqfootnote zqwords.
)";

constexpr std::string_view kNext = R"(
## 1. Zqtitle (ZQDCC)

### ZQA 1/01

- Zqrevised: 3 March 2021
- Zqstatus: Zqopen

### ZQA 1/02

- Zqstatus: Zqclosed

### ZQRISK 001

- Zqseverity: 10 - Medium
- Zqprobability: 2

### ZQRISK 002

- Zqseverity: 20 - Critical
- Zqprobability: 4

### ZQR 1

- Zqrelease: Zqfebruary
- Zqrating: Amber

### ZQM1: Zqmeasure

- Zqprovider: ZQDCC
- Zqperiod: November 2021
- Zqvalue: 99.5%
- Zqgoal: 99%
- Zqleast: 96%
)";

TestSite site_of_everything() {
  const std::string front(kFront);
  const std::string second = "content/meetings/zqtwo/";
  return TestSite{
      {"site.toml", std::string(kSite)},
      {"content/parties.toml",
       "[[party]]\nname = \"ZQDCC\"\nalso = [\"Zqd\"]\ntitle = \"Zqcompany\"\n"
       "[[party]]\nname = \"ZQSEC\"\n"},
      {"content/glossary.toml", "[terms]\nZQT = \"Zqterm\"\n"},
      {"content/pages/zqabout.md", front + "\n# Zqabout\n\nZqtext.\n\n## Zqmore\n\nZqtext.\n"},
      {"content/meetings/zqone/meeting.toml", std::string(kFacts)},
      {"content/meetings/zqone/zqannex.zqt", "zqbytes"},
      {"content/meetings/zqone/headlines.md", front + "\n## 1. Zqtitle (ZQDCC)\n\nZqhead.\n"},
      {"content/meetings/zqone/minutes.md", front + std::string(kRecord)},
      {second + "meeting.toml",
       "classification = \"zqwhite\"\ncode = \"ZQ2\"\nkind = \"Zqkind\"\ndate = 2021-02-23\n"
       "moved_from = 2021-02-22\n"},
      {second + "minutes.md",
       "+++\nclassification = \"zqwhite\"\nadopted = \"ZQ3\"\n+++\n" + std::string(kNext)},
      {"content/meetings/zqthree/meeting.toml",
       "classification = \"zqwhite\"\ncode = \"ZQ3\"\nkind = \"Zqkind\"\ndate = 2021-03-23\n"},
      {"content/meetings/zqthree/minutes.md",
       "+++\nclassification = \"zqgreen\"\nstatus = \"draft\"\n+++\n\nZqdraft.\n\n(ZQWHITE) Zq.\n"},
      {"content/meetings/zqfour/meeting.toml",
       "classification = \"zqwhite\"\ncode = \"ZQ4\"\ndate = 2021-04-23\ncancelled = true\n"},
  };
}

/// A template without the words of its texts and values: other themes have others.
std::string without_words(std::string_view written) {
  enum class Place { text, tag, value } place = Place::text;
  std::string out;
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written.substr(at).starts_with("{{")) {
      const std::size_t end = written.find("}}", at) + 2;
      out += written.substr(at, end - at);
      at = end - 1;
      continue;
    }
    const char c = written[at];
    if (c == '<' && place == Place::text) place = Place::tag;
    if (c == '>' && place == Place::tag) place = Place::text;
    if (c == '"' && place != Place::text) {
      place = place == Place::tag ? Place::value : Place::tag;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (place == Place::tag || !letter) out += c;
  }
  return out;
}

released::ThemeFiles wordless_theme() {
  released::ThemeFiles theme = plain_theme();
  for (released::ThemeFile& file : theme.files) {
    if (file.path.ends_with(".html")) file.bytes = without_words(file.bytes);
  }
  return theme;
}

/// Digests, whose letters are words by chance.
std::string without_digests(const std::string& text) {
  static const std::regex kDigest("sha384-[A-Za-z0-9+/=]+|urn:uuid:[0-9a-f-]+|[0-9a-f]{12,}");
  return std::regex_replace(text, kDigest, "");
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

bool is_expected(const audit::Word& word, const std::string& text) {
  return lower(text).starts_with("zq") || audit::is_number_or_date(word) || word.digits > 0;
}

std::set<std::string> unknown_words(const TestBuild& build) {
  std::set<std::uint64_t> known;
  for (const audit::Word& word : audit::words_of(audit::program_words())) known.insert(word.hash);
  std::set<std::string> unknown;
  for (const auto& [path, bytes] : build.files) {
    if (path.starts_with("assets/")) continue;
    const std::string file = without_digests(bytes);
    const audit::OutputFormat format = audit::output_format(path);
    const auto text = audit::decoded_output(format, file);
    const auto read = audit::read_output(format, file);
    for (const auto* words : {&read.text, &read.values}) {
      for (const audit::Word& word : *words) {
        const std::string written = text.bytes.substr(word.begin, word.end - word.begin);
        if (known.contains(word.hash) || is_expected(word, written)) continue;
        unknown.insert(lower(written) + ": " + path);
      }
    }
  }
  return unknown;
}

TEST_CASE("Each word that the program writes is known to the audit as its own") {
  const TestSite site = site_of_everything();
  const released::ThemeFiles theme = wordless_theme();
  for (const char* audience : {"public", "zqmembers"}) {
    TestRequest request;
    request.audience = audience;
    request.theme = &theme;
    const TestBuild build = site.build(request);
    INFO(build.diagnostics << build.failure);
    REQUIRE(build.ok());
    std::string all;
    for (const std::string& word : unknown_words(build)) all += word + '\n';
    CHECK(all == "");
  }
}

TEST_CASE("A withheld text that says what the program writes anyway is no leak") {
  std::map<std::string, std::string> files = site_of_everything().files();
  std::string& minutes = files.at("content/meetings/zqthree/minutes.md");
  minutes +=
      "\nSomething.\n\nas the record writes it\n\nas the committee writes it\n\n"
      "something that records mention\n\nAction log, soonest target first\n\n"
      "the committee's own text for the meeting\n";
  const TestBuild build = TestSite(files).build();
  INFO(build.diagnostics);
  CHECK(build.ok());
}

}  // namespace
}  // namespace opsg::test
