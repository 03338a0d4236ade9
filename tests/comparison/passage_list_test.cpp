#include "passage_list.h"

#include <string>

#include "catch2.h"

namespace opsg::comparison {
namespace {

/// As releases of earlier versions have it.
const std::string kPassage = R"({"document": "pages/about", "meeting": null, "item": "3.1",
  "item_title": "Reports", "kind": "paragraph", "text": "A \"word\"", "links": ["/a/", "/b/"],
  "sha256": null, "url": "https://opsg.example/about/"})";

const std::string kDocument =
    R"({"document":"m/minutes","meeting":"41","url":"https://o.example/m/",
"sections":[
{"headings":[],"passages":[
{"kind":"fact","text":"Classification: White"}]},
{"item":"3.1","item_title":"Reports","register":"risks","entry":"R 1","headings":["A","B"],"passages":[
{"kind":"paragraph","text":"A \"word\"","links":["/a/","/b/"],"url":"#p-1"},
{"kind":"attachment","text":"a.pdf","sha256":"00ff","url":"https://o.example/m/a.pdf"}]}]})";

std::string file_of(const std::string& documents) {
  return R"({"$schema": "x", "as_of": null, "documents": [)" + documents + "]}";
}

std::string list_of(const std::string& passages) {
  return R"({"$schema": "x", "as_of": null, "passages": [)" + passages + "]}";
}

bool is_refused(const std::string& json) {
  return !read_passages(json);
}

TEST_CASE("passages are read with all their fields") {
  const auto passages = read_passages(list_of(kPassage + "," + kPassage));
  REQUIRE(passages);
  REQUIRE(passages->size() == 2);
  Passage expected;
  expected.document = "pages/about";
  expected.item = "3.1";
  expected.item_title = "Reports";
  expected.kind = "paragraph";
  expected.text = "A \"word\"";
  expected.links = {"/a/", "/b/"};
  expected.url = "https://opsg.example/about/";
  expected.place_known = false;
  CHECK(passages->front() == expected);
  CHECK(passages->back() == expected);
}

TEST_CASE("passages have what their document and their section say of them") {
  const auto passages = read_passages(file_of(kDocument + "," + R"({"document":"site","url":"/",
      "sections":[{"passages":[{"kind":"fact","text":"Title: T"}]}]})"));
  REQUIRE(passages);
  const std::string page = "https://o.example/m/";
  Passage fact;
  fact.document = "m/minutes";
  fact.meeting = "41";
  fact.kind = "fact";
  fact.text = "Classification: White";
  fact.url = page;
  Passage paragraph = fact;
  paragraph.item = "3.1";
  paragraph.item_title = "Reports";
  paragraph.register_name = "risks";
  paragraph.entry = "R 1";
  paragraph.headings = {"A", "B"};
  Passage file = paragraph;
  paragraph.kind = "paragraph";
  paragraph.text = "A \"word\"";
  paragraph.links = {"/a/", "/b/"};
  paragraph.url = page + "#p-1";
  file.kind = "attachment";
  file.text = "a.pdf";
  file.sha256 = "00ff";
  file.url = page + "a.pdf";
  Passage title;
  title.document = "site";
  title.kind = "fact";
  title.text = "Title: T";
  title.url = "/";
  CHECK(*passages == std::vector<Passage>{fact, paragraph, file, title});
}

TEST_CASE("where a section tells no headings, what stands in texts has no known place") {
  const auto passages = read_passages(file_of(R"({"document":"m/minutes","url":"/","sections":[
{"item":"3","headings":["A"],"passages":[{"kind":"paragraph","text":"one"}]},
{"item":"3","passages":[{"kind":"paragraph","text":"two"},{"kind":"fact","text":"three"}]},
{"item":"3","headings":[],"passages":[{"kind":"field","text":"four"}]}]})"));
  REQUIRE(passages);
  REQUIRE(passages->size() == 4);
  CHECK(passages->at(0).headings == std::vector<std::string>{"A"});
  std::vector<bool> known;
  for (const Passage& passage : *passages) known.push_back(passage.place_known);
  CHECK(known == std::vector<bool>{true, false, true, true});
  CHECK(passages->at(1).headings.empty());
  CHECK(passages->at(3).headings.empty());
}

