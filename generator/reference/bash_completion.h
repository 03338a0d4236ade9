#pragma once

#include <string>

#include "command_reference.h"

namespace opsg::reference {

/// A script for bash: commands, options, and their values where these are files, folders or a few
/// names. It needs nothing but bash 4.4.
std::string bash_completion(const app::CommandReference& program);

}  // namespace opsg::reference
