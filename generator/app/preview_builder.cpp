#include "preview_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

#include "counted_text.h"
#include "editor_site.h"
#include "search_program.h"
#include "site_setting.h"
#include "theme_choice.h"

namespace opsg::app {
namespace {

using preview::PreviewBuild;
using preview::PreviewSite;

constexpr const char* kIndexFolder = "pagefind/";

/// "/sub/path/" of "https://host.example/sub/path": a preview has the paths of the site itself.
std::string path_of_url(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return "/";
  const auto path = url.find('/', scheme + 3);
  if (path == std::string_view::npos) return "/";
  std::string found(url.substr(path));
  return found.ends_with('/') ? found : found + "/";
}

std::string base_path_of(const SourceTree& tree) {
  const auto url = site_setting(tree, "base_url");
  return url ? path_of_url(*url->string()) : "/";
}

std::vector<std::string> names_of(const std::vector<Audience>& audiences) {
  std::vector<std::string> names;
  for (const Audience& audience : audiences) names.push_back(audience.name);
  return names;
}

const restricted::LabelledSite* labelled_of(const BuildOutcome& outcome) {
  return outcome.labelled ? &*outcome.labelled : nullptr;
}

std::vector<RenderedFile> take_late(const preview::LateFiles& late, AuditedSite site) {
  RenderedSite whole = std::move(site).take();
  std::erase_if(whole.files, [&](const RenderedFile& file) { return !late.may_hold(file.path); });
  return std::move(whole.files);
}

}  // namespace

/// All that a build reads. Kept as long as something may still be made of it.
struct PreviewBuilder::Sources {
  SiteSession session;
  released::ThemeFiles theme;
};

/// What came of a build of the whole site.
struct PreviewBuilder::LateOutcome {
  std::optional<AuditedSite> site;
  std::string failure;  ///< In words; empty where there is a site.
  bool only_index_failed = false;
};

std::string PreviewBuilder::words_of(const Sources& sources, const BuildOutcome& outcome,
                                     const Diagnostics& diagnostics, WithheldText withheld) {
  if (!outcome.failure.empty()) return outcome.failure;
  FindingFormat format;
  format.withheld = withheld;
  return format_findings(diagnostics, sources.session.tree, labelled_of(outcome),
                         sources.session.time, format);
}

PreviewBuild PreviewBuilder::build(const std::string& audience) {
  begun_ = std::chrono::steady_clock::now();
  Diagnostics found;
  std::string failure;
  const auto sources = read_sources(found, failure);
  if (!sources) {
    report_.print_failure(failure);
    PreviewBuild stopped;
    stopped.errors = failure;
    return stopped;
  }
  BuildRequest request = request_for(audience, sources->session);
  request.memos = &memos_;
  BuildOutcome outcome = build_site(sources->session.tree, sources->theme, request, found);
  memos_.forget_unused();
  found.sort();
  return finish(sources, request, std::move(outcome), std::move(found));
}

std::shared_ptr<const PreviewBuilder::Sources> PreviewBuilder::read_sources(
    Diagnostics& diagnostics, std::string& failure) {
  auto session = open_site(options_, diagnostics);
  if (!session) {
    failure = session.error().message;
    return nullptr;
  }
  auto theme = choose_theme(session->root, session->tree, diagnostics);
  if (!theme) {
    failure = theme.error().message;
    return nullptr;
  }
  return std::make_shared<const Sources>(Sources{std::move(*session), std::move(*theme)});
}

BuildRequest PreviewBuilder::request_for(const std::string& audience,
                                         const SiteSession& session) const {
  BuildRequest request = build_request(options_, session);
  request.audience = audience;
  request.base_url = address_.origin() + base_path_of(session.tree);
  if (options_.serve_editor) return request;
  request.search_program = search::find_search_program(session.root);
  request.extent = released::SiteExtent::pages;
  return request;
}

/// Where others can reach the preview, it shows what everybody may see.
std::string PreviewBuilder::misuse_of(const Policy& policy, const std::string& audience) const {
  if (!policy.find_audience(audience)) return unknown_audience(policy, audience);
  if (address_.is_loopback() || audience == policy.audiences.front().name) return {};
  return fmt::format("beyond this machine only the site for `{}` is shown: leave --bind out",
                     policy.audiences.front().name);
}

PreviewBuild PreviewBuilder::finish(const std::shared_ptr<const Sources>& sources,
                                    BuildRequest request, BuildOutcome outcome,
                                    Diagnostics diagnostics) {
  tell_findings(*sources, outcome, diagnostics);
  PreviewBuild build;
  build.base_path = base_path_of(sources->session.tree);
  if (outcome.labelled) {
    const Policy& policy = outcome.labelled->policy;
    misuse_ = misuse_of(policy, request.audience);
    if (address_.is_loopback()) build.audiences = names_of(policy.audiences);
    build.next_change = next_change(*outcome.labelled, request.time);
  }
  if (!outcome.site || !misuse_.empty()) {
    build.errors = errors_of(*sources, outcome, diagnostics);
    return build;
  }
  build.site = make_site(sources, request, outcome, diagnostics);
  if (build.site) {
    tell_site(request.audience, build.site);
  } else {
    tell_findings(*sources, outcome, diagnostics);
    build.errors = errors_of(*sources, outcome, diagnostics);
  }
  return build;
}

std::shared_ptr<const PreviewSite> PreviewBuilder::make_site(
    const std::shared_ptr<const Sources>& sources, const BuildRequest& request,
    BuildOutcome& outcome, Diagnostics& diagnostics) const {
  if (!options_.serve_editor) {
    auto late = late_files(sources, request, (*outcome.site)->left_out);
    return std::make_shared<const PreviewSite>(std::move(*outcome.site), std::move(late));
  }
  auto site = make_editor_site(sources->session.tree, sources->theme, request, *outcome.labelled,
                               **outcome.site, diagnostics);
  return site ? PreviewSite::for_editor(std::move(*site)) : nullptr;
}

/// Tells why on the terminal, where there is no site.
PreviewBuilder::LateOutcome PreviewBuilder::build_late(const Sources& sources,
                                                       const BuildRequest& request,
                                                       const Report& report,
                                                       WithheldText withheld) {
  Diagnostics found;
  auto outcome = build_site(sources.session.tree, sources.theme, request, found);
  if (outcome.site) return {std::move(outcome.site), {}, false};
  found.sort();
  if (outcome.failure.empty()) {
    report.print(found, sources.session.tree, labelled_of(outcome), sources.session.time);
  } else {
    report.print_failure(outcome.failure);
  }
  return {std::nullopt, words_of(sources, outcome, found, withheld), outcome.only_index_failed};
}

/// What belongs to these very pages, of the sources as they were: a second build. Where the search
/// program fails, all but its index.
preview::LateFiles PreviewBuilder::late_files(const std::shared_ptr<const Sources>& sources,
                                              BuildRequest request,
                                              std::vector<std::string> left_out) const {
  request.extent = released::SiteExtent::whole;
  preview::LateFiles late{std::move(left_out), request.search_program ? kIndexFolder : "", {}};
  std::sort(late.paths.begin(), late.paths.end());
  late.make = [sources, request, of = late, &report = report_, withheld = withheld_text()] {
    LateOutcome made = build_late(*sources, request, report, withheld);
    std::string failure = std::move(made.failure);
    if (made.only_index_failed) {
      BuildRequest without_index = request;
      without_index.search_program.reset();
      made = build_late(*sources, without_index, report, withheld);
    }
    preview::LateBuild late_build{{}, std::move(failure)};
    if (made.site) late_build.files = take_late(of, std::move(*made.site));
    return late_build;
  };
  return late;
}

/// As the terminal shows it, where nobody else can read what is served.
WithheldText PreviewBuilder::withheld_text() const {
  return address_.is_loopback() ? WithheldText::quote : WithheldText::hide;
}

std::string PreviewBuilder::errors_of(const Sources& sources, const BuildOutcome& outcome,
                                      const Diagnostics& diagnostics) const {
  return misuse_.empty() ? words_of(sources, outcome, diagnostics, withheld_text()) : misuse_;
}

/// Once, until they are others: a second audience's site has the same.
void PreviewBuilder::tell_findings(const Sources& sources, const BuildOutcome& outcome,
                                   const Diagnostics& diagnostics) {
  const restricted::LabelledSite* labelled = labelled_of(outcome);
  const FindingFormat format{WithheldText::quote};
  std::string findings =
      format_findings(diagnostics, sources.session.tree, labelled, sources.session.time, format);
  if (findings == told_) return;
  told_ = std::move(findings);
  report_.print(diagnostics, sources.session.tree, labelled, sources.session.time);
  if (!outcome.failure.empty()) report_.print_failure(outcome.failure);
}

void PreviewBuilder::tell_site(const std::string& audience,
                               std::shared_ptr<const PreviewSite> site) {
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - begun_);
  auto& last = built_[audience];
  const std::size_t changed = preview::count_changed_pages(last.get(), *site);
  report_.say(fmt::format("{} for {} in {} ms: {}{}.\n", last ? "Rebuilt" : "Built", audience,
                          took.count(), counted(changed, "page"), last ? " changed" : ""));
  const nlohmann::ordered_json json = {
      {"audience", audience}, {"milliseconds", took.count()}, {"changed_pages", changed}};
  report_.print_json(json.dump() + "\n");
  std::fflush(stdout);
  last = std::move(site);
}

}  // namespace opsg::app
