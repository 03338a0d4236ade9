#include "tracked_links.h"

#include <re2/re2.h>

#include "ascii.h"
#include "text.h"

namespace opsg::importing {
namespace {

constexpr int kMostWrappers = 8;

int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Decodes `escape` and two hexadecimal digits (RFC 3986, section 2.1, with '%').
std::string decoded(std::string_view text, char escape) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escaped = text[at] == escape && at + 2 < text.size() &&
                         hex_value(text[at + 1]) >= 0 && hex_value(text[at + 2]) >= 0;
    if (!escaped) {
      out += text[at];
      continue;
    }
    out += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
    at += 2;
  }
  return out;
}

/// A web address that can stand in a record.
bool is_plain_address(std::string_view text) {
  static const RE2 pattern(R"((?i)https?://[^\s<>"'\\^`{|}\x00-\x20\x7f]+)");
  return is_valid_utf8(text) && printable(text) == text && RE2::FullMatch(text, pattern);
}

/// The target of one wrapper; nothing where the address is none.
std::optional<std::string> target_of(std::string_view address) {
  static const RE2 outlook(R"((?i)https?://[^/]*safelinks\.protection\.outlook\.com/.*)");
  static const RE2 outlook_target(R"((?i)[?&;]url=([^&]*))");
  static const RE2 proofpoint2(R"((?i)https?://urldefense\.proofpoint\.com/v2/url\?u=([^&]*).*)");
  static const RE2 proofpoint3(R"((?i)https?://urldefense\.(?:com|us)/v3/__(.*?)__;.*)");
  std::string target;
  if (RE2::FullMatch(address, outlook)) {
    return RE2::PartialMatch(address, outlook_target, &target) ? decoded(target, '%') : "";
  }
  if (RE2::FullMatch(address, proofpoint2, &target)) {
    RE2::GlobalReplace(&target, "_", "/");
    return decoded(target, '-');
  }
  if (RE2::FullMatch(address, proofpoint3, &target)) return target;
  return std::nullopt;
}

}  // namespace

std::optional<std::string> unwrap_tracked_link(std::string_view address) {
  std::optional<std::string> target = target_of(address);
  for (int i = 0; target && i < kMostWrappers; ++i) {
    std::optional<std::string> inner = target_of(*target);
    if (!inner) break;
    target = std::move(inner);
  }
  if (target && (!is_plain_address(*target) || holds_tracked_link(*target))) return "";
  return target;
}

bool holds_tracked_link(std::string_view text) {
  static const RE2 pattern(
      R"((?i)safelinks\.protection|urldefense\.|%7c[^\s]*%40|%40[^\s]*%7c|%257c|(?:data|sdata|reserved)=[^\s]*%)");
  return RE2::PartialMatch(text, pattern);
}

}  // namespace opsg::importing
