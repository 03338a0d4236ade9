#include "word_report.h"

#include <fmt/format.h>

#include "quoted_text.h"
#include "text.h"

namespace opsg::extraction {
namespace {

constexpr std::size_t kLongestPassage = 60;

std::string as_quote(const std::string& text) {
  return quoted_text(text, kLongestPassage);
}

}  // namespace

SourceSpan WordReport::place() const {
  return {name_, 1, 1, 0};
}

void WordReport::aside(std::string_view text) {
  std::string words = collapse_space(text);
  if (!words.empty()) asides_.push_back(std::move(words));
}

void WordReport::hidden_text(const std::string& text) {
  if (trim(text).empty()) return;
  aside(text);
  diagnostics_
      .warning("import-hidden-text", place(),
               fmt::format("hidden text was left out: {}", as_quote(text)))
      .with_help("show hidden text in Word; what belongs to the record, write there yourself");
}

void WordReport::deleted_text(const std::string& text) {
  if (trim(text).empty()) return;
  aside(text);
  diagnostics_.warning(
      "import-tracked-change", place(),
      fmt::format("read without what a tracked change deletes: {}", as_quote(text)));
}

void WordReport::unseen_text(const std::string& text) {
  if (trim(text).empty()) return;
  diagnostics_
      .warning("import-unseen-text", place(),
               fmt::format("read, though it cannot be seen in the document: {}", as_quote(text)))
      .with_help("see whether it was blacked out; if so, take it out of the record");
}

void WordReport::struck_text(const std::string& text) {
  aside(text);
  diagnostics_
      .warning("import-struck-text", place(),
               fmt::format("text that is struck out was left out: {}", as_quote(text)))
      .with_help(
          "what belongs to the record all the same, such as an action that is done, write "
          "there yourself");
}

void WordReport::alternative_text(const std::string& text) {
  if (trim(text).empty()) return;
  aside(text);
  diagnostics_.warning(
      "import-alternative-text", place(),
      fmt::format("the alternative text of a picture was left out: {}", as_quote(text)));
}

void WordReport::embedded_file(const std::string& description) {
  diagnostics_
      .warning("import-embedded-file", place(),
               fmt::format("a file within the file was left out: {}", as_quote(description)))
      .with_help("open it in Word; what belongs to the record, write there yourself");
}

void WordReport::lost_text(const std::string& text) {
  aside(text);
  diagnostics_
      .warning("import-text-lost", place(),
               fmt::format("text of the document was not read: {}", as_quote(text)))
      .with_help("look it up in the document; what belongs to the record, write there yourself");
}

}  // namespace opsg::extraction
