#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace opsg::extraction::testing {

/// Text at a place of a page: points from its top left corner, in Helvetica of 12 points.
struct PdfText {
  double left = 0, top = 0;
  std::string text;  ///< ASCII without brackets and backslashes.
};

using PdfPage = std::vector<PdfText>;

/// A small PDF with these pages (ISO 32000-1, 7.5). A locked one needs a password to be read.
std::string write_pdf(const std::vector<PdfPage>& pages, bool locked = false);

}  // namespace opsg::extraction::testing
