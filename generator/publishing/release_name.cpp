#include "release_name.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "ascii.h"
#include "sha256.h"
#include "text.h"

namespace opsg::publishing {
namespace {

constexpr std::size_t kFingerprintDigits = 12;

/// "20210202T100000Z"
bool is_time(std::string_view text) {
  constexpr std::string_view kShape = "00000000T000000Z";
  return std::equal(text.begin(), text.end(), kShape.begin(), kShape.end(), [](char c, char shape) {
    return shape == '0' ? is_ascii_digit(c) : c == shape;
  });
}

bool is_fingerprint(std::string_view text) {
  return text.size() == kFingerprintDigits && std::all_of(text.begin(), text.end(), [](char c) {
           return is_ascii_digit(c) || (c >= 'a' && c <= 'f');
         });
}

}  // namespace

ReleaseName make_release_name(std::uint64_t number, std::chrono::system_clock::time_point time,
                              std::string_view manifest_text) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  return {number, fmt::format("{:04}-{:%Y%m%dT%H%M%SZ}-{}", number, fmt::gmtime(seconds),
                              sha256_hex(manifest_text).substr(0, kFingerprintDigits))};
}

std::optional<ReleaseName> parse_release_name(std::string_view text) {
  const auto parts = split(text, '-');
  if (parts.size() != 3 || !is_time(parts[1]) || !is_fingerprint(parts[2])) return std::nullopt;
  ReleaseName name{0, std::string(text)};
  const char* end = parts[0].data() + parts[0].size();
  const auto [stop, error] = std::from_chars(parts[0].data(), end, name.number);
  // Written anew it must be the same: one number has one name.
  const bool exact =
      error == std::errc() && stop == end && fmt::format("{:04}", name.number) == parts[0];
  return exact ? std::optional(std::move(name)) : std::nullopt;
}

}  // namespace opsg::publishing
