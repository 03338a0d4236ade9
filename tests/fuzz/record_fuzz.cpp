#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "record_fixture.h"

namespace {

using opsg::released::Record;

void require(bool holds) {
  if (!holds) std::abort();
}

void require_unique_anchors(const Record& record) {
  std::set<std::string_view> anchors;
  for (const auto& item : record.items) require(anchors.insert(item.anchor).second);
  for (const auto& entry : record.entries) require(anchors.insert(entry.anchor).second);
  for (const auto& decision : record.decisions) require(anchors.insert(decision.anchor).second);
}

/// Everything points into the record, and names something.
void require_sound(const Record& record) {
  for (const auto& item : record.items) {
    require(item.heading && !item.number.empty() && !item.title.empty());
  }
  for (const auto& entry : record.entries) {
    require(entry.node && !entry.id.empty() && entry.fragment < record.trees.size());
    require(entry.item == opsg::released::kNoItem || entry.item < record.items.size());
    require(!entry.raises || !entry.title.empty());
  }
  for (const auto& decision : record.decisions) {
    require(decision.node && !decision.subject.empty());
    require(decision.item == opsg::released::kNoItem || decision.item < record.items.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = opsg::test::read_minutes({reinterpret_cast<const char*>(data), size});
  require_unique_anchors(read.record);
  require_sound(read.record);
  require(opsg::test::findings(read).empty() == read.diagnostics.empty());
  opsg::test::summary(read.record);
  return 0;
}
