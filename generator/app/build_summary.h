#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "rendered_site.h"
#include "swap.h"

namespace opsg::app {

/// What a build has done. Counts public files alone: the log of a CI system may show it.
struct BuildSummary {
  std::string folder;
  std::string audience;
  std::size_t pages = 0;    ///< HTML files.
  std::size_t files = 0;    ///< Pages and everything else.
  std::size_t changed = 0;  ///< New or other than before.
  std::size_t removed = 0;
  std::chrono::duration<double> took{};
};

/// The HTML files.
std::size_t count_pages(const RenderedSite& site);

BuildSummary summarise(const RenderedSite& site, const output::SwapReport& swap,
                       const std::string& folder, std::chrono::duration<double> took);

/// One line for people.
std::string summary_line(const BuildSummary& summary);

/// One JSON object for programs (README.md says what it holds).
std::string summary_json(const BuildSummary& summary);

}  // namespace opsg::app
