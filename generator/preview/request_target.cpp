#include "request_target.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "ascii.h"
#include "text.h"

namespace opsg::preview {
namespace {

std::optional<char> decode_pair(std::string_view digits) {
  unsigned value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  const bool is_pair =
      digits.size() == 2 && error == std::errc() && end == digits.data() + digits.size();
  if (!is_pair) return std::nullopt;
  return static_cast<char>(value);
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    const auto byte = decode_pair(text.substr(i + 1, 2));
    if (!byte) return std::nullopt;
    decoded += *byte;
    i += 2;
  }
  return decoded;
}

bool is_plain_text(std::string_view text) {
  return is_valid_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\';
         });
}

bool is_plain_part(std::string_view part) {
  return part != "." && part != ".." && part.find('/') == std::string_view::npos &&
         is_plain_text(part);
}

bool is_unreserved(char c) {
  return is_ascii_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

std::string encode(std::string_view text, std::string_view kept) {
  std::string encoded;
  for (const char c : text) {
    if (is_unreserved(c) || kept.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

}  // namespace

std::optional<RequestTarget> parse_target(std::string_view target) {
  if (!target.starts_with('/')) return std::nullopt;
  const std::size_t question = std::min(target.find('?'), target.size());
  RequestTarget parsed;
  const auto parts = split(target.substr(1, question - 1), '/');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto part = percent_decode(parts[i]);
    const bool is_last = i + 1 == parts.size();
    if (!part || !is_plain_part(*part) || (part->empty() && !is_last)) return std::nullopt;
    parsed.path += "/" + *part;
  }
  if (question < target.size()) parsed.query = target.substr(question + 1);
  return parsed;
}

std::optional<std::string> query_value(std::string_view query, std::string_view name) {
  for (const std::string_view pair : split(query, '&')) {
    const std::size_t equals = std::min(pair.find('='), pair.size());
    if (pair.substr(0, equals) != name) continue;
    return percent_decode(equals < pair.size() ? pair.substr(equals + 1) : std::string_view());
  }
  return std::nullopt;
}

std::string encode_path(std::string_view path) {
  return encode(path, "/!$&'()*+,;=:@");
}

std::string encode_value(std::string_view text) {
  return encode(text, "");
}

}  // namespace opsg::preview
