#include "file_words.h"

#include <re2/re2.h>

namespace opsg::importing {
namespace {

constexpr std::string_view kFence = "+++\n";
constexpr std::string_view kEndFence = "\n+++\n";

}  // namespace

std::string toml_text(std::string_view toml) {
  static const RE2 value(
      R"re((?m)^#(.*)$|"((?:[^"\\]|\\.)*)"|\b(\d{4}-\d{2}-\d{2})\b|\b(\d{2}:\d{2}):\d{2}\b)re");
  re2::StringPiece rest(toml.data(), toml.size());
  std::string comment;
  std::string text;
  std::string date;
  std::string time;
  std::string out;
  while (RE2::FindAndConsume(&rest, value, &comment, &text, &date, &time)) {
    out += comment + text + date + time + "\n";
    comment.clear();
    text.clear();
    date.clear();
    time.clear();
  }
  return out;
}

std::string document_text(std::string_view document) {
  const std::size_t end = document.find(kEndFence);
  if (!document.starts_with(kFence) || end == std::string_view::npos) return std::string(document);
  const std::string_view front_matter = document.substr(kFence.size(), end + 1 - kFence.size());
  return toml_text(front_matter) + std::string(document.substr(end + kEndFence.size()));
}

}  // namespace opsg::importing
