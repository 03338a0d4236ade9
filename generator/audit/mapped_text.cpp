#include "mapped_text.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>

#include "text.h"

namespace opsg::audit {
namespace {

constexpr int kDeepest = 3;
constexpr std::size_t kLongestEntity = 12;

struct Decoded {
  std::string bytes;
  std::size_t length = 0;  ///< Bytes of the escape.
};

std::optional<std::uint32_t> number(std::string_view digits, int base) {
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, base);
  if (digits.empty() || error != std::errc() || stop != end) return std::nullopt;
  return value;
}

std::string utf8(std::uint32_t code_point) {
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  std::string out;
  append_utf8(out, surrogate || code_point > 0x10FFFF ? U' ' : static_cast<char32_t>(code_point));
  return out;
}

std::optional<Decoded> decode_entity(std::string_view text) {
  const std::size_t end = text.substr(0, kLongestEntity).find(';');
  if (end == std::string_view::npos || end < 2) return std::nullopt;
  const std::string_view name = text.substr(1, end - 1);
  if (name[0] == '#') {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const auto value = number(name.substr(hex ? 2 : 1), hex ? 16 : 10);
    if (!value) return std::nullopt;
    return Decoded{utf8(*value), end + 1};
  }
  const std::string_view known = named_entity(name);
  if (known.empty()) return std::nullopt;
  return Decoded{std::string(known), end + 1};
}

std::optional<Decoded> decode_percent(std::string_view text) {
  if (text.size() < 3) return std::nullopt;
  const auto value = number(text.substr(1, 2), 16);
  if (!value) return std::nullopt;
  return Decoded{std::string(1, *value < 0x20 ? ' ' : static_cast<char>(*value)), 3};
}

std::optional<std::uint32_t> utf16_unit(std::string_view text) {
  if (text.size() < 6 || text[0] != '\\' || text[1] != 'u') return std::nullopt;
  return number(text.substr(2, 4), 16);
}

std::optional<Decoded> decode_backslash(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  if (const auto unit = utf16_unit(text)) {
    const auto low = *unit >= 0xD800 && *unit < 0xDC00 ? utf16_unit(text.substr(6)) : std::nullopt;
    if (!low || *low < 0xDC00 || *low > 0xDFFF) return Decoded{utf8(*unit), 6};
    return Decoded{utf8(0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00)), 12};
  }
  if (std::string_view("nrtbfN").find(text[1]) != std::string_view::npos) return Decoded{" ", 2};
  // The last two are of calendars (RFC 5545, 3.3.11).
  if (std::string_view("/\"\\,;").find(text[1]) != std::string_view::npos) {
    return Decoded{std::string(1, text[1]), 2};
  }
  return std::nullopt;
}

std::optional<Decoded> decode_one(std::string_view text) {
  switch (text[0]) {
    case '&':
      return decode_entity(text);
    case '%':
      return decode_percent(text);
    case '\\':
      return decode_backslash(text);
    default:
      return std::nullopt;
  }
}

/// Where the next escape may begin. (find_first_of looks each byte up by a call of memchr.)
std::size_t next_escape(std::string_view bytes, std::size_t from) {
  const auto at = std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(from), bytes.end(),
                               [](char c) { return c == '&' || c == '%' || c == '\\'; });
  return static_cast<std::size_t>(at - bytes.begin());
}

/// One round; the text is handed on untouched where there was nothing to undo.
bool decode_round(MappedText& text) {
  const std::string_view bytes = text.bytes;
  std::size_t next = next_escape(bytes, 0);
  if (next == bytes.size()) return false;
  MappedText out;
  out.bytes.reserve(text.bytes.size());
  out.origins.reserve(text.bytes.size());
  bool found = false;
  std::size_t done = 0;
  const auto copy_until = [&](std::size_t end) {
    out.bytes.append(bytes, done, end - done);
    out.origins.insert(out.origins.end(), text.origins.begin() + static_cast<std::ptrdiff_t>(done),
                       text.origins.begin() + static_cast<std::ptrdiff_t>(end));
    done = end;
  };
  for (; next != bytes.size(); next = next_escape(bytes, next)) {
    const auto decoded = decode_one(bytes.substr(next));
    if (!decoded) {
      ++next;
      continue;
    }
    copy_until(next);
    for (char c : decoded->bytes) out.push(c, text.origin(next));
    done = next += decoded->length;
    found = true;
  }
  copy_until(bytes.size());
  text = std::move(out);
  return found;
}

/// The length of a fold ("\n " or "\r\n ") that the text begins with; 0 for none.
std::size_t fold_length(std::string_view text) {
  const std::size_t newline = text.starts_with("\r\n") ? 2 : text.starts_with("\n") ? 1 : 0;
  const bool folded =
      newline > 0 && text.size() > newline && (text[newline] == ' ' || text[newline] == '\t');
  return folded ? newline + 1 : 0;
}

}  // namespace

MappedText whole_text(std::string_view bytes) {
  MappedText text{std::string(bytes), std::vector<std::uint32_t>(bytes.size())};
  std::iota(text.origins.begin(), text.origins.end(), 0u);
  return text;
}

MappedText part_of(const MappedText& text, std::size_t begin, std::size_t end) {
  const auto at = [&](std::size_t i) {
    return text.origins.begin() + static_cast<std::ptrdiff_t>(i);
  };
  return {text.bytes.substr(begin, end - begin), {at(begin), at(end)}};
}

MappedText decode_escapes(MappedText text) {
  for (int depth = 0; depth < kDeepest && decode_round(text); ++depth) {
  }
  return text;
}

MappedText unfold_lines(const MappedText& text) {
  MappedText out;
  for (std::size_t i = 0; i < text.bytes.size();) {
    if (const std::size_t fold = fold_length(std::string_view(text.bytes).substr(i))) {
      i += fold;
    } else {
      out.push(text.bytes[i], text.origin(i));
      ++i;
    }
  }
  return out;
}

}  // namespace opsg::audit
