#include "verification.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "output_paths.h"
#include "text.h"

namespace opsg::publishing {
namespace {

tl::unexpected<Difference> no_manifest(std::string reason) {
  return tl::unexpected(
      Difference{DifferenceKind::manifest, std::string(output::kManifestName), std::move(reason)});
}

}  // namespace

std::string_view name_of(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::manifest:
      return "manifest";
    case DifferenceKind::signature:
      return "signature";
    case DifferenceKind::missing:
      return "missing";
    case DifferenceKind::changed:
      return "changed";
    case DifferenceKind::unreadable:
      return "unreadable";
    case DifferenceKind::foreign:
      return "foreign";
    case DifferenceKind::preview:
      return "preview";
    case DifferenceKind::withdrawn:
      return "withdrawn";
  }
  return {};
}

std::string describe(const Difference& difference) {
  std::string text = fmt::format("{}: {}", name_of(difference.kind), printable(difference.path));
  if (!difference.reason.empty()) text += fmt::format(" ({})", printable(difference.reason));
  return text;
}

void Verification::add(DifferenceKind kind, std::string path, std::string reason) {
  differences.push_back({kind, std::move(path), std::move(reason)});
}

void Verification::sort() {
  std::sort(differences.begin(), differences.end(), [](const Difference& a, const Difference& b) {
    return std::tie(a.kind, a.path) < std::tie(b.kind, b.path);
  });
}

tl::expected<output::Manifest, Difference> judge_manifest(
    std::string_view text, const std::optional<std::string>& audience) {
  auto manifest = output::parse_manifest(text);
  if (!manifest) return no_manifest("it is damaged");
  if (const auto safe = output::check_paths(*manifest); !safe) {
    return no_manifest("it is damaged: " + safe.error().message);
  }
  if (audience && manifest->audience != *audience) {
    return no_manifest(
        fmt::format("it is for the audience `{}`, not for `{}`", manifest->audience, *audience));
  }
  return std::move(*manifest);
}

}  // namespace opsg::publishing
