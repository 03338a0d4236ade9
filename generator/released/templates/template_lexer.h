#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic.h"
#include "source_span.h"

namespace opsg::released {

enum class TagKind {
  variable,
  raw_variable,
  section,
  inverted_section,
  close,
  partial,
  parent,
  block,
  comment,
  delimiters,
};

struct TemplateTag {
  TagKind kind = TagKind::variable;
  std::string_view name;
  SourceSpan span;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool first_on_line = false;  ///< Only white space stands before it on its line.
  std::string_view lead;       ///< That white space.
  bool last_on_line = false;   ///< Only white space stands after it on its line.
  std::size_t next_line = 0;   ///< Where the next line begins, if it is the last on its own.

  bool alone_on_line() const { return first_on_line && last_on_line; }
};

/// Finds the tags of a template, obeying its delimiter tags. A tag that is wrong is reported as
/// `template-syntax` and left out.
class TemplateLexer {
 public:
  /// `text` must outlive the lexer and its tags.
  TemplateLexer(SourcePath path, std::string_view text, Diagnostics& diagnostics);

  /// Nothing after the last tag.
  std::optional<TemplateTag> next();

 private:
  struct Content;

  std::optional<Content> find_content(std::size_t begin);
  std::optional<TemplateTag> read_tag(std::size_t begin);
  bool has_good_content(TemplateTag& tag, std::string_view content);
  bool set_delimiters(const TemplateTag& tag, std::string_view content);
  bool has_good_name(const TemplateTag& tag);
  SourceSpan span(std::size_t begin, std::size_t length);
  void place_on_line(TemplateTag& tag) const;
  void error(const SourceSpan& span, std::string message, std::string help);

  SourcePath path_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::string open_ = "{{";
  std::string close_ = "}}";
  std::size_t pos_ = 0;
  std::uint32_t line_ = 1;
  std::size_t line_begin_ = 0;
  std::size_t counted_ = 0;  ///< Lines are counted up to here.
};

}  // namespace opsg::released
