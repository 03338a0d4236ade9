#pragma once

#include <string>
#include <vector>

#include "memory_store.h"
#include "release_fixture.h"
#include "staged_publish.h"

namespace opsg::testing {

/// Two releases that follow each other. Pages name their style sheet, so that a test can look
/// whether it is there.
extern const Files kFirst;
extern const Files kSecond;

struct PublishOptions {
  std::vector<std::string> leave;
  bool dry_run = false;
  bool break_lock = false;
};

publishing::Published<publishing::PublishReport> publish(MemoryStore& store,
                                                         const ReleaseFixture& site,
                                                         const PublishOptions& options = {});

/// "(none)" where it was published.
std::string error_of(const publishing::Published<publishing::PublishReport>& report);

/// Checks that the site is all that is there.
void check_holds(const MemoryStore& store, const ReleaseFixture& site);

}  // namespace opsg::testing
