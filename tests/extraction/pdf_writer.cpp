#include "pdf_writer.h"

#include <fmt/format.h>

namespace opsg::extraction::testing {
namespace {

constexpr double kPageHeight = 842;

std::string content_of(const PdfPage& page) {
  std::string content;
  for (const PdfText& each : page) {
    content += fmt::format("BT /F1 12 Tf {:.1f} {:.1f} Td ({}) Tj ET\n", each.left,
                           kPageHeight - each.top - 12, each.text);
  }
  return fmt::format("<< /Length {} >>\nstream\n{}endstream", content.size(), content);
}

/// An encryption dictionary whose key nobody knows, since no password hashes to its entries.
std::string encryption() {
  const std::string filler(32, 'x');
  return fmt::format("<< /Filter /Standard /V 1 /R 2 /O ({0}) /U ({0}) /P -4 >>", filler);
}

class PdfFile {
 public:
  std::size_t add(std::string_view object) {
    offsets_.push_back(bytes_.size());
    bytes_ += fmt::format("{} 0 obj\n{}\nendobj\n", offsets_.size(), object);
    return offsets_.size();
  }

  std::string finish(std::size_t root, const std::string& trailer) {
    const std::size_t table = bytes_.size();
    bytes_ += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets_.size() + 1);
    for (const std::size_t offset : offsets_) bytes_ += fmt::format("{:010} 00000 n \n", offset);
    bytes_ += fmt::format("trailer\n<< /Size {} /Root {} 0 R {} >>\nstartxref\n{}\n%%EOF\n",
                          offsets_.size() + 1, root, trailer, table);
    return bytes_;
  }

 private:
  std::string bytes_ = "%PDF-1.4\n";
  std::vector<std::size_t> offsets_;
};

}  // namespace

std::string write_pdf(const std::vector<PdfPage>& pages, bool locked) {
  PdfFile file;
  const auto font = file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  const std::size_t parent = 2 + 2 * pages.size();
  std::string kids;
  for (const PdfPage& page : pages) {
    const auto content = file.add(content_of(page));
    const auto id = file.add(
        fmt::format("<< /Type /Page /Parent {} 0 R /MediaBox [0 0 595 {}] /Contents {} 0 R "
                    "/Resources << /Font << /F1 {} 0 R >> >> >>",
                    parent, kPageHeight, content, font));
    kids += fmt::format("{} 0 R ", id);
  }
  file.add(fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size()));
  const auto root = file.add(fmt::format("<< /Type /Catalog /Pages {} 0 R >>", parent));
  if (!locked) return file.finish(root, "");
  const auto lock = file.add(encryption());
  return file.finish(root, fmt::format("/Encrypt {} 0 R /ID [(xxxxxxxx) (xxxxxxxx)]", lock));
}

}  // namespace opsg::extraction::testing
