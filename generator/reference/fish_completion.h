#pragma once

#include <string>

#include "command_reference.h"

namespace opsg::reference {

/// Completions for fish 3.1 and later.
std::string fish_completion(const app::CommandReference& program);

}  // namespace opsg::reference
