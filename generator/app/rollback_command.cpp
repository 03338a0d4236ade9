#include "rollback_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "counted_text.h"
#include "exit_status.h"
#include "folder_verification.h"
#include "json_text.h"
#include "live_confirmation.h"
#include "log_quote.h"
#include "manifest_changes.h"
#include "publish_failure.h"
#include "published_site.h"
#include "release_history.h"
#include "release_stage.h"
#include "report.h"
#include "rollback_policy.h"
#include "site_build.h"
#include "step_display.h"
#include "target_choice.h"
#include "text.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;
using publishing::PublishError;
using publishing::ReleaseHistory;

constexpr std::size_t kMostTold = 20;

int list(const Report& report, ReleaseHistory& history) {
  const auto releases = history.releases();
  if (!releases) return print_failure(report, releases.error());
  auto json = nlohmann::ordered_json::array();
  for (const publishing::PastRelease& release : *releases) {
    report.say(fmt::format("{} {}\n", release.is_current ? "*" : " ", release.name));
    json.push_back({{"release", release.name}, {"current", release.is_current}});
  }
  report.print_json(json_text({{"releases", std::move(json)}}));
  return kDone;
}

/// The release of a folder, verified, with the passages that it shows.
struct OldRelease {
  std::string name;
  fs::path folder;
  output::Manifest manifest;
  std::vector<Passage> passages;
};

tl::expected<OldRelease, PublishError> read_old_release(ReleaseHistory& history,
                                                        const std::string& asked,
                                                        const std::string& audience) {
  auto name = history.find(asked);
  if (!name) return tl::unexpected(name.error());
  auto folder = history.folder_of(*name);
  if (!folder) return tl::unexpected(folder.error());
  publishing::VerificationRequest request;
  request.audience = audience;
  auto verified = publishing::verify_folder(*folder, request);
  if (!verified) return tl::unexpected(PublishError(verified.error()));
  if (!verified->holds()) {
    return tl::unexpected(PublishError(publishing::PublishErrorKind::unverified,
                                       fmt::format("the release {} is not what it was: {}", *name,
                                                   describe(verified->differences.front()))));
  }
  const auto site = read_published_site(files_of_folder(*folder));
  if (!site) return tl::unexpected(PublishError(site.error()));
  return OldRelease{std::move(*name), std::move(*folder), std::move(verified->manifest),
                    (*site)->passages};
}

class Rollback {
 public:
  Rollback(const Options& options, const Report& report, const ChosenTarget& chosen,
           const SiteSession& session, ReleaseHistory& history)
      : options_(options), report_(report), chosen_(chosen), session_(session), history_(history) {}

  int run(Diagnostics diagnostics) {
    const auto place = output::resolve_place(output_target(options_, session_.root));
    if (!place) return print_failure(report_, PublishError(place.error()));
    const auto lock = publishing::ReleaseStage::open(*place);
    if (!lock) return print_failure(report_, lock.error());
    const auto release = read_old_release(history_, options_.publish.to, chosen_.target.audience);
    if (!release) return print_failure(report_, release.error());
    const auto built = build_in_memory(options_, report_, session_, std::move(diagnostics));
    if (!built) return built.error();
    if (const int status = judge(*release, built->outcome); status != kDone) return status;
    return switch_to(*release, built->outcome.labelled->policy);
  }

 private:
  /// Today's policy over yesterday's release: nothing that is not public today may come back.
  int judge(const OldRelease& release, const BuildOutcome& today) {
    const auto site = published_site(**today.site);
    if (!site) return print_failure(report_, PublishError(site.error()));
    const auto withdrawn = withdrawn_passages(release.passages, site->passages);
    if (!withdrawn.empty()) {
      report_.print_failure(refusal(release, withdrawn, *today.labelled));
      return kAuditFailed;
    }
    return audit(release, *today.labelled);
  }

  /// The passages are what the release says of itself. The audit looks at its files.
  int audit(const OldRelease& release, const restricted::LabelledSite& labelled) {
    auto files = read_release(release.folder, release.manifest);
    if (!files) return print_failure(report_, PublishError(files.error()));
    Diagnostics found;
    const BuildRequest request = build_request(options_, session_);
    if (audit_again(session_.tree, labelled, request, std::move(*files), found)) return kDone;
    report_.print(std::move(found), session_.tree, &labelled, session_.time);
    report_.print_failure(fmt::format(
        "the release {} holds what is withheld today; it stays where it is", release.name));
    return kAuditFailed;
  }

