#pragma once

#include <filesystem>

#include "meeting_codes.h"

namespace opsg::app {

/// The names of the folders below `meetings`, by the spellings of the meetings that their
/// meeting.toml names, whatever else is wrong with it. Of two folders of one meeting the first.
restricted::MeetingCodes meeting_folders(const std::filesystem::path& meetings);

}  // namespace opsg::app
