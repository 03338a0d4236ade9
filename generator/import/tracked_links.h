#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace opsg::importing {

/// The rule by which such links are left out of a record.
inline constexpr std::string_view kTrackedLinkRule = "tracked-link";

/// The address that a mail filter's link leads to: Outlook's "Safe Links" and Proofpoint's "URL
/// Defense". Those links hold the mail address of whoever received them. Nothing for other
/// addresses; empty where the target cannot be read.
std::optional<std::string> unwrap_tracked_link(std::string_view address);

/// Whether the text holds a part of such a link, as where a line break cut it in two.
bool holds_tracked_link(std::string_view text);

}  // namespace opsg::importing
