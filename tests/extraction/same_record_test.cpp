// The same document gives the same record, whether it comes as text, Word or PDF, up to what its
// format loses: docs/import.md says what that is.

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "catch2.h"
#include "extract_document.h"
#include "file_system.h"
#include "import_fixture.h"
#include "pdf_writer.h"
#include "temp_folder.h"
#include "text.h"
#include "word_file.h"

namespace opsg::extraction::testing {
namespace {

std::string shape(const std::string& name) {
  std::ifstream in(std::string(OPSG_SOURCE_DIR) + "/tests/import/shapes/" + name + ".txt");
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

importing::ImportedDocument import_bytes(std::string_view bytes, const std::string& file_name) {
  const opsg::testing::TempFolder folder;
  REQUIRE(write_file(folder / file_name, bytes));
  Diagnostics diagnostics;
  const auto text = extract_document(folder / file_name, SourcePath(file_name), {}, diagnostics);
  REQUIRE(text);
  const test::ImportSite site;
  auto imported = importing::import_document(*text, site.rules());
  CHECK(imported.account.reconciles());
  return imported;
}

/// The text of a line as runs: `**bold**`, `*italics*` and `<i>italics</i>`.
std::string runs_of(std::string text) {
  RE2::GlobalReplace(&text, "</?p>", "");
  RE2::GlobalReplace(&text, "<i>(.*?)</i>", "*\\1*");
  RE2::GlobalReplace(&text, "&", "&amp;");
  RE2::GlobalReplace(&text, "<", "&lt;");
  const std::string close = "</w:t></w:r>", open = R"(<w:r><w:t xml:space="preserve">)";
  const auto styled = [&](const char* style) {
    return fmt::format(R"({}<w:r><w:rPr><w:{}/></w:rPr><w:t xml:space="preserve">\1{}{})", close,
                       style, close, open);
  };
  RE2::GlobalReplace(&text, R"(\*\*(.+?)\*\*)", styled("b"));
  RE2::GlobalReplace(&text, R"(\*(.+?)\*)", styled("i"));
  return open + text + close;
}

/// A cell's text, which may be paragraphs as HTML has them.
std::string paragraphs_of(std::string cell) {
  RE2::GlobalReplace(&cell, "</p> *<p>", "\n");
  std::string paragraphs;
  for (const std::string_view line : split(cell, '\n')) {
    paragraphs += "<w:p>" + runs_of(std::string(line)) + "</w:p>";
  }
  return paragraphs;
}

std::string row_of(std::string_view line) {
  std::string row = "<w:tr>";
  for (const std::string_view cell : split(line, '\t')) {
    row += "<w:tc>" + paragraphs_of(std::string(cell)) + "</w:tc>";
  }
  return row + "</w:tr>";
}

/// The text as somebody would have it in Word: its rows of tabs are tables.
std::string word_of(std::string_view text) {
  std::string body, table;
  std::ptrdiff_t tabs = 0;
  const auto end_table = [&] {
    if (!table.empty()) {
      std::string grid;
      for (std::ptrdiff_t i = 0; i <= tabs; ++i) grid += R"(<w:gridCol w:w="1000"/>)";
      body += "<w:tbl><w:tblGrid>" + grid + "</w:tblGrid>" + table + "</w:tbl>";
    }
    table.clear();
    tabs = 0;
  };
  for (const std::string_view line : split_lines(text)) {
    if (line.find('\t') != std::string_view::npos) {
      table += row_of(line);
      tabs = std::max(tabs, std::count(line.begin(), line.end(), '\t'));
      continue;
    }
    end_table();
    if (!trim(line).empty()) body += "<w:p>" + runs_of(std::string(line)) + "</w:p>";
  }
  end_table();
  return word_file(body);
}

TEST_CASE("Word gives the same record as text") {
  for (const char* name : {"tab-rows", "paragraph-lines"}) {
    INFO(name);
    const std::string text = shape(name);
    const auto from_text = import_bytes(text, "minutes.txt");
    const auto from_word = import_bytes(word_of(text), "minutes.docx");
    CHECK(from_word.file_name == from_text.file_name);
    CHECK(from_word.markdown == from_text.markdown);
    CHECK(importing::write_meeting(from_word.meeting) ==
          importing::write_meeting(from_text.meeting));
  }
}

/// A page of a PDF with the text's lines, its tables in columns, headings apart.
std::vector<PdfPage> pages_of(std::string_view text) {
  std::vector<PdfPage> pages(1);
  double top = 60;
  for (const std::string_view line : split_lines(text)) {
    if (top > 760) {
      pages.emplace_back();
      top = 60;
    }
    double left = 60;
    for (const std::string_view cell : split(line, '\t')) {
      if (!trim(cell).empty()) pages.back().push_back({left, top, std::string(cell)});
      left += 170;
    }
    top += trim(line).empty() ? 8 : 14;
  }
  return pages;
}

TEST_CASE("A PDF gives the same record as text, but for bold and italics") {
  const std::string text = R"(This document is classified as Green.

Operations Group Meeting

25 January 2021, OPSG_41_2501

13:20 - 15:35

Final Minutes

Attendees:

Category	Operations Group Members

Operations Group Chair	Person One

DCC	Person Two

	Person Three

1. Reports

The OPSG considered the report on the lamps of the harbour, which had been

lit for seventeen nights in January.

The OPSG NOTED the report.

ACTION OPSG 41/01: The DCC to light the lamps by 4 February 2021.
)";
  const auto from_text = import_bytes(text, "minutes.txt");
  const auto from_pdf = import_bytes(write_pdf(pages_of(text)), "minutes.pdf");
  CHECK(from_text.unresolved.empty());
  CHECK(from_text.meeting.attendance.size() == 3);
  CHECK(from_pdf.unresolved.empty());
  CHECK(importing::write_meeting(from_pdf.meeting) == importing::write_meeting(from_text.meeting));
  CHECK(from_pdf.markdown == from_text.markdown);
}

}  // namespace
}  // namespace opsg::extraction::testing
