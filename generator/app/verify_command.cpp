#include "verify_command.h"

#include <fmt/format.h>

#include <filesystem>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

#include "counted_text.h"
#include "difference_report.h"
#include "exit_status.h"
#include "folder_verification.h"
#include "gone_check.h"
#include "json_text.h"
#include "manifest_changes.h"
#include "manifest_file.h"
#include "page_address.h"
#include "progress_bar.h"
#include "report.h"
#include "site_verification.h"

namespace opsg::app {
namespace {

using publishing::Verification;
using publishing::VerificationRequest;
using publishing::VerifiedPlace;

constexpr std::size_t kMostListed = 100;

VerifiedPlace kind_of(const std::string& place) {
  const bool is_url = place.find("://") != std::string::npos;
  return is_url ? VerifiedPlace::site : VerifiedPlace::folder;
}

Result<VerificationRequest> request_of(const VerifyOptions& options) {
  VerificationRequest request{options.audience, options.leave, std::nullopt};
  if (options.public_key) {
    auto key = publishing::PublicKey::read(*options.public_key);
    if (!key) return tl::unexpected(key.error());
    request.key = std::move(*key);
  }
  return request;
}

/// Files of the earlier manifest that this one lacks must be gone.
Result<void> check_removed(const std::string& site, const VerifyOptions& options,
                           Progress* progress, Verification& verification) {
  const auto before = publishing::read_manifest_file(*options.since, {});
  if (!before) return tl::unexpected(before.error());
  if (!before->holds()) {
    return failure(publishing::describe(before->differences.front()));
  }
  const auto removed = publishing::report_changes(before->manifest, verification.manifest).removed;
  publishing::still_served(publishing::gone_addresses(site, verification.manifest, removed), {},
                           progress, verification.differences);
  verification.sort();
  return {};
}

Result<Verification> verify_served(const std::string& site, const VerificationRequest& request,
                                   const VerifyOptions& options, Progress* progress) {
  std::optional<output::Manifest> manifest;
  if (options.manifest) {
    auto read = publishing::read_manifest_file(*options.manifest, request);
    if (!read || !read->holds()) return read;
    manifest = std::move(read->manifest);
  }
  auto verified = publishing::verify_site(site, request, manifest, {}, progress);
  if (!verified || !options.since || !verified->has_manifest()) return verified;
  const auto checked = check_removed(site, options, progress, *verified);
  if (!checked) return tl::unexpected(checked.error());
  return verified;
}

std::string result_json(const std::string& place, const Verification& verification) {
  auto differences = nlohmann::ordered_json::array();
  for (const publishing::Difference& difference : verification.differences) {
    differences.push_back({{"kind", name_of(difference.kind)},
                           {"path", difference.path},
                           {"reason", difference.reason}});
  }
  const nlohmann::ordered_json out = {{"place", place},
                                      {"audience", verification.manifest.audience},
                                      {"files", verification.manifest.files.size()},
                                      {"equal", verification.equal},
                                      {"differences", std::move(differences)}};
  return json_text(out);
}

std::string result_text(const std::string& place, VerifiedPlace kind,
                        const Verification& verification) {
  std::string text =
      fmt::format("{} is what its manifest says: {} for the audience `{}`.\n", place,
                  counted(verification.equal, "file"), verification.manifest.audience);
  if (kind == VerifiedPlace::site) {
    text += "Files that the manifest does not name cannot be seen from outside.\n";
  }
  return text;
}

/// For who names a target, or its place on another machine.
std::string help_for_no_place(const std::string& place) {
  std::error_code error;
  const bool is_absent =
      kind_of(place) == VerifiedPlace::folder && !std::filesystem::exists(place, error);
  return is_absent ? "\n  help: name a folder of this machine, or the URL at which a site is served"
                   : "";
}

int tell(const Options& options, const Report& report, VerifiedPlace kind,
         const Verification& verification) {
  const std::string& place = options.verify.place;
  report.print_json(result_json(place, verification));
  if (verification.holds()) {
    report.say(result_text(place, kind, verification));
    return kDone;
  }
  const std::size_t most =
      options.all_findings ? std::numeric_limits<std::size_t>::max() : kMostListed;
  if (options.format == OutputFormat::human) {
    report.print_failure(
        fmt::format("{} is not what it should be: {}\n{}", place,
                    counted(verification.differences.size(), "difference"),
                    publishing::report_differences(verification.differences, kind, most)));
  }
  return kAuditFailed;
}

/// The address of the site, where the place is one. The place itself is not repeated: it may hold a
/// password.
Result<std::optional<std::string>> site_of(const VerifyOptions& options) {
  const bool is_site = kind_of(options.place) == VerifiedPlace::site;
  if (!is_site && (options.manifest || options.since)) {
    return failure("--manifest and --since are for what is served at a URL");
  }
  if (!is_site) return std::nullopt;
  auto site = publishing::site_address(options.place);
  if (!site) {
    return failure("a site's address is an http or https URL without user, query or fragment");
  }
  return site;
}

}  // namespace

int run_verify(const Options& options) {
  const Report report(options);
  const auto site = site_of(options.verify);
  const auto request = request_of(options.verify);
  if (!site || !request) {
    report.print_failure(site ? request.error().message : site.error().message);
    return kWrongUsage;
  }
  ProgressBar progress(wants_progress_bar(options));
  const auto verified = *site ? verify_served(**site, *request, options.verify, &progress)
                              : publishing::verify_folder(options.verify.place, *request);
  progress.finish();
  if (!verified) {
    report.print_failure(verified.error().message + help_for_no_place(options.verify.place));
    return kMachineFailed;
  }
  return tell(options, report, kind_of(options.verify.place), *verified);
}

}  // namespace opsg::app
