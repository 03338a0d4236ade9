#include "word_file.h"

#include <fmt/format.h>

#include "catch2.h"
#include "extraction_probe.h"

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

std::string run(std::string_view text, std::string_view properties) {
  return fmt::format(R"(<w:r><w:rPr>{}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>)",
                     properties, text);
}

std::string cell(std::string_view content, std::string_view properties) {
  return fmt::format("<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>", properties, content);
}

std::string row(std::initializer_list<std::string> cells, std::string_view properties) {
  return fmt::format("<w:tr><w:trPr>{}</w:trPr>{}</w:tr>", properties, fmt::join(cells, ""));
}

std::string table(int columns, std::initializer_list<std::string> rows) {
  std::string grid;
  for (int i = 0; i < columns; ++i) grid += R"(<w:gridCol w:w="1000"/>)";
  return fmt::format("<w:tbl><w:tblGrid>{}</w:tblGrid>{}</w:tbl>", grid, fmt::join(rows, ""));
}

std::string text_of_word(const std::string& body) {
  const Extracted extracted = extract(word_file(body), "minutes.docx");
  CHECK(extracted.findings == "");
  return extracted.text;
}

WordParts with_header(std::string_view paragraphs) {
  return {{"word/header1.xml", word_part("w:hdr", paragraphs)},
          {"word/_rels/document.xml.rels",
           word_relations({{"header", "header1.xml"}, {"styles", "styles.xml"}})}};
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
