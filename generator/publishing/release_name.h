#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace opsg::publishing {

/// What a directory target calls a release: "0042-20210202T100000Z-1a2b3c4d5e6f". The number alone
/// orders releases: it grows by one each time, whatever the clock says.
struct ReleaseName {
  std::uint64_t number = 0;
  std::string text;

  friend bool operator==(const ReleaseName&, const ReleaseName&) = default;
};

/// Its number, the time at which it was made, and the first digits of its manifest's SHA-256.
ReleaseName make_release_name(std::uint64_t number, std::chrono::system_clock::time_point time,
                              std::string_view manifest_text);

/// Nothing where the text is not exactly such a name.
std::optional<ReleaseName> parse_release_name(std::string_view text);

}  // namespace opsg::publishing
