#include "sitemap.h"

#include "html_url.h"
#include "xml_writer.h"

namespace opsg::released {

RenderedFile sitemap(const std::vector<std::string>& paths, const Permalinks& permalinks,
                     const PageFactsIndex& facts) {
  XmlWriter xml;
  xml.open("urlset", {{"xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"}});
  for (const std::string& path : paths) {
    xml.open("url");
    xml.element("loc", encoded_url(permalinks.url(path)));
    if (const auto updated = facts.of(path).updated) xml.element("lastmod", iso_date(*updated));
    xml.close();
  }
  xml.close();
  return {"sitemap.xml", xml.take()};
}

RenderedFile robots_txt(bool is_public, const Permalinks& permalinks) {
  if (!is_public) return {"robots.txt", "User-agent: *\nDisallow: /\n"};
  return {"robots.txt", "User-agent: *\nAllow: /\n\nSitemap: " +
                            encoded_url(permalinks.url("sitemap.xml")) + '\n'};
}

}  // namespace opsg::released
