#include "standing_items.h"

#include <array>

#include "table_reader.h"

namespace opsg::released {
namespace {

const std::array<std::string, 1> kMeetingKeys = {"standing_items"};

}  // namespace

std::vector<std::string> read_standing_items(const TomlTable& site, Diagnostics& diagnostics) {
  const TomlValue* meetings = site.find("meetings");
  if (meetings && meetings->table()) {
    TableReader reader(*meetings->table(), meetings->span(), diagnostics);
    reader.allow_only(kMeetingKeys);
    if (meetings->table()->contains("standing_items")) return reader.texts("standing_items");
  } else if (meetings) {
    TableReader(site, meetings->span(), diagnostics).wrong_type(*meetings, "meetings", "a table");
  }
  return {"Actions Outstanding", "Any Other Business"};
}

}  // namespace opsg::released
