#pragma once

#include <cstddef>
#include <string_view>

namespace opsg {

/// How many of the first digits of a theme's asset's SHA-256 stand in its name.
inline constexpr std::size_t kFingerprintDigits = 12;

/// The "0123456789ab" of "assets/site.0123456789ab.css", below the site's folder: of a theme's asset
/// that pages name. Empty for any other path.
std::string_view asset_fingerprint(std::string_view path);

}  // namespace opsg
