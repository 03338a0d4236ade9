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
{"passages":[
{"kind":"fact","text":"Classification: White"}]},
{"item":"3.1","item_title":"Reports","passages":[
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
  const Passage expected{"pages/about",  "",          "3.1",
                         "Reports",      "paragraph", "A \"word\"",
                         {"/a/", "/b/"}, "",          "https://opsg.example/about/"};
  CHECK(passages->front() == expected);
  CHECK(passages->back() == expected);
}

TEST_CASE("passages have what their document and their section say of them") {
  const auto passages = read_passages(file_of(kDocument + "," + R"({"document":"site","url":"/",
      "sections":[{"passages":[{"kind":"fact","text":"Title: T"}]}]})"));
  REQUIRE(passages);
  const std::string page = "https://o.example/m/";
  CHECK(
      *passages ==
      std::vector<Passage>{
          {"m/minutes", "41", "", "", "fact", "Classification: White", {}, "", page},
          {"m/minutes",
           "41",
           "3.1",
           "Reports",
           "paragraph",
           "A \"word\"",
           {"/a/", "/b/"},
           "",
           page + "#p-1"},
          {"m/minutes", "41", "3.1", "Reports", "attachment", "a.pdf", {}, "00ff", page + "a.pdf"},
          {"site", "", "", "", "fact", "Title: T", {}, "", "/"}});
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
