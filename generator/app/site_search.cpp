#include "site_search.h"

#include <fmt/format.h>

#include <utility>

#include "search_index.h"

namespace opsg::app {
namespace {

using released::SearchDefinition;

void warn_not_installed(const SearchDefinition& search, Diagnostics& diagnostics) {
  diagnostics
      .warning("search-not-installed", search.span,
               "Pagefind is not installed: the site's text cannot be searched")
      .with_help(
          fmt::format("run `npm install @pagefind/linux-x64@{}` in the site's folder, or set "
                      "OPSG_PAGEFIND to the program",
                      search::tested_version()));
}

void check_version(const SearchDefinition& search, const std::string& version,
                   Diagnostics& diagnostics) {
  if (version == search::tested_version()) return;
  diagnostics
      .warning("search-version", search.span,
               fmt::format("this is version `{}` of Pagefind, and opsg-site is tested with {}",
                           version, search::tested_version()))
      .with_help("try the search page, or install the tested version");
}

}  // namespace

void add_search_index(const restricted::AuditInput& input, const released::SiteConfig& config,
                      const BuildRequest& request, BuildOutcome& outcome,
                      Diagnostics& diagnostics) {
  if (!request.search_program) return warn_not_installed(*config.search, diagnostics);
  AuditedSite audited = std::move(*outcome.site);
  outcome.site.reset();
  auto index =
      search::make_search_index(audited, {*request.search_program, config.language, std::nullopt});
  outcome.only_index_failed = true;  // Until it is there.
  if (!index) {
    outcome.stop = BuildStop::machine;
    outcome.failure = index.error().message;
    return;
  }
  check_version(*config.search, index->version, diagnostics);
  outcome.site = restricted::Auditor::audit_addition(input, std::move(audited),
                                                     std::move(index->files), diagnostics);
  outcome.only_index_failed = !outcome.site;
  if (!outcome.site) outcome.stop = BuildStop::audit;
}

}  // namespace opsg::app
