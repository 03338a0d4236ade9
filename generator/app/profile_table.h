#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "profile.h"

namespace opsg::app {

/// A kind of stage, with all its times and counts added up.
struct StageRow {
  std::string_view name;
  std::size_t depth = 0;  ///< How many stages it is part of.
  std::chrono::nanoseconds wall{};
  std::chrono::nanoseconds cpu{};
  std::size_t count = 0;  ///< 0 where nobody counted.
};

/// The stages in the order in which they were first begun, each before its parts. A stage is part
/// of the one during which it began on the same thread.
std::vector<StageRow> stage_rows(const std::vector<ProfileSpan>& spans);

/// What the whole program has used until now.
struct ProgramUse {
  std::chrono::nanoseconds wall{};
  std::chrono::nanoseconds cpu{};
  std::size_t peak_memory = 0;  ///< Bytes.
};

/// `wall` since the profile was made; the rest since the program was started.
ProgramUse program_use(const Profile& profile);

/// Counts may tell how much is withheld.
enum class ProfileCounts { show, hide };

/// For people: one line a stage, and one for all of them.
std::string profile_table(const std::vector<StageRow>& rows, const ProgramUse& whole,
                          ProfileCounts counts);

}  // namespace opsg::app
