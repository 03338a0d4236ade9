#include "difference_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

namespace opsg::publishing {
namespace {

constexpr std::string_view kPublishAgain = "publish it again";

std::string_view help_for(DifferenceKind kind, VerifiedPlace place) {
  const bool is_site = place == VerifiedPlace::site;
  switch (kind) {
    case DifferenceKind::manifest:
      return is_site ? "let the host serve .opsg-site-manifest (some serve no file whose name "
                       "begins with a dot), or name the manifest of what was published with "
                       "--manifest"
                     : "name a folder that opsg-site has built or published, or build it again";
    case DifferenceKind::signature:
      return "do not trust it before its publisher has signed it, or has said which key is theirs";
    case DifferenceKind::missing:
      return kPublishAgain;
    case DifferenceKind::changed:
      return is_site ? "publish it again; a host that rewrites pages (minifies them, hides "
                       "addresses, inserts scripts) must be told not to"
                     : kPublishAgain;
    case DifferenceKind::unreadable:
      return is_site ? "try again; then ask the host why it does not serve it"
                     : "give the files back their permissions, or publish it again";
    case DifferenceKind::foreign:
      return "remove what opsg-site did not write, or name it with --leave";
    case DifferenceKind::preview:
      return "publish what `opsg-site build` makes: `serve` is for your own eyes";
    case DifferenceKind::withdrawn:
      return "empty the host's cache, or remove the files from it, until these addresses answer "
             "404 or 410";
  }
  return {};
}

}  // namespace

std::string list_differences(std::span<const Difference> differences, std::size_t most) {
  std::string text;
  const auto told = differences.first(std::min(most, differences.size()));
  for (const Difference& difference : told) text += "  " + describe(difference) + '\n';
  if (told.size() < differences.size()) {
    fmt::format_to(std::back_inserter(text), "  and {} more\n", differences.size() - told.size());
  }
  return text;
}

std::string report_differences(std::span<const Difference> differences, VerifiedPlace place,
                               std::size_t most) {
  std::string text = list_differences(differences, most);
  std::set<std::string_view> given;
  for (const Difference& difference : differences) {
    const std::string_view help =
        difference.help.empty() ? help_for(difference.kind, place) : difference.help;
    if (given.insert(help).second) fmt::format_to(std::back_inserter(text), "  help: {}\n", help);
  }
  return text;
}

}  // namespace opsg::publishing
