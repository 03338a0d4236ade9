#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absolute_links.h"
#include "catch2.h"
#include "planned_files.h"
#include "rendering_fixture.h"

namespace opsg::test {

/// What views are made from, and what feeds and data files are, of one site.
class PageContextFixture {
 public:
  explicit PageContextFixture(released::Site site) : site_(std::move(site)) {}
  PageContextFixture(const PageContextFixture&) = delete;
  PageContextFixture& operator=(const PageContextFixture&) = delete;

  const released::PageContext& context() const { return context_; }
  const released::PageContext& absolute() const { return absolute_.context(); }

 private:
  static std::shared_ptr<const released::SiteView> site_view() {
    released::SiteView view;
    view.banner = {"White", "public", "For everyone.", 0};
    return std::make_shared<const released::SiteView>(std::move(view));
  }

  const released::Site site_;
  const Policy policy_ = RenderingFixture::policy();
  const released::Anchors anchors_{site_};
  const released::Permalinks permalinks_{site_, anchors_};
  const released::MarkdownRenderer markdown_{site_, permalinks_};
  const released::SiteIndex index_{site_};
  const released::PageFactsIndex facts_{site_, permalinks_, index_};
  const released::SearchCatalogue search_{site_, permalinks_};
  const released::PageContext context_{site_,  policy_, permalinks_, markdown_,
                                       index_, facts_,  search_,     site_view()};
  const released::AbsoluteLinks absolute_{context_};
};

using PlanFiles = std::vector<released::PlannedFiles>(const released::PageContext&);

/// All files that `plan` plans for the site, by path; exactly those that it says.
inline std::map<std::string, std::string> planned_files(released::Site site, PlanFiles& plan) {
  const PageContextFixture fixture(std::move(site));
  std::map<std::string, std::string> files;
  for (const released::PlannedFiles& each : plan(fixture.context())) {
    std::size_t count = 0;
    for (RenderedFile& file : each.make(fixture.absolute())) {
      CHECK(std::count(each.paths.begin(), each.paths.end(), file.path) == 1);
      files[file.path] = std::move(file.bytes);
      ++count;
    }
    CHECK(count == each.paths.size());
  }
  return files;
}

}  // namespace opsg::test
