#include "html_text.h"

#include "text.h"

namespace opsg::preview {
namespace {

void append_escaped(std::string& html, char c) {
  switch (c) {
    case '&':
      html += "&amp;";
      return;
    case '<':
      html += "&lt;";
      return;
    case '>':
      html += "&gt;";
      return;
    case '"':
      html += "&quot;";
      return;
    case '\'':
      html += "&#39;";
      return;
    default:
      html += c;
  }
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string html;
  bool is_first = true;
  for (const std::string_view line : split(text, '\n')) {
    if (!is_first) html += '\n';
    is_first = false;
    for (const char c : printable(line)) append_escaped(html, c);
  }
  return html;
}

}  // namespace opsg::preview
