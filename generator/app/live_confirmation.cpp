#include "live_confirmation.h"

#include <fmt/format.h>

#include <chrono>

#include "counted_text.h"
#include "difference_report.h"
#include "page_address.h"
#include "progress_bar.h"

namespace opsg::app {
namespace {

constexpr std::size_t kMostDifferences = 20;

}  // namespace

tl::expected<std::optional<publishing::LiveCheck>, std::string> confirm_live(
    const Options& options, const ChosenTarget& chosen, const LiveExpectation& expected) {
  if (options.publish.no_live_check) return std::nullopt;
  const auto site = publishing::site_address(chosen.url);
  if (!site) return tl::unexpected(fmt::format("`{}` is no address of a site", chosen.url));
  ProgressBar progress(wants_progress_bar(options));
  publishing::LiveCheckRequest request;
  request.site = *site;
  request.manifest = &expected.manifest;
  request.uploaded = expected.uploaded;
  request.removed = expected.removed;
  request.patience = std::chrono::seconds(options.publish.patience_seconds);
  request.progress = &progress;
  return publishing::check_live(request);
}

std::string live_line(const publishing::LiveCheck& check, const std::string& url) {
  std::string gone;
  if (check.gone == 1) gone = "1 removed address is gone, ";
  if (check.gone > 1) gone = fmt::format("{} removed addresses are gone, ", check.gone);
  return fmt::format("{}: {}{} as published.\n", url, gone, counted(check.equal, "file"));
}

std::string live_failure(const publishing::LiveCheck& check, const std::string& url) {
  return fmt::format(
      "the release is out, but {} does not serve it as it should:\n{}"
      "See that the host serves this target at that address, and clear its caches; then publish "
      "again, which looks again. Where the address is not served yet, --no-verify-live passes this "
      "check over.",
      url, publishing::list_differences(check.differences, kMostDifferences));
}

}  // namespace opsg::app
