#include "pipeline.h"

#include <algorithm>

#include "auditor.h"
#include "full_reading.h"
#include "headers_file.h"
#include "link_consistency.h"
#include "plain_theme.h"
#include "publish_settings.h"
#include "site.h"
#include "site_search.h"

namespace opsg::app {
namespace {

using released::FullReading;
using released::Site;
using restricted::Gate;
using restricted::LabelledSite;

/// Tells who watches that a stage begins, and measures it until the end of its scope.
[[nodiscard]] StageTimer begin_stage(const BuildRequest& request, std::string_view stage) {
  if (request.progress) request.progress->begin(stage, 0);
  return {request.profile, stage};
}

released::SiteOptions site_options(const BuildRequest& request, std::string audience) {
  return {std::move(audience), request.as_of, request.base_url, request.search_program.has_value(),
          request.memos ? &request.memos->records : nullptr};
}

ClearedSources clear(const LabelledSite& labelled, const Clearance& clearance,
                     const BuildRequest& request, Diagnostics& diagnostics) {
  StageTimer timer(request.profile, "clearing");
  timer.set_count(labelled.documents.size());
  return Gate::clear(labelled, clearance, request.time, diagnostics);
}

std::optional<Site> join_records(const ClearedSources& cleared, const BuildRequest& request,
                                 std::string audience, Diagnostics& diagnostics) {
  const StageTimer timer(request.profile, "joining records");
  return released::make_site(cleared, site_options(request, std::move(audience)), diagnostics);
}

/// What all may see, and so the log of a build as well.
std::optional<Site> most_open_site(const ClearedSources& cleared, const BuildRequest& request) {
  Diagnostics judged_already;
  return join_records(cleared, request, {}, judged_already);
}

Clearance most_open(const Policy& policy) {
  return policy.audiences.empty() ? Clearance{} : policy.audiences.front().clearance;
}

void judge_links(const Site& site, const LabelledSite& labelled, const released::Theme& theme,
                 const BuildRequest& request, Diagnostics& diagnostics) {
  const StageTimer timer(request.profile, "judging links");
  const auto broken = released::find_broken_links(site, labelled.policy, theme);
  if (broken.empty()) return;
  const ClearedSources open = clear(labelled, most_open(labelled.policy), request, diagnostics);
  const auto open_site = most_open_site(open, request);
  if (open_site) released::report_broken_links(broken, *open_site, diagnostics);
}

/// A null theme: nothing is known of the pages that links lead to.
void judge_records(const Site& site, const LabelledSite& labelled, const released::Theme* theme,
                   const BuildRequest& request, Diagnostics& diagnostics) {
  if (theme) judge_links(site, labelled, *theme, request, diagnostics);
  released::judge_consistency(site, diagnostics);
}

/// What would be wrong if there were nothing but what all may see: the log of a build may tell it.
Diagnostics open_findings(const LabelledSite& labelled, const released::Theme* theme,
                          const BuildRequest& request) {
  Diagnostics of_the_gate, found;
  const ClearedSources open = clear(labelled, most_open(labelled.policy), request, of_the_gate);
  const auto site = join_records(open, request, {}, found);
  if (site) judge_records(*site, labelled, theme, request, found);
  return found;
}

/// Contradictions are looked for in everything that there is: an amber meeting may explain what
/// two white ones leave open. The site made for it goes no further: others are compared with what
/// it says, and no more.
std::optional<FullReading> judge_at_full_clearance(const LabelledSite& labelled,
                                                   const released::Theme* theme,
                                                   const BuildRequest& request,
                                                   Diagnostics& diagnostics) {
  const auto stage = begin_stage(request, "judging consistency");
  const ClearedSources everything =
      clear(labelled, labelled.policy.full_clearance(), request, diagnostics);
  Diagnostics found;
  const auto site = join_records(everything, request, {}, found);
  // What could not be read is missing, which is no fault of the links to it.
  if (diagnostics.has_errors() || found.has_errors()) theme = nullptr;
  if (site) judge_records(*site, labelled, theme, request, found);
  if (!found.empty()) found.mark_withheld(open_findings(labelled, theme, request));
  diagnostics.append(std::move(found));
  if (!site) return std::nullopt;
  diagnostics.drop_warnings(site->config.silenced_warnings);
  return FullReading(*site, everything);
}

/// What the program itself holds is public whatever the records say. What a site's own theme holds
/// is not: somebody may have typed there what is withheld.
std::vector<std::string> public_texts() {
  std::vector<std::string> texts;
  for (const embedded::EmbeddedFile& file : embedded::plain_theme()) texts.emplace_back(file.bytes);
  return texts;
}

/// For hosts that read it, where site.toml asks for it: what the pages state of themselves.
void add_headers_file(const SourceTree& tree, const released::Theme& theme,
                      const released::SiteConfig& config, RenderedSite& site) {
  Diagnostics judged_already;
  if (!read_publish_settings(tree, judged_already).headers_file) return;
  RenderedFile headers = released::headers_file(site.files, theme, config.base_url);
  const auto place = std::upper_bound(
      site.files.begin(), site.files.end(), headers,
      [](const RenderedFile& a, const RenderedFile& b) { return a.path < b.path; });
  site.files.insert(place, std::move(headers));
}

/// What a site's sources say of themselves: the labels, the theme and the settings of `publish`.
CheckedSite read_labels(const SourceTree& tree, const released::ThemeFiles& theme,
                        const BuildRequest& request, restricted::LabelMemo* memo,
                        Diagnostics& diagnostics) {
  auto stage = begin_stage(request, "reading labels");
  CheckedSite checked;
  checked.theme = released::make_theme(theme, diagnostics);
  checked.labelled = restricted::label_sources(tree, request.rules, diagnostics, memo);
  read_publish_settings(tree, diagnostics);  // for `publish`; here for what is wrong with them
  if (checked.labelled) stage.set_count(checked.labelled->documents.size());
  return checked;
}

std::size_t whole_documents(const ClearedSources& cleared) {
  const auto is_whole = [](const Cleared<DocumentSource>& each) { return each->complete; };
  const auto& documents = cleared.documents;
  return static_cast<std::size_t>(std::count_if(documents.begin(), documents.end(), is_whole));
}

restricted::AuditInput audit_input(const SourceTree& tree, const LabelledSite& labelled,
                                   const std::vector<std::string>& texts,
                                   const BuildRequest& request) {
  restricted::AuditInput input{
      tree, labelled.policy, texts, {request.time.now, labelled.time_zone}};
  input.jobs = request.jobs;
  input.profile = request.profile;
  input.memo = request.memos ? &request.memos->audits : nullptr;
  return input;
}

std::optional<AuditedSite> audit_pages(const restricted::AuditInput& input, RenderedSite rendered,
                                       const BuildRequest& request, Diagnostics& diagnostics) {
  auto stage = begin_stage(request, "auditing");
  stage.set_count(rendered.files.size());
  return restricted::Auditor::audit(input, std::move(rendered), diagnostics);
}

/// A site that was checked, and what its audiences' readings are compared with.
struct JudgedSite {
  CheckedSite checked;
  std::optional<FullReading> reading;  ///< Where the records could be read.
};

JudgedSite judge_site(const SourceTree& tree, const released::ThemeFiles& theme,
                      const BuildRequest& request, restricted::LabelMemo* labels,
                      Diagnostics& diagnostics) {
  JudgedSite judged{read_labels(tree, theme, request, labels, diagnostics), std::nullopt};
  const auto& [labelled, checked_theme] = judged.checked;
  if (!labelled) return judged;
  judged.reading = judge_at_full_clearance(*labelled, checked_theme ? &*checked_theme : nullptr,
                                           request, diagnostics);
  return judged;
}

/// Of sources in which nothing is wrong so far.
void judge_readings(const LabelledSite& labelled, const FullReading& full,
                    const BuildRequest& request, Diagnostics& diagnostics) {
  const auto stage = begin_stage(request, "comparing readings");
  for (const Audience& audience : labelled.policy.audiences) {
    const ClearedSources cleared = clear(labelled, audience.clearance, request, diagnostics);
    Diagnostics judged_already;
    const auto site = join_records(cleared, request, audience.name, judged_already);
    if (site) full.report_differences(*site, cleared, diagnostics);
  }
}

/// Where nobody keeps memos for longer, those of one build or check: both clearances read most
/// records alike.
BuildRequest with_memos(BuildRequest request, BuildMemos& of_this_build) {
  if (!request.memos) request.memos = &of_this_build;
  return request;
}

/// Within one build nothing is labelled twice.
restricted::LabelMemo* kept_labels(const BuildRequest& asked) {
  return asked.memos ? &asked.memos->labels : nullptr;
}

/// What is made for an audience, and all that is left to know of what it was made of.
struct Rendering {
  BuildOutcome outcome;
  std::optional<RenderedSite> pages;  ///< Exactly where nothing stopped the build.
  released::SiteConfig config;        ///< Where there are pages.
};

/// A site as its audience gets it, to be rendered.
struct ReadSite {
  CheckedSite checked;
  BuildStop stop = BuildStop::content;  ///< None exactly where there is a site.
  ClearedSources cleared;               ///< Its attachments, which the site borrows.
  std::optional<Site> site;
  std::size_t whole_documents = 0;
};

/// From sources in which nothing is wrong.
void read_for(const Audience& audience, const FullReading& full, const BuildRequest& request,
              ReadSite& read, Diagnostics& diagnostics) {
  const auto stage = begin_stage(request, "reading records");
  read.cleared = clear(*read.checked.labelled, audience.clearance, request, diagnostics);
  Diagnostics judged_already;
  read.site = join_records(read.cleared, request, audience.name, judged_already);
  if (read.site) full.report_differences(*read.site, read.cleared, diagnostics);
  if (read.site && !diagnostics.has_errors()) read.stop = BuildStop::none;
  read.whole_documents = whole_documents(read.cleared);
  read.cleared.documents = {};
}

/// Everything that is wrong anywhere is found first; from there on only this may fail, that the
/// audience would read records otherwise. What was read for others than the audience ends here.
ReadSite read_site(const SourceTree& tree, const released::ThemeFiles& theme,
                   const BuildRequest& asked, Diagnostics& diagnostics) {
  BuildMemos of_this_build;
  const BuildRequest request = with_memos(asked, of_this_build);
  JudgedSite judged = judge_site(tree, theme, request, kept_labels(asked), diagnostics);
  ReadSite read;
  read.checked = std::move(judged.checked);
  const auto& [labelled, checked_theme] = read.checked;
  if (!labelled || !checked_theme || diagnostics.has_errors()) return read;
  const Audience* audience = labelled->policy.find_audience(request.audience);
  if (audience) read_for(*audience, *judged.reading, request, read, diagnostics);
  if (!audience) read.stop = BuildStop::usage;
  return read;
}

/// Everything up to the audit. The records go when it is done: the audit reads the sources for
/// itself.
Rendering render(const SourceTree& tree, const released::ThemeFiles& theme,
                 const BuildRequest& request, Diagnostics& diagnostics) {
  ReadSite read = read_site(tree, theme, request, diagnostics);
  auto& [labelled, checked_theme] = read.checked;
  Rendering rendering;
  rendering.outcome.stop = read.stop;
  if (read.stop == BuildStop::none) {
    rendering.outcome.stop = BuildStop::content;
    rendering.pages = released::render_site(
        *read.site, labelled->policy, *checked_theme,
        {request.jobs, request.progress, request.profile, request.extent}, diagnostics);
  }
  if (rendering.pages) {
    add_headers_file(tree, *checked_theme, read.site->config, *rendering.pages);
    rendering.config = std::move(read.site->config);
    const Audience& audience = *labelled->policy.find_audience(request.audience);
    rendering.outcome.next_release =
        restricted::next_release(*labelled, audience.clearance, request.time);
    rendering.outcome.next_change = next_change(*labelled, request.time);
    rendering.outcome.withheld_documents = labelled->documents.size() - read.whole_documents;
  }
  rendering.outcome.labelled = std::move(labelled);
  return rendering;
}

/// Adds the site with its search index: what the search program reads has been audited, and what
/// it makes of it is audited too.
void audit(const restricted::AuditInput& input, Rendering& rendering, const BuildRequest& request,
           Diagnostics& diagnostics) {
  auto& [outcome, pages, config] = rendering;
  outcome.site = audit_pages(input, std::move(*pages), request, diagnostics);
  outcome.stop = outcome.site ? BuildStop::none : BuildStop::audit;
  if (!outcome.site || !config.search) return;
  if (request.search_program && request.extent != released::SiteExtent::whole) return;
  const auto stage = begin_stage(request, "indexing for the search");
  add_search_index(input, config, request, outcome, diagnostics);
  diagnostics.drop_warnings(config.silenced_warnings);
}

}  // namespace

std::optional<UtcTime> next_change(const LabelledSite& labelled, restricted::GateTime time) {
  return restricted::next_release(labelled, {labelled.policy.most_closed()}, time);
}

CheckedSite check_site(const SourceTree& tree, const released::ThemeFiles& theme,
                       const BuildRequest& asked, Diagnostics& diagnostics) {
  BuildMemos of_this_check;
  const BuildRequest request = with_memos(asked, of_this_check);
  JudgedSite judged = judge_site(tree, theme, request, kept_labels(asked), diagnostics);
  if (judged.reading && !diagnostics.has_errors()) {
    judge_readings(*judged.checked.labelled, *judged.reading, request, diagnostics);
  }
  return std::move(judged.checked);
}

BuildOutcome build_site(const SourceTree& tree, const released::ThemeFiles& theme,
                        const BuildRequest& request, Diagnostics& diagnostics) {
  Rendering rendering = render(tree, theme, request, diagnostics);
  if (!rendering.pages) return std::move(rendering.outcome);
  // Only what the auditor lets through can be written.
  const std::vector<std::string> texts = public_texts();
  const auto input = audit_input(tree, *rendering.outcome.labelled, texts, request);
  audit(input, rendering, request, diagnostics);
  return std::move(rendering.outcome);
}

bool audit_again(const SourceTree& tree, const restricted::LabelledSite& today,
                 const BuildRequest& request, RenderedSite site, Diagnostics& diagnostics) {
  const std::vector<std::string> texts = public_texts();
  const auto input = audit_input(tree, today, texts, request);
  return restricted::Auditor::audit(input, std::move(site), diagnostics).has_value();
}

}  // namespace opsg::app
