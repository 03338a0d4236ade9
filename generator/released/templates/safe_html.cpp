#include "safe_html.h"

#include "byte_set.h"

namespace opsg::released {
namespace {

constexpr ByteSet kSpecial("&<>\"'");

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
  for (std::size_t at = 0;;) {
    const std::size_t special = kSpecial.find_in(text, at);
    out.append(text, at, special - at);
    if (special == text.size()) return;
    out += character_reference(text[special]);
    at = special + 1;
  }
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
