#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cleared.h"
#include "site.h"
#include "site_config.h"
#include "sources.h"

namespace opsg::released {

/// Reads a meeting.toml (docs/records.md). The gate has reported what is wrong with it: a value of
/// another type counts as none here, and so does a coming meeting without a date. Nothing where the
/// meeting has no code or no date.
std::optional<Meeting> read_meeting(const Cleared<MeetingSource>& source, const SiteConfig& config);

/// Every way to write the code: the code, each of `also`, and both behind the committee's name
/// with `_` and with a space. The code comes first, each spelling once.
std::vector<std::string> code_spellings(std::string_view code, std::span<const std::string> also,
                                        std::string_view committee);

/// Each spelling that means a meeting wherever it stands in a text -> the meeting's code. A bare
/// number ("27", "34x") does not: prose is full of them.
std::map<std::string, std::string> spellings_in_prose(std::span<const Meeting> meetings);

}  // namespace opsg::released
