#include "reading_key.h"

#include <fmt/format.h>

#include "sha256.h"

namespace opsg::audit {
namespace {

/// Every text begins with its length, so that no two lists of texts run into one.
void add(std::string& key, std::string_view text) {
  key += fmt::format("{}:{}", text.size(), text);
}

void add(std::string& key, const std::vector<std::string>& texts) {
  key += fmt::format("{}:", texts.size());
  for (const std::string& text : texts) add(key, text);
}

/// By what the audit asks of it; a member that is added does not compile until it is looked at.
void add(std::string& key, const Policy& policy) {
  const auto& [levels, audiences, people, withheld_notice] = policy;
  key += fmt::format("{}:{}:", people.rank, levels.size());
  for (const PolicyLevel& level : levels) {
    const auto& [name, other_names, handling, audience, description] = level;
    add(key, name);
    add(key, other_names);
  }
}

}  // namespace

std::string scope_key(const ReadingScope& scope, const std::vector<std::string>& raising_keywords) {
  const auto& [level, drafts, embargoed] = scope.clearance;
  std::string key = fmt::format("{}:{}:{}:", level.rank, drafts, embargoed);
  add(key, scope.policy);
  add(key, raising_keywords);
  return sha256_hex(key);
}

std::string reading_key(const std::string& scope_key, const SourceFile& file,
                        const MeetingLabel* meeting) {
  std::string key = scope_key;
  add(key, file.path.view());
  key += meeting ? fmt::format("{}:{}:", meeting->level.rank, meeting->withheld) : "-";
  key += file.bytes;
  return sha256_hex(key);
}

}  // namespace opsg::audit
