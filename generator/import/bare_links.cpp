#include "bare_links.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "text.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kLeastWords = 2;  ///< One word alone could be anywhere.
constexpr std::size_t kFarthest = 400;  ///< Blocks between a link and its address.

/// The words of the address's last part, as a pattern that finds them in a text.
std::string words_pattern(const std::string& address) {
  std::string name;
  if (!RE2::PartialMatch(address, R"(/([A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)+)(?:\.[a-z]+)?/?$)",
                         &name)) {
    return {};
  }
  RE2::GlobalReplace(&name, "[-_]", "-");
  const std::vector<std::string_view> words = split(name, '-');
  if (words.size() < kLeastWords) return {};
  std::string pattern = R"((?i)\b()";
  for (std::size_t i = 0; i < words.size(); ++i) {
    pattern.append(i == 0 ? "" : R"([\s-]+)").append(words[i]);
  }
  return pattern + R"()\b)";
}

}  // namespace

std::string read_bare_link(const std::string& text) {
  static const RE2 pattern(R"(<?(https?://[^\s<>]+)>?)");
  std::string address;
  return RE2::FullMatch(text, pattern, &address) ? address : "";
}

bool link_words(RecordBlocks& blocks, const std::string& address) {
  const std::string pattern = words_pattern(address);
  if (pattern.empty()) return false;
  const RE2 words(pattern);
  const auto far = static_cast<std::ptrdiff_t>(std::min(blocks.size(), kFarthest));
  for (auto block = blocks.rbegin(); block != blocks.rbegin() + far; ++block) {
    const bool prose = block->kind == RecordBlock::Kind::paragraph ||
                       block->kind == RecordBlock::Kind::bullet ||
                       block->kind == RecordBlock::Kind::action;
    re2::StringPiece found;
    if (!prose || !RE2::PartialMatch(block->text, words, &found)) continue;
    const auto at = static_cast<std::size_t>(found.data() - block->text.data());
    if (block->text.substr(0, at).ends_with('[')) continue;
    block->text.replace(at, found.size(), fmt::format("[{}]({})", std::string(found), address));
    return true;
  }
  return false;
}

}  // namespace opsg::importing
