#include "json_format.h"

#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "catch2.h"
#include "text.h"

namespace opsg::released {
namespace {

std::string json_string(std::string_view text) {
  std::string json;
  append_json_string(json, text);
  return json;
}

TEST_CASE("a text is a JSON string") {
  CHECK(json_string("") == R"("")");
  CHECK(json_string("a \"b\" \\ /") == R"("a \"b\" \\ /")");
  CHECK(json_string("\n\t\r\b\f\x01\x1F\x7F") == "\"\\n\\t\\r\\b\\f\\u0001\\u001f\x7F\"");
  CHECK(json_string("\u00e9 \U0001F389") == "\"\u00e9 \U0001F389\"");
  CHECK(json_string("a\xFF\xC3z") == "\"a\uFFFD\uFFFDz\"");
}

TEST_CASE("what is written is read as what it was, whatever it was") {
  std::mt19937 random(6);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random() % 8; i > 0; --i) text += static_cast<char>(random() % 256);
    std::string valid;
    for (const char32_t c : decode_utf8(text)) append_utf8(valid, c);
    INFO(round);
    REQUIRE(nlohmann::json::parse(json_string(text)) == valid);
  }
}

TEST_CASE("a value is written as the library writes it") {
  const auto value = nlohmann::ordered_json::parse(
      R"({"b": [], "a": {}, "list": [1, -2.5, true, null, "\u0001\" \u00e9", [[]], {"x": [{}]}],
          "": {"deep": {"deeper": ["one", "two"]}}, "number": 99.0})");
  std::string json;
  append_json(json, value);
  CHECK(json == value.dump(2));
  json.clear();
  append_json(json, value, 4);
  CHECK(nlohmann::ordered_json::parse(json) == value);
  CHECK(json.ends_with("\n      \"number\": 99.0\n    }"));
}

}  // namespace
}  // namespace opsg::released
