#include "preview_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "html_text.h"
#include "preview_marker.h"
#include "request_target.h"
#include "text.h"

namespace opsg::preview {
namespace {

constexpr std::string_view kBeforeFirstBuild =
    "<!doctype html>\n"
    "<html lang=\"en\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n"
    "<title>This site has errors</title>\n"
    "</head>\n"
    "<body>\n"
    "</body>\n"
    "</html>\n";

bool is_tag_at(std::string_view html, std::size_t place, std::string_view tag) {
  return starts_with_ignoring_case(html.substr(place), tag);
}

/// The first one: a later one can only be text of the page's.
std::size_t end_of_head(std::string_view html) {
  std::size_t at = html.find('<');
  while (at != std::string_view::npos && !is_tag_at(html, at, "</head>"))
    at = html.find('<', at + 1);
  return std::min(at, html.size());
}

/// The last one, likewise. The end of a page that has none.
std::size_t end_of_body(std::string_view html) {
  std::size_t at = html.rfind('<');
  while (at != std::string_view::npos && !is_tag_at(html, at, "</body>")) {
    at = at == 0 ? std::string_view::npos : html.rfind('<', at - 1);
  }
  return std::min(at, html.size());
}

std::string head_of(const PageFrame& frame) {
  std::string head =
      fmt::format("{} content=\"{}\">\n<link rel=\"stylesheet\" href=\"{}preview.css\">\n",
                  kPreviewMarker, frame.fingerprint, kReservedFolder);
  if (frame.reloads) {
    head += fmt::format("<script src=\"{}preview.js\" defer></script>\n", kReservedFolder);
  }
  return head;
}

std::string audience_link(const PageFrame& frame, const std::string& audience) {
  return fmt::format("<li><a href=\"{}audience/{}?back={}\"{}>{}</a></li>\n", kReservedFolder,
                     encode_value(audience), encode_value(frame.address),
                     audience == frame.audience ? " aria-current=\"true\"" : "",
                     escape_html(audience));
}

/// Closed until it is wanted, so that it covers next to nothing of the page.
std::string bar_of(const PageFrame& frame) {
  std::string bar = fmt::format(
      "<aside id=\"opsg-site-bar\" aria-label=\"Preview\">\n"
      "<details>\n<summary>{}: {}</summary>\n",
      frame.editor ? "Editor's preview" : "Preview", escape_html(frame.audience));
  if (!frame.audiences.empty()) {
    bar += "<nav aria-label=\"Audience of the preview\">\n<ul>\n";
    for (const std::string& audience : frame.audiences) bar += audience_link(frame, audience);
    bar += "</ul>\n</nav>\n";
  }
  return bar + "</details>\n</aside>\n";
}

std::string errors_of(const PageFrame& frame) {
  if (frame.errors.empty()) return {};
  return fmt::format(
      "<section id=\"opsg-site-errors\" aria-label=\"Errors of the site\">\n"
      "<h2>This site has errors</h2>\n<pre tabindex=\"0\">{}</pre>\n</section>\n",
      escape_html(frame.errors));
}

}  // namespace

std::string make_preview_page(std::string_view html, const PageFrame& frame) {
  const std::size_t head_end = end_of_head(html);
  const std::size_t body_end = std::max(head_end, end_of_body(html));
  std::string page;
  page += html.substr(0, head_end);
  page += head_of(frame);
  page += html.substr(head_end, body_end - head_end);
  page += bar_of(frame);
  page += errors_of(frame);
  page += html.substr(body_end);
  return page;
}

std::string make_error_page(const PageFrame& frame) {
  return make_preview_page(kBeforeFirstBuild, frame);
}

}  // namespace opsg::preview
