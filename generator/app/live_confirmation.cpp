#include "live_confirmation.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "counted_text.h"
#include "difference_report.h"
#include "page_address.h"
#include "progress_bar.h"

namespace opsg::app {
namespace {

bool may_name(const publishing::Difference& difference, LogQuote quote) {
  if (quote == LogQuote::all) return true;
  return quote == LogQuote::public_now && difference.kind != publishing::DifferenceKind::withdrawn;
}

std::string unnamed_line(publishing::DifferenceKind kind, std::size_t count) {
  return fmt::format("  {}: {}, which {} not named (--show-withheld names {})\n",
                     publishing::name_of(kind),
                     count == 1 ? "1 address" : fmt::format("{} addresses", count),
                     count == 1 ? "is" : "are", count == 1 ? "it" : "them");
}

std::string told_differences(const std::vector<publishing::Difference>& differences,
                             LogQuote quote) {
  std::vector<publishing::Difference> named;
  std::vector<std::pair<publishing::DifferenceKind, std::size_t>> unnamed;
  for (const publishing::Difference& difference : differences) {
    if (may_name(difference, quote)) {
      named.push_back(difference);
    } else if (!unnamed.empty() && unnamed.back().first == difference.kind) {
      ++unnamed.back().second;
    } else {
      unnamed.emplace_back(difference.kind, 1);
    }
  }
  std::string text = publishing::list_differences(named, publishing::kMostDifferences);
  for (const auto& [kind, count] : unnamed) text += unnamed_line(kind, count);
  return text;
}

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

std::string live_failure(const publishing::LiveCheck& check, const std::string& url,
                         LogQuote quote) {
  return fmt::format(
      "the release is out, but {} does not serve it as it should:\n{}"
      "See that the host serves this target at that address, and clear its caches; then publish "
      "again, which looks again. Where the address is not served yet, --no-verify-live passes this "
      "check over.",
      url, told_differences(check.differences, quote));
}

}  // namespace opsg::app
