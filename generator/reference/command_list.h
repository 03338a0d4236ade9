#pragma once

#include <string>
#include <vector>

#include "command_reference.h"

namespace opsg::reference {

/// A command and all below it, each before its own.
std::vector<const app::CommandReference*> all_commands(const app::CommandReference& program);

/// What is typed behind the program: "new meeting"; empty for the program itself.
std::string typed_behind_program(const app::CommandReference& command);

/// "meeting" of "opsg-site new meeting".
std::string last_word(const app::CommandReference& command);

/// "opsg-site-new-meeting", or with other than hyphens between words, or "opsg_site_new_meeting".
std::string joined_name(const app::CommandReference& command, char separator);

}  // namespace opsg::reference
