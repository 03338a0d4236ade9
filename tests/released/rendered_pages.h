#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "catch2.h"
#include "pages.h"
#include "rendering_fixture.h"

namespace opsg::test {

/// Bytes by path.
using Pages = std::map<std::string, std::string>;

inline released::ThemeFiles plain_theme_files() {
  Diagnostics diagnostics;
  auto files = released::read_theme_folder("themes/plain", "themes/plain", diagnostics);
  REQUIRE(files);
  return {"plain", std::move(*files)};
}

inline released::Theme make_plain_theme() {
  Diagnostics diagnostics;
  auto theme = released::make_theme(plain_theme_files(), diagnostics);
  REQUIRE(theme);
  return std::move(*theme);
}

/// All pages of the site in the plain theme, about which there is nothing to report.
inline Pages render(RenderingFixture fixture, int jobs = 1) {
  Diagnostics diagnostics;
  const released::Site site = fixture.site();
  const auto rendered = released::render_site(site, RenderingFixture::policy(), make_plain_theme(),
                                              {jobs}, diagnostics);
  CHECK(format_diagnostics(diagnostics, {}) == "");
  REQUIRE(rendered);
  CHECK(std::is_sorted(rendered->files.begin(), rendered->files.end(),
                       [](const auto& a, const auto& b) { return a.path < b.path; }));
  Pages pages;
  for (const RenderedFile& file : rendered->files) pages[file.path] = file.bytes;
  CHECK(pages.size() == rendered->files.size());
  return pages;
}

}  // namespace opsg::test
