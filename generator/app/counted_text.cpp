#include "counted_text.h"

#include <fmt/format.h>

namespace opsg::app {

std::string counted(std::size_t number, std::string_view thing) {
  return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

}  // namespace opsg::app
