#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "import_fixture.h"
#include "text.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

/// A mail filter's link holds its recipient's address.
bool holds_recipient(std::string_view text) {
  const std::string lower = opsg::ascii_lower(text);
  return lower.find("safelinks.protection.outlook.com") != std::string::npos;
}

}  // namespace

/// Whatever the text is, each of its words is accounted for, and links that track are gone.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const opsg::importing::ImportedDocument imported = opsg::test::import_text(text);
  require(imported.account.reconciles());
  require(!holds_recipient(imported.markdown));
  require(!holds_recipient(write_meeting(imported.meeting)));
  for (const auto& dropped : imported.dropped) require(!holds_recipient(dropped.text));
  require(imported.markdown.find("\nclassification = \"\"\n") != std::string::npos);
  return 0;
}
