#include "memory_publish.h"

#include "catch2.h"

namespace opsg::testing {

const Files kFirst = {{"index.html", "uses assets/site.1.css"},
                      {"a/index.html", "uses assets/site.1.css"},
                      {"b/index.html", "uses assets/site.1.css, withdrawn"},
                      {"c/d/index.html", "uses assets/site.1.css, withdrawn too"},
                      {"c/d/paper.pdf", "withdrawn paper"},
                      {"assets/site.1.css", "first style"},
                      {"feed.xml", "first feed"},
                      {"data/x.json", "{}"}};
// As `publish` makes it: the first release's style sheet is carried over.
const Files kSecond = {{"index.html", "uses assets/site.2.css"},
                       {"a/index.html", "uses assets/site.2.css"},
                       {"e/index.html", "uses assets/site.2.css, new"},
                       {"assets/site.1.css", "first style"},
                       {"assets/site.2.css", "second style"},
                       {"feed.xml", "second feed"},
                       {"data/x.json", "{}"}};

publishing::Published<publishing::PublishReport> publish(MemoryStore& store,
                                                         const ReleaseFixture& site,
                                                         const PublishOptions& options) {
  publishing::PublishRequest request;
  request.dry_run = options.dry_run;
  request.break_lock = options.break_lock;
  return publishing::staged_publish(store, site.release(), request, options.leave);
}

std::string error_of(const publishing::Published<publishing::PublishReport>& report) {
  return report ? std::string("(none)") : report.error().message;
}

void check_holds(const MemoryStore& store, const ReleaseFixture& site) {
  CHECK(store.files == site.published());
  CHECK(store.empty_folders.empty());
}

}  // namespace opsg::testing
