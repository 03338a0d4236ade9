#include "external_links.h"

#include <algorithm>

#include "html_url.h"
#include "link_resolver.h"
#include "text.h"

namespace opsg::released {
namespace {

bool is_web_url(std::string_view url) {
  return starts_with_ignoring_case(url, "http") && is_safe_absolute_url(url);
}

void add_written_links(const Site& site, std::vector<ExternalLink>& links) {
  const Anchors anchors(site);
  const Permalinks permalinks(site, anchors);
  const LinkResolver resolver(permalinks);
  for (const Record& record : site.records) {
    for (const WrittenLink& link : record.links) {
      const auto found = resolver.link(record, link.url);
      if (found && found->external && is_web_url(link.url)) links.push_back({link.url, link.span});
    }
  }
}

void add_reference_links(const Site& site, std::vector<ExternalLink>& links) {
  for (const ReferencePage& page : site.references) {
    if (!page.link || !is_web_url(*page.link)) continue;
    const auto& definitions = site.config.references;
    const auto definition =
        std::find_if(definitions.begin(), definitions.end(),
                     [&](const ReferenceDefinition& each) { return each.name == page.definition; });
    links.push_back({*page.link, definition->link_span});
  }
}

}  // namespace

std::vector<ExternalLink> external_links(const Site& site) {
  std::vector<ExternalLink> links;
  add_written_links(site, links);
  add_reference_links(site, links);
  return links;
}

}  // namespace opsg::released
