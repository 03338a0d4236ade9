#pragma once

#include <filesystem>
#include <optional>

namespace opsg::search {

/// Where Pagefind is: what $OPSG_PAGEFIND names (whatever it is, so that a wrong path is told),
/// else the one that npm put into the site's node_modules for this machine, else the one in $PATH.
/// An absolute path; nothing where there is none.
std::optional<std::filesystem::path> find_search_program(const std::filesystem::path& site_root);

}  // namespace opsg::search