  std::string refusal(const OldRelease& release, const std::vector<WithdrawnPassages>& withdrawn,
                      const restricted::LabelledSite& labelled) const {
    // Which label a withheld document has is told where withheld text may be quoted.
    const bool tell_labels = options_.show_withheld || isatty(STDERR_FILENO) == 1;
    std::string text = fmt::format(
        "the release {} shows what is not public any more, or not in these words and this order:",
        release.name);
    for (std::size_t i = 0; i < std::min(withdrawn.size(), kMostTold); ++i) {
      text += withdrawn_line(withdrawn[i], labelled, tell_labels);
    }
    if (withdrawn.size() > kMostTold) {
      text += fmt::format("\n  and {} more", withdrawn.size() - kMostTold);
    }
    const bool form_is_former = std::any_of(withdrawn.begin(), withdrawn.end(),
                                            [](const auto& each) { return !each.place_known; });
    if (form_is_former) {
      text +=
          "\nan earlier opsg-site made it, and its data/passages.json does not say which entry and "
          "headings a passage stands under: of such a release only items come back that read the "
          "same today from beginning to end";
    }
    return text +
           "\nit stays where it is: what was withdrawn does not come back. Correct the records and "
           "publish them instead";
  }

  /// Entries and headings are quoted where labels are told.
  static std::string withdrawn_line(const WithdrawnPassages& each,
                                    const restricted::LabelledSite& labelled, bool tell_labels) {
    const std::string label = tell_labels ? label_today(labelled, each.document) : std::string();
    const std::string under =
        tell_labels ? printable(fmt::format("{}", fmt::join(each.under, ", "))) : std::string();
    return fmt::format(
        "\n  {}{}{}: {}{}{}", printable(each.document),
        each.item.empty() ? "" : ", item " + printable(each.item),
        under.empty() ? "" : ", " + under, counted(each.count, "passage"),
        each.reads_otherwise ? ", in another order today or with others among them" : "",
        label.empty() ? "" : fmt::format(" (now labelled {})", label));
  }

  int switch_to(const OldRelease& release, const Policy& policy) {
    const auto before = served_now();
    if (!before) return print_failure(report_, before.error());
    {
      StepDisplay display(options_);
      publishing::PublishRequest request;
      request.step = [&](std::string_view step) { display.show(step); };
      const auto switched = history_.switch_back(release.name, request);
      if (!switched) return print_failure(report_, switched.error());
    }
    const auto changes = publishing::report_changes(*before, release.manifest);
    const auto live =
        confirm_live(options_, chosen_, {release.manifest, changes.uploaded, changes.removed});
    if (!live) {
      report_.print_failure(live.error());
      return kWrongUsage;
    }
    if (*live && !(*live)->holds()) {
      report_.print_failure(
          live_failure(**live, chosen_.url, log_quote(options_, policy, STDERR_FILENO)));
      return kAuditFailed;
    }
    report_.say(
        fmt::format("{}: serves the release {} again\n", chosen_.target.name, release.name));
    if (*live) report_.say(live_line(**live, chosen_.url));
    report_.print_json(json_text({{"target", chosen_.target.name}, {"release", release.name}}));
    return kDone;
  }

  /// The manifest of what is served; an empty one where it cannot be told.
  tl::expected<output::Manifest, PublishError> served_now() {
    const auto releases = history_.releases();
    if (!releases) return tl::unexpected(releases.error());
    for (const publishing::PastRelease& release : *releases) {
      if (!release.is_current) continue;
      const auto folder = history_.folder_of(release.name);
      if (!folder) return tl::unexpected(folder.error());
      const auto text = files_of_folder(*folder)(std::string(output::kManifestName));
      if (text && *text) return output::parse_manifest(**text).value_or(output::Manifest{});
    }
    return output::Manifest{};
  }

  const Options& options_;
  const Report& report_;
  const ChosenTarget& chosen_;
  const SiteSession& session_;
  ReleaseHistory& history_;
};

}  // namespace

int run_rollback(const Options& options) {
  const Report report(options);
  Diagnostics found;
  return with_site(options, report, found, [&](const SiteSession& session) {
    const auto chosen = choose_target(options.publish.target, report, session);
    if (!chosen) return chosen.error();
    const auto history = publishing::make_history(chosen->target, session.root);
    if (!history) return print_failure(report, history.error());
    if (options.publish.list) return list(report, **history);
    return Rollback(options_for(*chosen, options), report, *chosen, session, **history)
        .run(std::move(found));
  });
}

}  // namespace opsg::app
