#include "portion_lookup.h"

#include <algorithm>
#include <utility>

namespace opsg::restricted {
namespace {

bool holds(const Portion& portion, std::uint32_t line, std::uint32_t column) {
  if (portion.kind == PortionKind::document) return true;
  if (line < portion.first_line || line > portion.last_line) return false;
  if (portion.kind != PortionKind::span) return true;
  const std::pair place(line, column);
  return place >= std::pair(portion.first_line, portion.first_column) &&
         place <= std::pair(portion.last_line, portion.last_column);
}

}  // namespace

std::vector<const Portion*> portions_at(const PortionMap& map, std::uint32_t line,
                                        std::uint32_t column) {
  std::vector<const Portion*> found;
  for (const Portion& portion : map.portions) {
    if (holds(portion, line, column)) found.push_back(&portion);
  }
  return found;
}

Level level_at(const PortionMap& map, std::uint32_t line, std::uint32_t column) {
  return portions_at(map, line, column).back()->level;
}

}  // namespace opsg::restricted
