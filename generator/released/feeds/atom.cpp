#include "atom.h"

#include "xml_writer.h"

namespace opsg::released {
namespace {

void write_entry(XmlWriter& xml, const FeedEntry& entry) {
  xml.open("entry");
  xml.element("id", entry.id);
  xml.element("title", entry.title);
  xml.element("published", iso_date_time(entry.published));
  xml.element("updated", iso_date_time(entry.updated));
  xml.empty_element("link", {{"rel", "alternate"}, {"type", "text/html"}, {"href", entry.url}});
  xml.element("content", entry.content.view(), {{"type", "html"}});
  xml.close();
}

void write_author(XmlWriter& xml, std::string_view name) {
  xml.open("author");
  xml.element("name", name);
  xml.close();
}

}  // namespace

std::string atom_document(const Feed& feed, std::string_view self) {
  XmlWriter xml;
  xml.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", feed.language}});
  xml.element("id", self);
  xml.element("title", feed.title);
  if (!feed.subtitle.empty()) xml.element("subtitle", feed.subtitle);
  xml.element("updated", iso_date_time(last_update(feed)));
  write_author(xml, feed.author);
  xml.empty_element("link", {{"rel", "self"}, {"type", "application/atom+xml"}, {"href", self}});
  xml.empty_element("link",
                    {{"rel", "alternate"}, {"type", "text/html"}, {"href", feed.page_url}});
  if (!feed.rights.empty()) xml.element("rights", feed.rights);
  for (const FeedEntry& entry : feed.entries) write_entry(xml, entry);
  xml.close();
  return xml.take();
}

}  // namespace opsg::released
