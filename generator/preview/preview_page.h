#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace opsg::preview {

/// Where what a preview adds to a site is found: no site has such a folder.
inline constexpr std::string_view kReservedFolder = "/_opsg-site/";

/// What a page of a preview shows besides the page.
struct PageFrame {
  std::string fingerprint;  ///< Of the page's bytes: the script asks whether they are still these.
  std::string address;      ///< Of the page: where a change of audience leads back to.
  std::string audience;
  std::vector<std::string> audiences;
  std::string errors;   ///< Of the present sources, as text; empty where there are none.
  bool reloads = true;  ///< Whether the page loads itself anew when it has changed.
  bool editor = false;  ///< Whether the page shows what is withheld from the audience.
};

/// The page as a preview shows it: with the marker that keeps it from being published, a style
/// sheet, a script (both files: the site's Content-Security-Policy holds), a bar to choose the
/// audience by and, where there are errors, the errors over it. Everything else stays as it is.
std::string make_preview_page(std::string_view html, const PageFrame& frame);

/// The page that stands for all others until the site could be built for the first time.
std::string make_error_page(const PageFrame& frame);

}  // namespace opsg::preview
