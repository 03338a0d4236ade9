#include "last_build.h"

#include <nlohmann/json.hpp>

#include "build_summary.h"

namespace opsg::app {
namespace {

using Json = nlohmann::ordered_json;

Json seconds(const std::optional<UtcTime>& time) {
  return time ? Json(time->time_since_epoch().count()) : Json();
}

std::optional<UtcTime> time_of(const Json& value) {
  if (value.is_null()) return std::nullopt;
  return UtcTime(std::chrono::seconds(value.get<std::int64_t>()));
}

bool is_still_so(const Json& kept, UtcTime now) {
  const auto built = time_of(kept.at("built"));
  const auto change = time_of(kept.at("next_change"));
  return built && *built <= now && (!change || now < *change);
}

LastBuild as_it_was(const Json& kept) {
  return {kept.at("findings").get<std::string>(),
          kept.at("pages").get<std::size_t>(),
          kept.at("files").get<std::size_t>(),
          kept.at("documents").get<std::size_t>(),
          kept.at("withheld_documents").get<std::size_t>(),
          time_of(kept.at("next_release"))};
}

}  // namespace

std::optional<LastBuild> last_build(const output::OutputTarget& target, output::FoundStamp& found,
                                    UtcTime now) {
  if (!found.stamp) return std::nullopt;
  try {
    const Json kept = Json::parse(found.stamp->summary);
    if (!is_still_so(kept, now) || !output::output_stands(target, found)) return std::nullopt;
    return as_it_was(kept);
  } catch (const Json::exception&) {
    found.stamp.reset();
    found.damaged = true;
    return std::nullopt;
  }
}

output::BuildStamp stamp_of(const BuildOutcome& built, BuildKeys keys, UtcTime now,
                            std::string_view findings) {
  const RenderedSite& site = **built.site;
  const Json kept = {{"built", seconds(now)},
                     {"next_change", seconds(built.next_change)},
                     {"next_release", seconds(built.next_release)},
                     {"findings", findings},
                     {"pages", count_pages(site)},
                     {"files", site.files.size()},
                     {"documents", built.labelled->documents.size()},
                     {"withheld_documents", built.withheld_documents}};
  return {std::move(keys.settings), std::move(keys.sources), std::move(keys.content),
          kept.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

}  // namespace opsg::app
