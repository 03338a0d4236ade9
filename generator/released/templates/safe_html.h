#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "pass_key.h"

namespace opsg::released {

class MarkdownRenderer;
class TemplateRenderer;

/// Appends `text` with & < > " and ' as character references, fit for elements and for quoted
/// attributes.
void append_escaped(std::string& out, std::string_view text);

/// A string literal of this program's source; nothing that is read at run time converts to it.
class HtmlLiteral {
 public:
  template <std::size_t N>
  consteval HtmlLiteral(const char (&text)[N]) : text_(text, N - 1) {}

  std::string_view view() const { return text_; }

 private:
  std::string_view text_;
};

/// HTML that is safe to put into a page as it is. It comes from escaping, from literals, from
/// joining other SafeHtml, and from the two renderers that promise it; never from a plain string.
class SafeHtml {
 public:
  SafeHtml() = default;
  explicit SafeHtml(HtmlLiteral literal) : html_(literal.view()) {}

  static SafeHtml escape(std::string_view text);
  static SafeHtml trusted(std::string html, PassKey<MarkdownRenderer>);
  static SafeHtml trusted(std::string html, PassKey<TemplateRenderer>);

  SafeHtml& operator+=(const SafeHtml& other);
  friend SafeHtml operator+(SafeHtml a, const SafeHtml& b) { return std::move(a += b); }

  std::string_view view() const { return html_; }
  std::string take() && { return std::move(html_); }
  bool empty() const { return html_.empty(); }

  friend bool operator==(const SafeHtml&, const SafeHtml&) = default;

 private:
  static SafeHtml wrap(std::string html);

  std::string html_;
};

static_assert(!std::is_constructible_v<SafeHtml, std::string>);
static_assert(!std::is_constructible_v<SafeHtml, std::string_view>);
static_assert(!std::is_constructible_v<SafeHtml, const char*>);
static_assert(!std::is_assignable_v<SafeHtml&, std::string>);

}  // namespace opsg::released
