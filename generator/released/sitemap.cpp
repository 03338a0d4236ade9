#include "sitemap.h"

#include "html_url.h"

namespace opsg::released {

RenderedFile sitemap(const std::vector<std::string>& paths, const Permalinks& permalinks) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const std::string& path : paths) {
    xml += "  <url><loc>";
    append_url(xml, permalinks.url(path));
    xml += "</loc></url>\n";
  }
  xml += "</urlset>\n";
  return {"sitemap.xml", std::move(xml)};
}

RenderedFile robots_txt(bool is_public, const Permalinks& permalinks) {
  if (!is_public) return {"robots.txt", "User-agent: *\nDisallow: /\n"};
  return {"robots.txt",
          "User-agent: *\nAllow: /\n\nSitemap: " + permalinks.url("sitemap.xml") + '\n'};
}

}  // namespace opsg::released
