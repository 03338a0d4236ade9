#include "publish_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "build_summary.h"
#include "carried_assets.h"
#include "difference_report.h"
#include "exit_status.h"
#include "file_system.h"
#include "folder_verification.h"
#include "live_confirmation.h"
#include "log_quote.h"
#include "manifest_signature.h"
#include "pending_removals.h"
#include "precompression.h"
#include "progress_bar.h"
#include "publish_failure.h"
#include "publish_summary.h"
#include "release_approval.h"
#include "release_stage.h"
#include "report.h"
#include "sha256.h"
#include "site_build.h"
#include "standby.h"
#include "step_display.h"
#include "target_choice.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;
using output::Manifest;
using publishing::AddedFile;
using publishing::Published;
using publishing::PublishError;
using publishing::PublishErrorKind;
using publishing::PublishReport;
using publishing::PublishTarget;
using publishing::Release;
using publishing::ReleaseStage;

constexpr const char* kSignatureKey = "OPSG_SITE_MINISIGN_KEY";

/// The file of the key by which releases are signed; null where they are not.
const char* signature_key() {
  // getenv is safe here: nothing in the program changes its environment.
  const char* key = std::getenv(kSignatureKey);
  return key && *key ? key : nullptr;
}

/// What is published now; an empty manifest where nothing is, or nothing that can be read.
Published<Manifest> published_manifest(PublishTarget& target) {
  const auto text = target.read(std::string(output::kManifestName));
  if (!text) return tl::unexpected(text.error());
  return output::parse_manifest(text->value_or(std::string())).value_or(Manifest{});
}

/// Whether the manifest is one that this publisher has put there, as far as that can be known:
/// where releases are signed, by the signature, which one key makes of one text always alike.
Published<bool> is_ours(const Manifest& published, PublishTarget& target) {
  const char* key = signature_key();
  if (!key) return true;
  const auto found = target.read(std::string(output::kSignatureName));
  if (!found) return tl::unexpected(found.error());
  const auto ours = publishing::sign_manifest(output::format_manifest(published), key);
  if (!ours) return tl::unexpected(PublishError(ours.error()));
  return *found == *ours;
}

