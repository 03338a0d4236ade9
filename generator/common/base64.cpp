#include "base64.h"

#include <nettle/base64.h>

#include <algorithm>

#include "ascii.h"

namespace opsg {
namespace {

/// Nettle would skip white space, and take a text without its padding.
bool is_base64(std::string_view text) {
  const std::size_t end = text.find_last_not_of('=') + 1;
  if (text.size() % 4 != 0 || text.size() - end > 2) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char c) { return is_ascii_letter_or_digit(c) || c == '+' || c == '/'; });
}

}  // namespace

std::string base64(std::string_view bytes) {
  std::string text(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
  ::base64_encode_raw(text.data(), bytes.size(),
                      reinterpret_cast<const std::uint8_t*>(bytes.data()));
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (!is_base64(text)) return std::nullopt;
  base64_decode_ctx context;
  ::base64_decode_init(&context);
  std::string bytes(BASE64_DECODE_LENGTH(text.size()), '\0');
  std::size_t size = bytes.size();
  const int decoded = ::base64_decode_update(
      &context, &size, reinterpret_cast<std::uint8_t*>(bytes.data()), text.size(), text.data());
  if (decoded == 0 || ::base64_decode_final(&context) == 0) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

}  // namespace opsg
