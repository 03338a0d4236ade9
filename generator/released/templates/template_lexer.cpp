#include "template_lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ascii.h"
#include "text.h"

namespace opsg::released {
namespace {

// Far more than any name needs. It keeps a file of unclosed tags from being searched to its end
// for each of them.
constexpr std::size_t kMaxTagLength = 256;

constexpr std::string_view kBlank = " \t";

TagKind kind_of(char sigil) {
  constexpr std::pair<char, TagKind> kSigils[] = {
      {'{', TagKind::raw_variable},     {'&', TagKind::raw_variable}, {'#', TagKind::section},
      {'^', TagKind::inverted_section}, {'/', TagKind::close},        {'>', TagKind::partial},
      {'<', TagKind::parent},           {'$', TagKind::block},        {'!', TagKind::comment},
      {'=', TagKind::delimiters},
  };
  for (const auto& [character, kind] : kSigils) {
    if (character == sigil) return kind;
  }
  return TagKind::variable;
}

bool is_word_character(char c) {
  return is_ascii_letter_or_digit(c) || c == '_' || c == '-';
}

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_word_character);
}

bool is_dotted_name(std::string_view name) {
  if (name == ".") return true;
  const auto parts = split(name, '.');
  return std::all_of(parts.begin(), parts.end(), is_word);
}

bool is_template_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return is_word_character(c) || c == '.' || c == '/';
  });
}

bool names_template(TagKind kind) {
  return kind == TagKind::partial || kind == TagKind::parent;
}

}  // namespace

struct TemplateLexer::Content {
  TagKind kind = TagKind::variable;
  std::string_view text;
  std::size_t end = 0;  ///< Of the whole tag.
};

TemplateLexer::TemplateLexer(SourcePath path, std::string_view text, Diagnostics& diagnostics)
    : path_(std::move(path)), text_(text), diagnostics_(diagnostics) {}

std::optional<TemplateTag> TemplateLexer::next() {
  for (;;) {
    const std::size_t begin = text_.find(open_, pos_);
    if (begin == std::string_view::npos) return std::nullopt;
    if (auto tag = read_tag(begin)) return tag;
  }
}

std::optional<TemplateTag> TemplateLexer::read_tag(std::size_t begin) {
  const auto content = find_content(begin);
  if (!content) return std::nullopt;
  TemplateTag tag{.kind = content->kind,
                  .name = {},
                  .span = span(begin, content->end - begin),
                  .begin = begin,
                  .end = content->end,
                  .lead = {}};
  pos_ = content->end;
  if (!has_good_content(tag, content->text)) return std::nullopt;
  place_on_line(tag);
  return tag;
}

/// What stands between the delimiters at `begin`. An unclosed tag is reported, and lexing goes on
/// at the next tag inside it.
std::optional<TemplateLexer::Content> TemplateLexer::find_content(std::size_t begin) {
  const std::size_t inside = begin + open_.size();
  const char sigil = inside < text_.size() ? text_[inside] : '\0';
  const TagKind kind = kind_of(sigil);
  const std::size_t content = inside + (kind == TagKind::variable ? 0 : 1);
  const std::string close = sigil == '{' ? "}" + close_ : sigil == '=' ? "=" + close_ : close_;

  const bool any_length = kind == TagKind::comment;
  const bool holds_tags = any_length || kind == TagKind::delimiters;
  const std::string_view window =
      text_.substr(std::min(content, text_.size()),
                   any_length ? std::string_view::npos : kMaxTagLength + close.size());
  const std::size_t length = window.find(close);
  const std::size_t nested = holds_tags ? std::string_view::npos : window.find(open_);
  if (length == std::string_view::npos || nested < length) {
    const bool resumes = nested != std::string_view::npos;
    pos_ = resumes ? content + nested : any_length ? text_.size() : inside;
    error(span(begin, open_.size()), "this tag is never closed",
          fmt::format("close it with {}", close));
    return std::nullopt;
  }
  return Content{kind, window.substr(0, length), content + length + close.size()};
}

bool TemplateLexer::has_good_content(TemplateTag& tag, std::string_view content) {
  if (tag.kind == TagKind::comment) return true;
  if (tag.kind == TagKind::delimiters) return set_delimiters(tag, content);
  tag.name = trim(content);
  return has_good_name(tag);
}

bool TemplateLexer::set_delimiters(const TemplateTag& tag, std::string_view content) {
  const std::string pair = collapse_space(content);
  const auto parts = split(pair, ' ');
  const bool good = parts.size() == 2 && pair.find('=') == std::string::npos && !pair.empty();
  if (good) {
    open_ = parts[0];
    close_ = parts[1];
  } else {
    error(tag.span,
          "delimiters are two words without white space and without =", "for example {{=<% %>=}}");
  }
  return good;
}

bool TemplateLexer::has_good_name(const TemplateTag& tag) {
  if (tag.name.empty()) {
    error(tag.span, "this tag is empty", "name a field of the view");
    return false;
  }
  if (names_template(tag.kind) && tag.name.front() == '*') {
    error(tag.span, "dynamic names are not supported", "name the template itself");
    return false;
  }
  // A closing tag repeats the name of what it closes, which may be a template's.
  const bool template_name = names_template(tag.kind) || tag.kind == TagKind::close;
  const bool good = template_name ? is_template_name(tag.name) : is_dotted_name(tag.name);
  if (!good) {
    error(tag.span, fmt::format("`{}` is not a name", tag.name),
          "names have letters, digits, _ and -, with dots between the parts");
  }
  return good;
}

/// Tags come in the order of the text, so the lines are counted once.
SourceSpan TemplateLexer::span(std::size_t begin, std::size_t length) {
  for (; counted_ < begin; ++counted_) {
    if (text_[counted_] != '\n') continue;
    ++line_;
    line_begin_ = counted_ + 1;
  }
  const auto column = static_cast<std::uint32_t>(begin - line_begin_ + 1);
  return {path_, line_, column, static_cast<std::uint32_t>(length)};
}

void TemplateLexer::place_on_line(TemplateTag& tag) const {
  const std::string_view before = text_.substr(line_begin_, tag.begin - line_begin_);
  tag.first_on_line = before.find_last_not_of(kBlank) == std::string_view::npos;
  if (tag.first_on_line) tag.lead = before;

  std::size_t end = std::min(text_.find_first_not_of(kBlank, tag.end), text_.size());
  if (text_.substr(end, 2) == "\r\n") ++end;
  tag.last_on_line = end == text_.size() || text_[end] == '\n';
  if (tag.last_on_line) tag.next_line = std::min(end + 1, text_.size());
}

void TemplateLexer::error(const SourceSpan& span, std::string message, std::string help) {
  diagnostics_.error("template-syntax", span, std::move(message)).with_help(std::move(help));
}

}  // namespace opsg::released
