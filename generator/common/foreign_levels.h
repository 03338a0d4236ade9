#pragma once

#include <array>
#include <string_view>

namespace opsg {

/// What other schemes than the policy's call levels, in capitals, the longest first. Who uses one
/// means to withhold something.
inline constexpr std::array<std::string_view, 17> kForeignLevels = {"PRIVATE AND CONFIDENTIAL",
                                                                    "COMMERCIAL IN CONFIDENCE",
                                                                    "COMMERCIAL-IN-CONFIDENCE",
                                                                    "COMMERCIALLY SENSITIVE",
                                                                    "STRICTLY CONFIDENTIAL",
                                                                    "OFFICIAL - SENSITIVE",
                                                                    "HIGHLY CONFIDENTIAL",
                                                                    "NOT FOR PUBLICATION",
                                                                    "OFFICIAL-SENSITIVE",
                                                                    "OFFICIAL SENSITIVE",
                                                                    "INTERNAL USE ONLY",
                                                                    "IN CONFIDENCE",
                                                                    "CONFIDENTIAL",
                                                                    "TOP SECRET",
                                                                    "RESTRICTED",
                                                                    "SENSITIVE",
                                                                    "SECRET"};

}  // namespace opsg
