#include "catch2.h"
#include "extraction_probe.h"
#include "pdf_writer.h"
#include "temp_folder.h"
#include "word_file.h"

namespace opsg::extraction::testing {
namespace {

using namespace std::string_literals;

std::string refusal(std::string_view bytes, const std::string& file_name,
                    const ExtractionLimits& limits = {}) {
  const Extracted extracted = extract(bytes, file_name, limits);
  CHECK_FALSE(extracted.done);
  return extracted.findings;
}

TEST_CASE("A name that says another format than the bytes is refused") {
  const std::string pdf = write_pdf({{{72, 72, "Minutes"}}});
  CHECK(refusal(pdf, "minutes.docx") ==
        "minutes.docx: error[import-extension]: it is a PDF, which its name does not say\n"
        "  help: if it is the document that you mean, let its name end in .pdf\n\n");
  CHECK(refusal(word_file(paragraph("Minutes")), "minutes.txt") ==
        "minutes.txt: error[import-extension]: it is a Word file, which its name does not say\n"
        "  help: if it is the document that you mean, let its name end in .docx\n\n");
  CHECK(refusal("Minutes", "minutes") ==
        "minutes: error[import-extension]: it is plain text, which its name does not say\n"
        "  help: if it is the document that you mean, let its name end in .txt\n\n");
  CHECK(extract(pdf, "MINUTES.PDF").text == "Minutes\n");
  CHECK(extract("# Minutes", "minutes.md").findings == "");
}

TEST_CASE("What cannot be read is refused with what to do about it") {
  CHECK(refusal("", "a.txt") == "a.txt: error[import-empty]: the file is empty\n\n");
  CHECK(refusal(" \r\n\t", "a.txt") == "a.txt: error[import-empty]: the file is empty\n\n");
  CHECK(refusal("\xE2\x80\x8B", "a.txt") ==
        "a.txt:1:1: warning[import-characters]: 1 control or invisible character was left out, the "
        "first one here\n  help: see whether a word around it was meant to be another\n\n"
        "a.txt: error[import-empty]: it holds no text\n\n");
  CHECK(refusal("text\0with a NUL"s, "a.txt") ==
        "a.txt: error[import-format]: it is binary data\n"
        "  help: save it as Word (.docx), PDF or plain text, and import that\n\n");
  CHECK(refusal("{\\rtf1 Minutes}", "a.rtf") ==
        "a.rtf: error[import-format]: it is rich text\n"
        "  help: save it as Word (.docx), PDF or plain text, and import that\n\n");
  CHECK(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.docx") ==
        "a.docx: error[import-format]: it is a Word 97 file (.doc), or a Word file that a password "
        "locks\n  help: save it in Word as .docx without a password, and import that\n\n");
}

TEST_CASE("More text than a record can be is refused") {
  ExtractionLimits limits;
  limits.text = std::size_t{1} << 20;
  CHECK(refusal(std::string((1 << 20) + 1, 'x'), "a.txt", limits) ==
        "a.txt: error[import-too-large]: it is text of more than 1 MB\n"
        "  help: see whether it is the record of a meeting; if so, divide it\n\n");
}

TEST_CASE("A file that is not there, or is none, is told") {
  const opsg::testing::TempFolder folder;
  for (const char* name : {"missing.txt", "."}) {
    Diagnostics diagnostics;
    CHECK_FALSE(extract_document(folder.path() / name, SourcePath(name), {}, diagnostics));
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items().front().code == "import-unreadable");
  }
}

}  // namespace
}  // namespace opsg::extraction::testing
