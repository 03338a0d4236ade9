#pragma once

#include <functional>
#include <set>
#include <string>

namespace opsg::released {

/// What is remembered while one page is rendered from top to bottom.
struct PageScope {
  std::string path;  ///< The page's own: a mention of what it is about is no link.
  std::set<std::string, std::less<>> expanded;  ///< Acronyms that have had their `<abbr>`.
};

}  // namespace opsg::released
