#include "diff_baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "exit_status.h"
#include "git_revision.h"
#include "page_fetch.h"
#include "publish_settings.h"
#include "publish_target.h"
#include "text.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

using Baseline = tl::expected<DiffBaseline, BaselineError>;

tl::unexpected<BaselineError> stopped(int exit_status, std::string message) {
  return tl::unexpected(BaselineError{exit_status, std::move(message)});
}

class WholeBody : public web::BodyReader {
 public:
  void begin() override { bytes.clear(); }
  void read(std::string_view more) override { bytes += more; }

  std::string bytes;
};

PublishedFile files_of_url(std::string url) {
  if (!url.ends_with('/')) url += '/';
  return [url](const std::string& path) -> Result<std::optional<std::string>> {
    WholeBody body;
    const std::array<web::PageRequest, 1> requests = {web::PageRequest{url + path, &body}};
    const web::PageAnswer answer = web::fetch_pages(requests, {}).front();
    if (answer.status == 200) return std::optional(std::move(body.bytes));
    if (!answer.failure.empty()) return failure(fmt::format("{}{}: {}", url, path, answer.failure));
    return failure(
        fmt::format("{}{}: status {}; a host may serve no file that begins with a dot, "
                    "compare with the folder or the revision instead",
                    url, path, answer.status));
  };
}

Baseline read_site(std::string name, const PublishedFile& read, const std::string& audience) {
  auto site = read_published_site(read);
  if (!site) {
    return stopped(kMachineFailed,
                   fmt::format("cannot compare with {}: {}", name, site.error().message));
  }
  if (*site && (*site)->audience != audience) {
    return stopped(kWrongUsage, fmt::format("{} is the site of the audience {}, not of {}", name,
                                            printable((*site)->audience), audience));
  }
  return DiffBaseline{std::move(name), std::move(*site)};
}

Baseline read_folder(const fs::path& folder, const std::string& audience) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return stopped(kWrongUsage, fmt::format("{} is no folder", folder.string()));
  }
  Baseline baseline = read_site(folder.string(), files_of_folder(folder), audience);
  if (baseline && !baseline->site) {
    return stopped(kWrongUsage, fmt::format("{} holds no site that opsg-site made: there is no {}",
                                            folder.string(), output::kManifestName));
  }
  return baseline;
}

/// Path and code alone: what a revision says may be withheld today.
std::string first_error(Diagnostics& diagnostics) {
  diagnostics.sort();
  for (const Diagnostic& each : diagnostics.items()) {
    if (each.severity != Severity::error) continue;
    return fmt::format("{}:{}: error[{}]", each.span.path.view(), each.span.line, each.code);
  }
  return "no errors";
}

Baseline build_revision(const std::string& revision, const SiteSession& session,
                        const released::ThemeFiles& theme, const BuildRequest& request) {
  Diagnostics diagnostics;
  const auto tree = read_revision(session.root, revision, diagnostics);
  if (!tree) return stopped(kWrongUsage, tree.error().message);
  const BuildOutcome built = build_site(*tree, theme, request, diagnostics);
  if (!built.site) {
    const std::string why = built.stop == BuildStop::usage ? "its policy has no such audience"
                                                           : first_error(diagnostics);
    return stopped(kWrongUsage,
                   fmt::format("the site of revision {} cannot be built, so that it was never "
                               "published as it is: {}",
                               printable(revision), why));
  }
  auto site = published_site(**built.site);
  if (!site) return stopped(kMachineFailed, std::move(site.error().message));
  return DiffBaseline{"revision " + printable(revision), std::move(*site)};
}

/// The target of this audience that a release goes to where none is named.
const publishing::TargetConfig* target_of(const publishing::PublishConfig& config,
                                          const std::string& audience) {
  const publishing::TargetConfig* preferred = config.default_target();
  if (preferred && preferred->audience == audience) return preferred;
  const auto found = std::find_if(config.targets.begin(), config.targets.end(),
                                  [&](const auto& target) { return target.audience == audience; });
  return found == config.targets.end() ? nullptr : &*found;
}

Baseline read_target(const publishing::TargetConfig& config, const SiteSession& session) {
  const auto target = publishing::make_target(config, session.root);
  if (!target) return stopped(kMachineFailed, target.error().message);
  return read_site("the target " + config.name, files_of_target(**target), config.audience);
}

/// "public/" for one in the site's folder.
std::string name_of(const fs::path& folder, const fs::path& root) {
  const fs::path below = folder.lexically_relative(root);
  return below.empty() || *below.begin() == ".." ? folder.string() : below.string() + '/';
}

/// The target whose last release is meant, where the options name no place.
std::optional<publishing::TargetConfig> default_target(const Options& options,
                                                       const SiteSession& session) {
  const DiffOptions& diff = options.diff;
  if (!diff.against.empty() || !diff.revision.empty() || options.output_dir) return std::nullopt;
  Diagnostics reported_by_publish;
  const auto config = read_publish_settings(session.tree, reported_by_publish);
  const publishing::TargetConfig* target = target_of(config, options.audience);
  return target ? std::optional(*target) : std::nullopt;
}

Baseline read_last_release(const Options& options, const SiteSession& session) {
  if (const auto target = default_target(options, session)) return read_target(*target, session);
  const fs::path folder =
      options.output_dir ? *options.output_dir : session.root / options.audience;
  return read_site(name_of(folder, session.root), files_of_folder(folder), options.audience);
}

}  // namespace

Options options_for_diff(const Options& options, const SiteSession& session) {
  Options compared = options;
  const auto target = default_target(options, session);
  if (target && !options.base_url) compared.base_url = target->url;
  return compared;
}

Baseline read_baseline(const Options& options, const SiteSession& session,
                       const released::ThemeFiles& theme, const BuildRequest& request) {
  constexpr std::string_view kRevision = "git:";
  if (options.diff.against == kRevision) {
    return stopped(kWrongUsage, "--against git: wants a revision after the colon: git:HEAD");
  }
  const std::string& against = options.diff.against;
  if (!options.diff.revision.empty()) {
    return build_revision(options.diff.revision, session, theme, request);
  }
  if (against.empty()) return read_last_release(options, session);
  if (against.starts_with(kRevision)) {
    return build_revision(against.substr(kRevision.size()), session, theme, request);
  }
  const bool is_url = starts_with_ignoring_case(against, "https://") ||
                      starts_with_ignoring_case(against, "http://");
  if (is_url) return read_site(against, files_of_url(against), options.audience);
  return read_folder(against, options.audience);
}

}  // namespace opsg::app
