#include "target_choice.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "exit_status.h"
#include "publish_settings.h"
#include "site_setting.h"
#include "toml_reader.h"

namespace opsg::app {
namespace {

using publishing::PublishConfig;

constexpr std::string_view kNoTarget =
    "site.toml names no target to publish to; add one, for instance\n"
    "  [publish.targets.web]\n"
    "  kind = \"directory\"\n"
    "  path = \"/srv/www/committee\"";

/// What is wrong with site.toml, as far as it concerns targets.
Diagnostics judge(const SourceTree& tree) {
  Diagnostics found;
  const SourceFile* site = tree.find("site.toml");
  if (site && read_toml(site->bytes, site->path, 1, found)) read_publish_settings(tree, found);
  return found;
}

std::string unknown_target(const PublishConfig& config, const std::string& name) {
  std::vector<std::string> names;
  for (const auto& target : config.targets) names.push_back(target.name);
  return fmt::format("site.toml has no target `{}`; it has {}", name, fmt::join(names, ", "));
}

}  // namespace

tl::expected<ChosenTarget, int> choose_target(const std::string& name, const Report& report,
                                              const SiteSession& session) {
  Diagnostics found = judge(session.tree);
  if (found.has_errors()) {
    report.print(std::move(found), session.tree, nullptr, session.time);
    return tl::unexpected<int>(kContentHasErrors);
  }
  const PublishConfig config = read_publish_settings(session.tree, found);
  const auto* target = name.empty() ? config.default_target() : config.find(name);
  if (!target) {
    const bool none = config.targets.empty();
    report.print_failure(none ? std::string(kNoTarget) : unknown_target(config, name));
    return tl::unexpected<int>(kWrongUsage);
  }
  const auto base_url = site_setting(session.tree, "base_url");
  std::string url = base_url ? *base_url->string() : std::string();
  return ChosenTarget{*target, config.require_approval, target->url.value_or(std::move(url))};
}

Options options_for(const ChosenTarget& chosen, const Options& options) {
  Options building = options;
  building.audience = chosen.target.audience;
  building.base_url = chosen.target.url;
  return building;
}

}  // namespace opsg::app