/// What the release will hold, but for what is carried over.
Manifest manifest_with(const RenderedSite& site, const std::vector<AddedFile>& added) {
  Manifest manifest = output::make_manifest(site);
  for (const AddedFile& file : added) {
    manifest.files.push_back({file.path, sha256_hex(file.bytes)});
  }
  std::sort(manifest.files.begin(), manifest.files.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  return manifest;
}

/// Signs the release, where the environment names a key.
Published<void> sign(const Release& release) {
  const char* key = signature_key();
  if (!key) return {};
  const auto signature = publishing::sign_manifest(output::format_manifest(release.manifest), key);
  if (!signature) return tl::unexpected(PublishError(signature.error()));
  const auto written = write_file(release.folder / output::kSignatureName, *signature);
  if (!written) return tl::unexpected(PublishError(written.error()));
  return {};
}

/// The last look at what goes out, as its readers will get it.
Published<void> verify(const Release& release) {
  publishing::VerificationRequest request;
  request.audience = release.manifest.audience;
  const auto verified = publishing::verify_folder(release.folder, request);
  if (!verified) return tl::unexpected(PublishError(verified.error()));
  if (verified->holds()) return {};
  std::string list =
      publishing::list_differences(verified->differences, publishing::kMostDifferences);
  list.pop_back();
  return tl::unexpected(
      PublishError(PublishErrorKind::unverified,
                   "what was built is not what is to be published; build again:\n" + list));
}

/// A publish from the site to the target, step by step.
class Publication {
 public:
  Publication(const Options& options, const Report& report, const ChosenTarget& chosen,
              std::unique_ptr<PublishTarget> target, output::OutputPlace place)
      : options_(options),
        report_(report),
        chosen_(chosen),
        target_(std::move(target)),
        place_(std::move(place)),
        pending_(output::standby_path(place_) / ("withdrawn-" + chosen_.target.name)) {}

  int run(const SiteSession& session, Diagnostics diagnostics) {
    const auto stage = ReleaseStage::open(place_);
    if (!stage) return print_failure(report_, stage.error());
    const auto written = write_site(options_, report_, session, std::move(diagnostics));
    if (!written) return written.error();
    report_.say(summary_line(summarise(**written->build.outcome.site, written->swap,
                                       place_.path.string(), written->build.took)));
    const RenderedSite& site = **written->build.outcome.site;
    const Policy& policy = written->build.outcome.labelled->policy;
    quote_ = log_quote(options_, policy, STDOUT_FILENO);
    failure_quote_ = log_quote(options_, policy, STDERR_FILENO);
    if (chosen_.require_approval) {
      const auto approved = check_approval(*target_, site, session, report_);
      if (!approved) return approved.error();
    }
    const auto release = prepare(*stage, written->build.outcome, session);
    if (!release) return print_failure(report_, release.error());
    auto report = bring(*release);
    if (!report) return print_failure(report_, report.error());
    return options_.publish.dry_run ? tell(std::move(*report), std::nullopt)
                                    : confirm(release->manifest, std::move(*report));
  }

 private:
  Published<Release> prepare(const ReleaseStage& stage, const BuildOutcome& built,
                             const SiteSession& session) {
    auto published = published_manifest(*target_);
    if (!published) return tl::unexpected(published.error());
    published_ = std::move(*published);
    std::vector<AddedFile> added = copies_of(**built.site, build_request(options_, session).jobs);
    auto carried = carry(manifest_with(**built.site, added), built, session);
    if (!carried) return tl::unexpected(carried.error());
    std::move(carried->begin(), carried->end(), std::back_inserter(added));
    auto release = stage.put_together(added);
    if (!release) return release;
    if (auto signed_now = sign(*release); !signed_now) return tl::unexpected(signed_now.error());
    if (auto verified = verify(*release); !verified) return tl::unexpected(verified.error());
    return release;
  }

  /// What is to stay of the published release. Nothing of what somebody else has put there, and
  /// nothing where any of it holds what is withheld today: the theme may have held it until now.
  Published<std::vector<AddedFile>> carry(const Manifest& next, const BuildOutcome& built,
                                          const SiteSession& session) const {
    const auto ours = is_ours(published_, *target_);
    if (!ours) return tl::unexpected(ours.error());
    if (!*ours) return std::vector<AddedFile>();
    auto files = publishing::fetch_carried_assets(*target_, published_, next);
    if (!files || files->empty()) return files;
    RenderedSite carried{next.audience, {}};
    for (const AddedFile& file : *files) carried.files.push_back({file.path, file.bytes});
    Diagnostics found;
    const bool clean = audit_again(session.tree, *built.labelled, build_request(options_, session),
                                   std::move(carried), found);
    return clean ? std::move(files) : std::vector<AddedFile>();
  }

  /// The compressed ones, where the target is to have them.
  std::vector<AddedFile> copies_of(const RenderedSite& site, int jobs) const {
    std::vector<AddedFile> copies;
    if (!chosen_.target.precompress) return copies;
    ProgressBar progress(wants_progress_bar(options_));
    for (RenderedFile& copy : publishing::compressed_copies(site, jobs, &progress)) {
      copies.push_back({std::move(copy.path), std::move(copy.bytes)});
    }
    return copies;
  }

  Published<PublishReport> bring(const Release& release) {
    if (!options_.publish.dry_run) {
      auto withdrawn = pending_.add(published_, release.manifest);
      if (!withdrawn) return tl::unexpected(PublishError(withdrawn.error()));
      withdrawn_ = std::move(*withdrawn);
    }
    StepDisplay display(options_);
    publishing::PublishRequest request;
    request.dry_run = options_.publish.dry_run;
    request.break_lock = options_.publish.break_lock;
    request.step = [&](std::string_view step) { display.show(step); };
    return target_->publish(release, request);
  }

  /// What the target has removed besides is withdrawn too.
  std::vector<std::string> withdrawn_with(const std::vector<std::string>& removed) const {
    std::vector<std::string> all = withdrawn_;
    all.insert(all.end(), removed.begin(), removed.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  int confirm(const Manifest& manifest, PublishReport report) {
    const std::vector<std::string> removed = withdrawn_with(report.removed);
    const auto live = confirm_live(options_, chosen_, {manifest, report.uploaded, removed});
    if (!live) {
      report_.print_failure(live.error());
      return kWrongUsage;
    }
    if (!*live) return tell(std::move(report), std::nullopt);
    if (!(*live)->holds()) {
      report_.print_failure(live_failure(**live, chosen_.url, failure_quote_));
      return kAuditFailed;
    }
    if (const auto cleared = pending_.clear(); !cleared) {
      return print_failure(report_, PublishError(cleared.error()));
    }
    return tell(std::move(report), *live);
  }

  int tell(PublishReport report, std::optional<publishing::LiveCheck> live) const {
    const PublishSummary summary{
        chosen_.target.name, chosen_.target.audience, chosen_.url, options_.publish.dry_run,
        std::move(report),   std::move(live),         quote_};
    report_.say(publish_text(summary));
    report_.print_json(publish_json(summary));
    return kDone;
  }

  const Options& options_;
  const Report& report_;
  const ChosenTarget& chosen_;
  std::unique_ptr<PublishTarget> target_;
  output::OutputPlace place_;
  publishing::PendingRemovals pending_;
  LogQuote quote_ = LogQuote::nothing;
  LogQuote failure_quote_ = LogQuote::nothing;
  Manifest published_;                  ///< Before this publish.
  std::vector<std::string> withdrawn_;  ///< To be seen gone.
};

int publish(const Options& options, const Report& report, const ChosenTarget& chosen,
            const SiteSession& session, Diagnostics diagnostics) {
  const output::OutputTarget built = output_target(options, session.root);
  if (const auto writable = output::check_target(built, options.audience); !writable) {
    return print_failure(report, PublishError(writable.error()));
  }
  auto place = output::resolve_place(built);
  if (!place) return print_failure(report, PublishError(place.error()));
  auto target = publishing::make_target(chosen.target, session.root);
  if (!target) return print_failure(report, target.error());
  return Publication(options, report, chosen, std::move(*target), std::move(*place))
      .run(session, std::move(diagnostics));
}

}  // namespace

int run_publish(const Options& options) {
  const Report report(options);
  Diagnostics found;
  return with_site(options, report, found, [&](const SiteSession& session) {
    const auto chosen = choose_target(options.publish.target, report, session);
    if (!chosen) return chosen.error();
    return publish(options_for(*chosen, options), report, *chosen, session, std::move(found));
  });
}

}  // namespace opsg::app
