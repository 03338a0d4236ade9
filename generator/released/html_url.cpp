#include "html_url.h"

#include <algorithm>
#include <array>
#include <optional>

#include "ascii.h"
#include "byte_set.h"
#include "safe_html.h"
#include "text.h"

namespace opsg::released {
namespace {

constexpr ByteSet kUrlCharacters =
    ByteSet("-._~:/?#[]@!$()*+,;=%&").add_range('a', 'z').add_range('A', 'Z').add_range('0', '9');

void append_percent_encoded(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kDigits[byte >> 4];
  out += kDigits[byte & 0xF];
}

std::optional<int> hex_digit(char c) {
  if (is_ascii_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::optional<char> decoded_byte(std::string_view text) {
  if (text.size() < 3 || text[0] != '%') return std::nullopt;
  const auto high = hex_digit(text[1]);
  const auto low = hex_digit(text[2]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

std::size_t safe_prefix_length(std::string_view url) {
  constexpr std::array<std::string_view, 4> kPrefixes = {"https://", "http://", "mailto:", "tel:"};
  for (const std::string_view prefix : kPrefixes) {
    if (starts_with_ignoring_case(url, prefix)) return prefix.size();
  }
  return 0;
}

}  // namespace

void append_url(std::string& html, std::string_view url) {
  append_escaped(html, encoded_url(url));  // Of what that changes, only '&' may be in it.
}

bool has_safe_scheme(std::string_view url) {
  constexpr std::array<std::string_view, 4> kSchemes = {"https:", "http:", "mailto:", "tel:"};
  return std::any_of(kSchemes.begin(), kSchemes.end(), [&](std::string_view scheme) {
    return starts_with_ignoring_case(url, scheme);
  });
}

std::string encoded_url(std::string_view url) {
  std::string encoded;
  encoded.reserve(url.size());
  for (std::size_t at = 0;;) {
    const std::size_t end = kUrlCharacters.find_other(url, at);
    encoded.append(url, at, end - at);
    if (end == url.size()) return encoded;
    append_percent_encoded(encoded, url[end]);
    at = end + 1;
  }
}

std::string host_of_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  const std::size_t user = url.find('@');
  if (user != std::string_view::npos) url.remove_prefix(user + 1);
  const bool is_ipv6 = url.starts_with('[');
  return std::string(url.substr(0, is_ipv6 ? url.find(']') + 1 : url.find(':')));
}

bool is_safe_absolute_url(std::string_view url) {
  // Browsers drop white space and control characters inside a URL before they look at its scheme.
  const auto is_blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; };
  if (std::any_of(url.begin(), url.end(), is_blank)) return false;
  const std::size_t prefix = safe_prefix_length(url);
  return prefix > 0 && url.size() > prefix;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::optional<char> byte = decoded_byte(text.substr(i));
    decoded += byte.value_or(text[i]);
    if (byte) i += 2;
  }
  return decoded;
}

}  // namespace opsg::released
