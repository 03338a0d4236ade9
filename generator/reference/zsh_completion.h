#pragma once

#include <string>

#include "command_reference.h"

namespace opsg::reference {

/// An autoloaded function for zsh's completion system.
std::string zsh_completion(const app::CommandReference& program);

}  // namespace opsg::reference