TEST_CASE("a document without passages has none") {
  const auto passages = read_passages(file_of(R"({"document":"a","url":"/","sections":[]})"));
  REQUIRE(passages);
  CHECK(passages->empty());
}

TEST_CASE("anything but documents with sections with passages is refused") {
  const auto changed = [](const std::string& from, const std::string& to) {
    std::string document = kDocument;
    document.replace(document.find(from), from.size(), to);
    return file_of(document);
  };
  REQUIRE_FALSE(is_refused(changed("Reports", "Others")));
  CHECK(is_refused(changed("m/minutes", "")));
  CHECK(is_refused(changed("\"document\"", "\"name\"")));
  CHECK(is_refused(changed("\"url\":\"https://o.example/m/\",", "")));
  CHECK(is_refused(changed("\"item\"", "\"thing\"")));
  CHECK(is_refused(changed("\"3.1\"", "3.1")));
  CHECK(is_refused(changed("\"kind\":\"paragraph\",", "")));
  CHECK(is_refused(changed("\"kind\":\"paragraph\"", "\"item\":\"4\"")));
  CHECK(is_refused(changed("\"/a/\"", "null")));
  CHECK(is_refused(changed("\"/a/\"", "[]")));
  CHECK(is_refused(changed("[\"A\",\"B\"]", "\"A\"")));
  CHECK(is_refused(changed("\"B\"", "null")));
  CHECK(is_refused(changed("\"B\"", "2")));
  CHECK(is_refused(changed("\"register\":\"risks\"", "\"register\":[]")));
  CHECK(is_refused(changed("sections", "passages")));
  CHECK(is_refused(changed("\"passages\":[\n{\"kind\":\"fact\"", "\"links\":[{\"kind\":\"fact\"")));
  CHECK(is_refused(R"({"documents": {}})"));
  CHECK(is_refused(R"({"documents": ["text"]})"));
  CHECK(is_refused(R"({"documents": [], "passages": []})"));
  CHECK(is_refused(R"({"documents": [{"sections": [{"passages": [{"links": [[)"));
}

TEST_CASE("a site without passages has an empty list") {
  REQUIRE(read_passages(list_of("")));
  CHECK(read_passages(list_of(""))->empty());
}

TEST_CASE("anything but a list of passages is refused") {
  const auto changed = [](const std::string& from, const std::string& to) {
    std::string passage = kPassage;
    passage.replace(passage.find(from), from.size(), to);
    return list_of(passage);
  };
  REQUIRE_FALSE(is_refused(changed("Reports", "Others")));
  CHECK(is_refused(changed("\"item\"", "\"thing\"")));
  CHECK(is_refused(changed("\"3.1\"", "3.1")));
  CHECK(is_refused(changed("\"3.1\"", "true")));
  CHECK(is_refused(changed("\"3.1\"", "{}")));
  CHECK(is_refused(changed("\"3.1\"", "[]")));
  CHECK(is_refused(changed("\"/a/\"", "null")));
  CHECK(is_refused(changed("\"/a/\"", "1")));
  CHECK(is_refused(changed("\"/a/\"", "[]")));
  CHECK(is_refused(changed("[\"/a/\", \"/b/\"]", "\"/a/\"")));
  CHECK(is_refused(changed("pages/about", "")));
  CHECK(is_refused(changed("\"kind\": \"paragraph\",", "")));
}

TEST_CASE("damaged files are refused") {
  for (const std::string& whole : {list_of(kPassage), file_of(kDocument)}) {
    for (std::size_t size = 0; size < whole.size(); ++size) {
      INFO(size);
      CHECK(is_refused(whole.substr(0, size)));
    }
    CHECK(is_refused(whole + "x"));
  }
  CHECK(is_refused("[]"));
  CHECK(is_refused("{}"));
  CHECK(is_refused(R"({"passages": {}})"));
  CHECK(is_refused(R"({"passages": ["text"]})"));
  CHECK(is_refused(R"({"passages": [[)"));
  CHECK(is_refused(std::string(1'000'000, '[')));
  CHECK(is_refused(list_of("\xff")));
}

}  // namespace
}  // namespace opsg::comparison
