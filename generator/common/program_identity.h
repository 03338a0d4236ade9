#pragma once

#include <optional>
#include <string>

namespace opsg {

/// A digest of the code that runs: of the GNU build IDs of the program and of every library that it
/// has loaded, as the linker wrote them. Nothing where one of them has none, so that this program
/// cannot be told from another version of itself.
std::optional<std::string> program_identity();

}  // namespace opsg
