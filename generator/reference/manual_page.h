#pragma once

#include <string>
#include <string_view>

#include "command_reference.h"

namespace opsg::reference {

/// Where the page belongs: "opsg-site-new-meeting.1".
std::string manual_page_name(const app::CommandReference& command);

/// A command's page in the language of man(7), with all that its help says and nothing else.
/// `parent` is the command that it belongs to; null for the program. Of the footer, each paragraph
/// becomes a section, titled by what stands before its first colon.
std::string manual_page(const app::CommandReference& command, const app::CommandReference* parent,
                        std::string_view version);

}  // namespace opsg::reference
