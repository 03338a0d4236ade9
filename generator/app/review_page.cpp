#include "review_page.h"

#include <utility>
#include <vector>

#include "diagnostic_printer.h"
#include "review_page_view.h"
#include "review_templates.h"
#include "template.h"

namespace opsg::app {

Result<std::string> review_page(const DiffResult& result) {
  std::vector<released::TemplateSource> sources;
  for (const embedded::EmbeddedFile& file : embedded::review_templates()) {
    sources.push_back(
        {std::string(file.path), SourcePath(std::string(file.path)), std::string(file.bytes)});
  }
  Diagnostics diagnostics;
  const auto set = released::TemplateSet::load(SourcePath("."), sources, diagnostics);
  const auto page = released::Template<ReviewView>::compile(set, "review.html", diagnostics);
  if (!page) return failure(format_diagnostics(diagnostics, {}));
  auto html = page->render(make_review_view(result));
  if (!html) return tl::unexpected(std::move(html.error()));
  return std::move(*html).take();
}

}  // namespace opsg::app
