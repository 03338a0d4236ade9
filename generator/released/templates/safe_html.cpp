#include "safe_html.h"

namespace opsg::released {
namespace {

std::string_view character_reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view reference = character_reference(text[i]);
    if (reference.empty()) continue;
    out.append(text, copied, i - copied);
    out += reference;
    copied = i + 1;
  }
  out.append(text, copied);
}

SafeHtml SafeHtml::escape(std::string_view text) {
  SafeHtml html;
  append_escaped(html.html_, text);
  return html;
}

SafeHtml SafeHtml::trusted(std::string html, PassKey<MarkdownRenderer>) {
  return wrap(std::move(html));
}

SafeHtml SafeHtml::trusted(std::string html, PassKey<TemplateRenderer>) {
  return wrap(std::move(html));
}

SafeHtml SafeHtml::wrap(std::string html) {
  SafeHtml wrapped;
  wrapped.html_ = std::move(html);
  return wrapped;
}

SafeHtml& SafeHtml::operator+=(const SafeHtml& other) {
  html_ += other.html_;
  return *this;
}

}  // namespace opsg::released
