#include "manifest_changes.h"

namespace opsg::publishing {

PublishReport report_changes(const output::Manifest& before, const output::Manifest& after) {
  PublishReport report;
  for (const output::ManifestEntry& entry : after.files) {
    const output::ManifestEntry* old = before.find(entry.path);
    if (old && old->sha256 == entry.sha256) {
      ++report.unchanged;
    } else {
      report.uploaded.push_back(entry.path);
    }
  }
  for (const output::ManifestEntry& entry : before.files) {
    if (!after.find(entry.path)) report.removed.push_back(entry.path);
  }
  return report;
}

}  // namespace opsg::publishing
