#pragma once

#include <string>
#include <string_view>

namespace opsg::released {

/// What ids of the pattern look like, for a message: "ids look like `OPSG 12/01`: `OPSG`, a number,
/// `/` and two digits". Of a pattern that words do not tell in full, examples; of one that is not
/// understood, the pattern.
std::string id_wording(std::string_view pattern);

}  // namespace opsg::released
