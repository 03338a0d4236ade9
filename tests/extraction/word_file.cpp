#include "word_file.h"

#include <fmt/format.h>

#include "catch2.h"

namespace opsg::extraction::testing {
namespace {

constexpr std::string_view kRelationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kTypes =
    R"(<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/></Types>)";

std::string relations_part(const std::vector<std::pair<std::string, std::string>>& relations) {
  std::string part =
      R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  for (std::size_t i = 0; i < relations.size(); ++i) {
    part += fmt::format(R"(<Relationship Id="rId{}" Type="{}/{}" Target="{}"/>)", i + 1,
                        kRelationships, relations[i].first, relations[i].second);
  }
  return part + "</Relationships>";
}

}  // namespace

std::string word_part(std::string_view element, std::string_view content) {
  return fmt::format(
      R"(<?xml version="1.0"?><{0} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{1}">{2}</{0}>)",
      element, kRelationships, content);
}

std::string paragraph(std::string_view text, std::string_view style) {
  const std::string properties =
      style.empty() ? "" : fmt::format(R"(<w:pPr><w:pStyle w:val="{}"/></w:pPr>)", style);
  return fmt::format(R"(<w:p>{}<w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>)", properties,
                     text);
}

std::string word_relations(const std::vector<std::pair<std::string, std::string>>& relations) {
  return relations_part(relations);
}

std::string word_file(std::string_view body, const WordParts& more) {
  WordParts parts = more;
  parts.emplace("[Content_Types].xml", kTypes);
  parts.emplace("_rels/.rels", relations_part({{"officeDocument", "word/document.xml"}}));
  parts.emplace("word/_rels/document.xml.rels", relations_part({{"styles", "styles.xml"}}));
  parts.emplace(
      "word/styles.xml",
      word_part(
          "w:styles",
          R"(<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>)"));
  parts.emplace("word/document.xml",
                word_part("w:document", fmt::format("<w:body>{}</w:body>", body)));
  const auto packed = pack_word(parts);
  REQUIRE(packed);
  return *packed;
}

}  // namespace opsg::extraction::testing
