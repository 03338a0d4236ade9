#include "said_comments.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "said_label.h"
#include "text.h"

namespace opsg {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_fence(std::string_view line) {
  return trim_right(line) == "+++";
}

/// A person may have written it without the colon.
bool begins_as(std::string_view words, std::string_view quoting) {
  return starts_with_ignoring_case(words, quoting.substr(0, quoting.find(':')));
}

class CommentReader {
 public:
  void read_line(std::string_view line) {
    ++number_;
    const std::string_view text = trim(line);
    goes_on_ = goes_on_ && text.starts_with('#');
    if (!text.starts_with('#')) return;
    const std::string_view words =
        trim(text.substr(std::min(text.find_first_not_of('#'), text.size())));
    if (begins_as(words, kDocumentSays) || begins_as(words, kAlsoSays)) {
      found_.push_back({{}, number_, static_cast<std::uint32_t>(trim_right(line).size())});
      goes_on_ = true;
    }
    if (goes_on_ && !words.empty()) found_.back().lines.emplace_back(words);
  }

  std::vector<SaidComment> take() { return std::move(found_); }

 private:
  std::vector<SaidComment> found_;
  std::uint32_t number_ = 0;
  bool goes_on_ = false;
};

}  // namespace

std::string SaidComment::text() const {
  return fmt::format("{}", fmt::join(lines, " "));
}

bool SaidComment::quotes(const SaidComment& other) const {
  const std::string wanted = other.text();
  std::string so_far;
  for (const std::string& each : lines) {
    so_far += (so_far.empty() ? "" : " ") + each;
    if (so_far == wanted) return true;
  }
  return false;
}

bool SaidComment::is_of_banner() const {
  return begins_as(lines.front(), kDocumentSays);
}

std::vector<SaidComment> read_said_comments(std::string_view file) {
  if (file.starts_with(kByteOrderMark)) file.remove_prefix(kByteOrderMark.size());
  const std::vector<std::string_view> lines = split_lines(file);
  const bool is_document = !lines.empty() && is_fence(lines.front());
  CommentReader reader;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && is_document && is_fence(lines[i])) break;
    reader.read_line(lines[i]);
  }
  return reader.take();
}

}  // namespace opsg
