#include "pipeline.h"

#include "auditor.h"
#include "pages.h"
#include "site.h"

namespace opsg::app {
namespace {

using released::Site;
using restricted::Gate;
using restricted::LabelledSite;

/// Contradictions are looked for in everything that there is: an amber meeting may explain what
/// two white ones leave open. The site made for it goes no further.
void judge_at_full_clearance(const LabelledSite& labelled, const BuildRequest& request,
                             Diagnostics& diagnostics) {
  const ClearedSources everything =
      Gate::clear(labelled, labelled.policy.full_clearance(), request.time, diagnostics);
  const released::SiteOptions options = {{}, request.as_of, request.base_url};
  const auto site = released::make_site(everything, options, diagnostics);
  if (!site) return;
  released::judge_consistency(*site, diagnostics);
  diagnostics.drop_warnings(site->config.silenced_warnings);
}

/// The theme's words are public whatever the records say.
std::optional<AuditedSite> audit(const SourceTree& tree, const LabelledSite& labelled,
                                 const released::ThemeFiles& theme, const BuildRequest& request,
                                 RenderedSite site, Diagnostics& diagnostics) {
  std::vector<std::string> public_texts;
  for (const released::ThemeFile& file : theme.files) public_texts.push_back(file.bytes);
  const restricted::AuditInput input = {
      tree, labelled.policy, public_texts, {request.time.now, labelled.time_zone}};
  return restricted::Auditor::audit(input, std::move(site), diagnostics);
}

BuildOutcome stopped(BuildStop stop, std::optional<LabelledSite> labelled) {
  BuildOutcome outcome;
  outcome.stop = stop;
  outcome.labelled = std::move(labelled);
  return outcome;
}

}  // namespace

std::optional<LabelledSite> check_site(const SourceTree& tree, const released::ThemeFiles& theme,
                                       const BuildRequest& request, Diagnostics& diagnostics) {
  released::check_theme(theme, diagnostics);
  auto labelled = restricted::label_sources(tree, request.rules, diagnostics);
  if (labelled) judge_at_full_clearance(*labelled, request, diagnostics);
  return labelled;
}

BuildOutcome build_site(const SourceTree& tree, const released::ThemeFiles& theme,
                        const BuildRequest& request, Diagnostics& diagnostics) {
  // Everything that is wrong anywhere is found first; from here on nothing may fail.
  auto labelled = check_site(tree, theme, request, diagnostics);
  if (!labelled || diagnostics.has_errors()) {
    return stopped(BuildStop::content, std::move(labelled));
  }
  const Audience* audience = labelled->policy.find_audience(request.audience);
  if (!audience) return stopped(BuildStop::usage, std::move(labelled));

  // What the audience may not have ends here.
  const ClearedSources cleared =
      Gate::clear(*labelled, audience->clearance, request.time, diagnostics);
  Diagnostics judged_already;
  const released::SiteOptions options = {audience->name, request.as_of, request.base_url};
  const auto site = released::make_site(cleared, options, judged_already);
  if (!site || diagnostics.has_errors()) {
    return stopped(BuildStop::content, std::move(labelled));
  }
  auto rendered = released::render_site(*site, labelled->policy, theme, request.jobs, diagnostics);
  if (!rendered) return stopped(BuildStop::content, std::move(labelled));

  // Only what the auditor lets through can be written.
  BuildOutcome outcome;
  outcome.site = audit(tree, *labelled, theme, request, std::move(*rendered), diagnostics);
  outcome.stop = outcome.site ? BuildStop::none : BuildStop::audit;
  outcome.next_release = restricted::next_release(*labelled, audience->clearance, request.time);
  outcome.labelled = std::move(labelled);
  return outcome;
}

}  // namespace opsg::app
