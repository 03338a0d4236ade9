#include "word_properties.h"

#include <fmt/format.h>

#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "text.h"
#include "word_xml.h"

namespace opsg::extraction {
namespace {

constexpr std::size_t kMostProperties = 20;
constexpr std::size_t kLongestValue = 80;

using Properties = std::vector<std::pair<std::string, std::string>>;

void add(Properties& properties, std::string name, std::string_view value) {
  std::string text = collapse_space(printable(value));
  if (!text.empty()) properties.emplace_back(std::move(name), std::move(text));
}

/// Dublin Core and Office's own (ECMA-376-2, 11.1).
void read_core(const WordParts& parts, Properties& properties) {
  static const std::pair<const char*, const char*> kNames[] = {
      {"dc:title", "title"},       {"dc:subject", "subject"},
      {"dc:creator", "author"},    {"cp:lastModifiedBy", "last changed by"},
      {"cp:keywords", "keywords"}, {"dc:description", "comments"},
      {"cp:category", "category"}, {"cp:contentStatus", "status"},
  };
  const auto part = parts.find("docProps/core.xml");
  pugi::xml_document document;
  if (part == parts.end() || !load_word_xml(document, part->second)) return;
  const pugi::xml_node core = document.child("cp:coreProperties");
  for (const auto& [element, name] : kNames)
    add(properties, name, core.child(element).text().get());
}

/// Such as the sensitivity labels that offices put on files.
void read_custom(const WordParts& parts, Properties& properties) {
  const auto part = parts.find("docProps/custom.xml");
  pugi::xml_document document;
  if (part == parts.end() || !load_word_xml(document, part->second)) return;
  for (const pugi::xml_node& each : document.child("Properties").children("property")) {
    add(properties, printable(each.attribute("name").value()), each.first_child().text().get());
  }
}

}  // namespace

void report_properties(const WordParts& parts, const SourcePath& name, WordReport& report,
                       Diagnostics& diagnostics) {
  Properties properties;
  read_core(parts, properties);
  read_custom(parts, properties);
  if (properties.empty()) return;
  Diagnostic& finding =
      diagnostics.warning("import-properties", {name, 1, 1, 0}, "its properties were left out");
  for (const auto& [key, value] : properties) report.aside(value);
  if (properties.size() > kMostProperties) properties.resize(kMostProperties);
  for (const auto& [key, value] : properties) {
    finding.note(fmt::format("{}: {}", key, value.substr(0, kLongestValue)));
  }
}

}  // namespace opsg::extraction
