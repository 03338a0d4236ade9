#include "external_check.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "external_links.h"
#include "site.h"

namespace opsg::app {
namespace {

using released::ExternalLink;

std::vector<web::LinkAnswer> try_all(const std::vector<ExternalLink>& links,
                                     const web::CrawlLimits& limits, Progress* progress) {
  std::vector<std::string> urls;
  for (const ExternalLink& link : links) urls.push_back(link.url);
  return web::try_links(urls, limits, progress);
}

void report(const ExternalLink& link, const web::LinkAnswer& answer, Diagnostics& diagnostics) {
  if (answer.state == web::LinkState::dead) {
    diagnostics
        .error("dead-link", link.span, fmt::format("`{}` is dead: {}", link.url, answer.reason))
        .with_help("correct the link, or take it out");
  } else if (answer.state == web::LinkState::unverified) {
    diagnostics
        .warning("link-unverified", link.span,
                 fmt::format("`{}` may be dead: {}", link.url, answer.reason))
        .with_help("try it in a browser");
  }
}

}  // namespace

ExternalCheck check_external_links(const restricted::LabelledSite& labelled,
                                   const Audience& audience, const BuildRequest& request,
                                   const web::CrawlLimits& limits, Diagnostics& diagnostics) {
  const ClearedSources cleared =
      restricted::Gate::clear(labelled, audience.clearance, request.time, diagnostics);
  Diagnostics judged_already;
  const auto site = released::make_site(cleared, {audience.name, request.as_of, request.base_url},
                                        judged_already);
  if (!site) return {};
  const std::vector<ExternalLink> links = released::external_links(*site);
  const std::vector<web::LinkAnswer> answers = try_all(links, limits, request.progress);
  ExternalCheck check{links.size(), 0, 0};
  for (std::size_t i = 0; i < links.size(); ++i) {
    report(links[i], answers[i], diagnostics);
    if (answers[i].state == web::LinkState::dead) ++check.dead;
    if (answers[i].state == web::LinkState::unverified) ++check.unverified;
  }
  diagnostics.drop_warnings(site->config.silenced_warnings);
  return check;
}

}  // namespace opsg::app
