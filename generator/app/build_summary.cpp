#include "build_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "counted_text.h"
#include "json_text.h"

namespace opsg::app {

std::size_t count_pages(const RenderedSite& site) {
  const auto is_page = [](const RenderedFile& file) { return file.path.ends_with(".html"); };
  return static_cast<std::size_t>(std::count_if(site.files.begin(), site.files.end(), is_page));
}

BuildSummary summarise(const RenderedSite& site, const output::SwapReport& swap,
                       const std::string& folder, std::chrono::duration<double> took) {
  return {folder,       site.audience, count_pages(site), site.files.size(),
          swap.written, swap.removed,  took};
}

std::string summary_line(const BuildSummary& summary) {
  return fmt::format("{}: {} for the audience {}; of {} {} changed, {} removed; {:.2f} s\n",
                     summary.folder, counted(summary.pages, "page"), summary.audience,
                     counted(summary.files, "file"), summary.changed, summary.removed,
                     summary.took.count());
}

std::string summary_json(const BuildSummary& summary) {
  const double milliseconds = std::round(summary.took.count() * 1000);
  const nlohmann::ordered_json out = {
      {"folder", summary.folder},      {"audience", summary.audience}, {"pages", summary.pages},
      {"files", summary.files},        {"changed", summary.changed},   {"removed", summary.removed},
      {"seconds", milliseconds / 1000}};
  return json_text(out);
}

}  // namespace opsg::app
