#pragma once

#include <memory>
#include <utility>

#include "page_context.h"
#include "rendering_fixture.h"

namespace opsg::test {

/// All that views are made from, of a RenderingFixture's site.
class PageFixture {
 public:
  explicit PageFixture(RenderingFixture fixture) : fixture_(std::move(fixture)) {}

  PageFixture(const PageFixture&) = delete;
  PageFixture& operator=(const PageFixture&) = delete;

  const released::PageContext& context() const { return context_; }
  const released::Site& site() const { return site_; }
  const released::Register& reg(std::string_view name) const { return *site_.find_register(name); }

 private:
  RenderingFixture fixture_;
  const released::Site site_ = fixture_.site();
  const Policy policy_ = RenderingFixture::policy();
  const released::Anchors anchors_{site_};
  const released::Permalinks permalinks_{site_, anchors_};
  const released::MarkdownRenderer markdown_{site_, permalinks_};
  const released::SiteIndex index_{site_};
  const released::PageFactsIndex facts_{site_, permalinks_, index_};
  const released::SearchCatalogue search_{site_, permalinks_};
  const released::PageContext context_{site_,
                                       policy_,
                                       permalinks_,
                                       markdown_,
                                       index_,
                                       facts_,
                                       search_,
                                       std::make_shared<const released::SiteView>()};
};

}  // namespace opsg::test
