#pragma once

#include <map>
#include <string>
#include <string_view>

#include "diagnostic.h"
#include "template.h"

namespace opsg::released {

/// The text of each template by its name. Its path is "templates/" and the name.
using TemplateTexts = std::map<std::string, std::string>;

/// Loads the templates as a theme's loader would.
TemplateSet load_templates(const TemplateTexts& texts, Diagnostics& diagnostics);

/// All findings as the user sees them, sorted by place.
std::string print_findings(Diagnostics diagnostics, const TemplateTexts& texts);

/// The page that "page.html" of these templates makes of the view; the findings or the failure's
/// message where there is none.
template <class V>
std::string render(const TemplateTexts& texts, const V& view) {
  Diagnostics diagnostics;
  const TemplateSet set = load_templates(texts, diagnostics);
  const auto page = Template<V>::compile(set, "page.html", diagnostics);
  if (!page) return print_findings(std::move(diagnostics), texts);
  auto html = page->render(view);
  return html ? std::string(html->view()) : html.error().message;
}

template <class V>
std::string render(const std::string& text, const V& view) {
  return render(TemplateTexts{{"page.html", text}}, view);
}

/// What the user is told about these templates; empty where they are right.
template <class V>
std::string findings(const TemplateTexts& texts) {
  Diagnostics diagnostics;
  const TemplateSet set = load_templates(texts, diagnostics);
  Template<V>::compile(set, "page.html", diagnostics);
  return print_findings(std::move(diagnostics), texts);
}

template <class V>
std::string findings(const std::string& text) {
  return findings<V>(TemplateTexts{{"page.html", text}});
}

}  // namespace opsg::released
