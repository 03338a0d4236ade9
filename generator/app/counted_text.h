#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace opsg::app {

/// "1 page", "2 pages".
std::string counted(std::size_t number, std::string_view thing);

}  // namespace opsg::app
