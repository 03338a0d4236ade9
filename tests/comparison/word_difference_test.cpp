#include "word_difference.h"

#include <chrono>
#include <string>
#include <vector>

#include "catch2.h"

namespace opsg::comparison {
namespace {

/// "the [-red-] [+blue+] car"
std::string marked(const std::string& before, const std::string& after) {
  std::string text;
  for (const WordRun& run : word_difference(before, after)) {
    if (!text.empty()) text += ' ';
    text += run.kind == WordRun::Kind::same      ? run.text
            : run.kind == WordRun::Kind::removed ? "[-" + run.text + "-]"
                                                 : "[+" + run.text + "+]";
  }
  return text;
}

TEST_CASE("words are told that came, went, or stand for others") {
  CHECK(marked("the red car", "the blue car") == "the [-red-] [+blue+] car");
  CHECK(marked("the car", "the old red car") == "the [+old red+] car");
  CHECK(marked("the old red car", "the car") == "the [-old red-] car");
  CHECK(marked("a b", "c d") == "[-a b-] [+c d+]");
  CHECK(marked("a b c d e", "x b c y e") == "[-a-] [+x+] b c [-d-] [+y+] e");
}

TEST_CASE("equal texts are one run, and white space does not count") {
  CHECK(word_difference("a b", "a \n b") == std::vector<WordRun>{{WordRun::Kind::same, "a b"}});
  CHECK(word_difference("", "").empty());
  CHECK(marked("", "a") == "[+a+]");
  CHECK(marked("a", "") == "[-a-]");
  CHECK(marked("a a", "a a a") == "a a [+a+]");
}

TEST_CASE("words that only repeat are not counted twice") {
  CHECK(marked("b a", "a b a") == "[+a+] b a");
}

TEST_CASE("a text of a hundred thousand words takes no time") {
  std::string before, after;
  for (int i = 0; i < 100'000; ++i) {
    before += "a" + std::to_string(i) + ' ';
    after += "b" + std::to_string(i) + ' ';
  }
  const auto begun = std::chrono::steady_clock::now();
  CHECK(word_difference(before, after).size() == 2);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
}

}  // namespace
}  // namespace opsg::comparison
