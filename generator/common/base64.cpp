#include "base64.h"

#include <openssl/evp.h>

#include <algorithm>

namespace opsg {
namespace {

// OpenSSL counts in int. Multiples of three and four, so that parts can be put together.
constexpr std::size_t kBytesAtOnce = std::size_t{3} << 20;
constexpr std::size_t kTextAtOnce = std::size_t{4} << 20;

const unsigned char* unsigned_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

/// EVP_DecodeBlock would skip white space and take padding anywhere.
bool has_base64_letters(std::string_view text) {
  const std::size_t end = text.find_last_not_of('=') + 1;
  if (text.size() - end > 2) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/';
  });
}

}  // namespace

std::string base64(std::string_view bytes) {
  std::string text;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), kBytesAtOnce))) {
    const std::string_view part = bytes.substr(0, kBytesAtOnce);
    const std::size_t begin = text.size();
    text.resize(begin + (part.size() + 2) / 3 * 4 + 1);  // OpenSSL ends it with a NUL.
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data() + begin),
                                     unsigned_bytes(part), static_cast<int>(part.size()));
    text.resize(begin + static_cast<std::size_t>(size));
  }
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0 || !has_base64_letters(text)) return std::nullopt;
  const std::size_t padding = text.size() - (text.find_last_not_of('=') + 1);
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  for (; !text.empty(); text.remove_prefix(std::min(text.size(), kTextAtOnce))) {
    const std::string_view part = text.substr(0, kTextAtOnce);
    const std::size_t begin = bytes.size();
    bytes.resize(begin + part.size() / 4 * 3);
    const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data() + begin),
                                     unsigned_bytes(part), static_cast<int>(part.size()));
    if (size < 0) return std::nullopt;
  }
  bytes.resize(bytes.size() - padding);
  return bytes;
}

}  // namespace opsg
