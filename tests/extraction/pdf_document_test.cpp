#include "catch2.h"
#include "extraction_probe.h"
#include "pdf_writer.h"

namespace opsg::extraction::testing {
namespace {

const PdfPage kTable = {
    {72, 72, "1. Actions Outstanding"},
    {72, 100, "Action ID"},
    {150, 100, "Action"},
    {330, 100, "Target"},
    {420, 100, "Owner"},
    {72, 120, "COM 1/01"},
    {150, 120, "The DCC to report on its"},
    {330, 120, "5 January 2021"},
    {420, 120, "DCC"},
    {150, 134, "investigation of the losses"},
    {72, 154, "The DCC reported that it had found them all, and that none of them was serious. It"},
    {72, 168, "will write to Users. Status: Closed"},
};

TEST_CASE("A PDF's lines are read page by page, with tables as rows") {
  const Extracted extracted = extract(write_pdf({kTable, {{72, 72, "2. Reports"}}}), "minutes.pdf");
  CHECK(extracted.findings == "");
  CHECK(extracted.text == R"(1. Actions Outstanding

Action ID	Action	Target	Owner
COM 1/01	The DCC to report on its investigation of the losses	5 January 2021	DCC

The DCC reported that it had found them all, and that none of them was serious. It
will write to Users. Status: Closed
page 2:
2. Reports
)");
}

TEST_CASE("A PDF that a password locks is refused") {
  const Extracted extracted = extract(write_pdf({kTable}, true), "minutes.pdf");
  CHECK_FALSE(extracted.done);
  CHECK(extracted.findings ==
        "minutes.pdf: error[import-locked]: a password locks this PDF\n"
        "  help: save it without a password, and import that\n\n");
}

TEST_CASE("Half a PDF is refused, wherever it was cut") {
  const std::string whole = write_pdf({kTable, kTable, kTable});
  for (std::size_t tenths = 1; tenths < 10; ++tenths) {
    const Extracted extracted = extract(whole.substr(0, whole.size() * tenths / 10), "minutes.pdf");
    INFO(tenths << extracted.text);
    CHECK_FALSE(extracted.done);
    CHECK(extracted.findings.starts_with(
        "minutes.pdf: error[import-damaged]: this PDF is damaged and cannot be read\n"));
  }
}

TEST_CASE("A PDF of pictures is refused") {
  CHECK(extract(write_pdf({{}}), "scan.pdf").findings ==
        "scan.pdf: error[import-empty]: this PDF holds no text; its pages are pictures, perhaps\n"
        "  help: let a program recognise the text in it (OCR), and import that\n\n");
}

TEST_CASE("A PDF of noise is refused") {
  std::string noise = "%PDF-1.7\n";
  for (unsigned i = 0; i < 100'000; ++i) noise += static_cast<char>(i * 2654435761u >> 24);
  CHECK_FALSE(extract(noise, "noise.pdf").done);
}

}  // namespace
}  // namespace opsg::extraction::testing
