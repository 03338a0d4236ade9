#include "template_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "template_indentation.h"
#include "template_lexer.h"
#include "text.h"

namespace opsg::released {
namespace {

constexpr std::size_t kMaxNesting = 128;

/// The white space before and after a tag that belongs to the tag and is not shown.
struct ClaimedSpace {
  bool lead = false;
  bool line_end = false;
};

/// A section, block or parent whose closing tag is still to come.
struct OpenElement {
  TemplateTag tag;
  bool overrides_block = false;
  std::string indent;
  std::string dedent;  ///< Taken off every line inside: an override's own indentation.
  TemplateNodes body;
  std::vector<BlockNode> overrides;
};

std::string_view element_name(TagKind kind) {
  switch (kind) {
    case TagKind::inverted_section:
      return "inverted section";
    case TagKind::block:
      return "block";
    case TagKind::parent:
      return "parent";
    default:
      return "section";
  }
}

class TemplateParser {
 public:
  TemplateParser(const TemplateSource& source, Diagnostics& diagnostics)
      : text_(source.text),
        diagnostics_(diagnostics),
        lexer_(source.path, source.text, diagnostics) {
    open_.emplace_back();
  }

  TemplateNodes parse();

 private:
  OpenElement& top() { return open_.back(); }
  bool inside_parent() { return open_.size() > 1 && top().tag.kind == TagKind::parent; }

  void take_tag(const TemplateTag& tag);
  ClaimedSpace claimed_space(const TemplateTag& tag);
  ClaimedSpace space_of_close(const TemplateTag& tag);
  void take_text(std::size_t end, bool line_is_shown);
  void add_node(const TemplateTag& tag);
  void open(const TemplateTag& tag);
  void close(const TemplateTag& tag);
  bool find_opening(const TemplateTag& tag);
  void close_section(OpenElement element);
  void close_parent(OpenElement element, const TemplateTag& tag);
  void close_block(OpenElement element);
  void refuse_double_overrides(const std::vector<BlockNode>& overrides);
  std::string block_indent(const OpenElement& element) const;
  void refuse_inside_parent(const TemplateTag& tag);
  void report_unclosed(const OpenElement& element);
  Diagnostic& error(const SourceSpan& span, std::string message);

  std::string_view text_;
  Diagnostics& diagnostics_;
  TemplateLexer lexer_;
  std::vector<OpenElement> open_;  ///< The first stands for the template itself.
  std::size_t pos_ = 0;            ///< Everything before it is in a node.
  bool too_deep_ = false;
};

TemplateNodes TemplateParser::parse() {
  while (!too_deep_) {
    const auto tag = lexer_.next();
    if (!tag) break;
    take_tag(*tag);
  }
  take_text(text_.size(), false);
  for (; open_.size() > 1; open_.pop_back()) {
    if (!too_deep_) report_unclosed(top());
  }
  return std::move(top().body);
}

void TemplateParser::take_tag(const TemplateTag& tag) {
  const ClaimedSpace claimed = claimed_space(tag);
  const std::size_t text_end = tag.begin - (claimed.lead ? tag.lead.size() : 0);
  if (inside_parent()) {
    refuse_inside_parent(tag);
  } else {
    take_text(text_end, !claimed.lead);
  }
  add_node(tag);
  pos_ = claimed.line_end ? tag.next_line : tag.end;
}

/// The specification's standalone lines. A parent is standalone if its opening tag is the first of
/// a line and its closing tag the last of one. A block that is the first on its line hands the
/// white space before it to its content, whatever follows.
ClaimedSpace TemplateParser::claimed_space(const TemplateTag& tag) {
  const bool alone = tag.alone_on_line();
  switch (tag.kind) {
    case TagKind::variable:
    case TagKind::raw_variable:
      return {};
    case TagKind::parent:
      return {tag.first_on_line, false};
    case TagKind::block:
      return {tag.first_on_line, inside_parent() ? tag.last_on_line : alone};
    case TagKind::close:
      return space_of_close(tag);
    default:
      return {alone, alone};
  }
}

ClaimedSpace TemplateParser::space_of_close(const TemplateTag& tag) {
  if (inside_parent()) return {false, top().tag.first_on_line && tag.last_on_line};
  // Whatever stands after an override lies inside the parent and is not shown.
  if (top().overrides_block) return {tag.first_on_line, false};
  return {tag.alone_on_line(), tag.alone_on_line()};
}

/// `line_is_shown`: something of the line follows the text. If the line begins there, an empty
/// text marks the place for its indentation.
void TemplateParser::take_text(std::size_t end, bool line_is_shown) {
  const auto starts_line = [&](std::size_t at) { return at == 0 || text_[at - 1] == '\n'; };
  if (pos_ < end) {
    const std::string_view text = text_.substr(pos_, end - pos_);
    const bool starts = starts_line(pos_);
    top().body.push_back({TextNode{dedented(text, starts, top().dedent), starts}});
  }
  if (line_is_shown && starts_line(end)) top().body.push_back({TextNode{"", true}});
}

void TemplateParser::add_node(const TemplateTag& tag) {
  const std::string name(tag.name);
  switch (tag.kind) {
    case TagKind::comment:
    case TagKind::delimiters:
      return;
    case TagKind::variable:
    case TagKind::raw_variable:
      top().body.push_back({VariableNode{name, tag.kind == TagKind::raw_variable, tag.span}});
      return;
    case TagKind::partial: {
      TemplateIndent indent;
      if (tag.alone_on_line()) indent = without_dedent(tag.lead, top().dedent);
      top().body.push_back({PartialNode{name, std::move(indent), tag.span}});
      return;
    }
    case TagKind::close:
      return close(tag);
    default:
      return open(tag);
  }
}

void TemplateParser::open(const TemplateTag& tag) {
  if (open_.size() > kMaxNesting) {
    too_deep_ = true;
    error(tag.span, fmt::format("sections nest more than {} deep here", kMaxNesting))
        .with_help("move the inner ones to a partial");
    return;
  }
  OpenElement element;
  element.tag = tag;
  element.overrides_block = inside_parent() && tag.kind == TagKind::block;
  element.dedent = top().dedent;
  if (element.overrides_block) {
    element.dedent = tag.last_on_line ? first_indentation(text_.substr(tag.next_line)) : "";
  }
  element.indent = without_dedent(tag.lead, top().dedent);
  open_.push_back(std::move(element));
}

void TemplateParser::close(const TemplateTag& tag) {
  if (!find_opening(tag)) return;
  OpenElement element = std::move(top());
  open_.pop_back();
  switch (element.tag.kind) {
    case TagKind::parent:
      return close_parent(std::move(element), tag);
    case TagKind::block:
      return close_block(std::move(element));
    default:
      return close_section(std::move(element));
  }
}

/// Makes the element that `tag` closes the topmost one. A name that no element has is taken for a
/// slip in the closing tag of the topmost.
bool TemplateParser::find_opening(const TemplateTag& tag) {
  if (open_.size() == 1) {
    error(tag.span, fmt::format("nothing is open that `{}` could close", tag.name))
        .with_help("remove the tag, or open the section before it");
    return false;
  }
  const auto has_name = [&](const OpenElement& element) { return element.tag.name == tag.name; };
  if (std::none_of(open_.begin() + 1, open_.end(), has_name)) {
    const TemplateTag& opening = top().tag;
    error(tag.span, fmt::format("this closes `{}`, but {} `{}` is open", tag.name,
                                element_name(opening.kind), opening.name))
        .note("opened here", opening.span)
        .with_help(fmt::format("close it with {{{{/{}}}}}", opening.name));
    return true;
  }
  for (; !has_name(top()); open_.pop_back()) report_unclosed(top());
  return true;
}

void TemplateParser::close_section(OpenElement element) {
  const bool inverted = element.tag.kind == TagKind::inverted_section;
  top().body.push_back({SectionNode{std::string(element.tag.name), inverted,
                                    std::move(element.body), element.tag.span}});
}

void TemplateParser::close_parent(OpenElement element, const TemplateTag& tag) {
  refuse_double_overrides(element.overrides);
  TemplateIndent indent;
  if (element.tag.first_on_line && tag.last_on_line) {
    indent = std::move(element.indent);
  } else if (element.tag.first_on_line) {
    top().body.push_back({TextNode{std::move(element.indent), true}});
  }
  top().body.push_back({ParentNode{std::string(element.tag.name), std::move(indent),
                                   std::move(element.overrides), element.tag.span}});
}

void TemplateParser::close_block(OpenElement element) {
  BlockNode block{.name = std::string(element.tag.name),
                  .indent = {},
                  .begins_line = element.tag.last_on_line,
                  .body = {},
                  .span = element.tag.span};
  if (element.tag.first_on_line) block.indent = block_indent(element);
  const bool default_shares_line = element.tag.first_on_line && !element.tag.last_on_line;
  if (default_shares_line && !element.overrides_block) {
    element.body.insert(element.body.begin(), {TextNode{element.indent, true}});
  }
  block.body = std::move(element.body);
  if (element.overrides_block) {
    top().overrides.push_back(std::move(block));
  } else {
    top().body.push_back({std::move(block)});
  }
}

/// What overrides a block is indented as the default content was, or else as the block's tag.
std::string TemplateParser::block_indent(const OpenElement& element) const {
  if (!element.tag.last_on_line || element.body.empty()) return element.indent;
  const std::string_view content = first_indentation(text_.substr(element.tag.next_line));
  return std::string(without_dedent(content, element.dedent));
}

void TemplateParser::refuse_double_overrides(const std::vector<BlockNode>& overrides) {
  std::map<std::string_view, const BlockNode*> seen;
  for (const BlockNode& block : overrides) {
    const auto [first, is_new] = seen.try_emplace(block.name, &block);
    if (is_new) continue;
    error(block.span, fmt::format("block `{}` is overridden twice", block.name))
        .note("overridden here before", first->second->span)
        .with_help("keep one of the two");
  }
}

/// The specification has text inside a parent ignored; a tag there can only be a mistake.
void TemplateParser::refuse_inside_parent(const TemplateTag& tag) {
  const bool allowed = tag.kind == TagKind::block || tag.kind == TagKind::close ||
                       tag.kind == TagKind::comment || tag.kind == TagKind::delimiters;
  if (allowed) return;
  error(tag.span, fmt::format("this would never be shown: only blocks count inside parent `{}`",
                              top().tag.name))
      .with_help("move it into a block");
}

void TemplateParser::report_unclosed(const OpenElement& element) {
  error(element.tag.span,
        fmt::format("{} `{}` is never closed", element_name(element.tag.kind), element.tag.name))
      .with_help(fmt::format("close it with {{{{/{}}}}}", element.tag.name));
}

Diagnostic& TemplateParser::error(const SourceSpan& span, std::string message) {
  return diagnostics_.error("template-syntax", span, std::move(message));
}

std::size_t valid_prefix(std::string_view line) {
  std::size_t valid = 0;
  for (std::size_t next = 1; next <= 4 && valid + next <= line.size();) {
    const bool whole = line[valid] != '\0' && is_valid_utf8(line.substr(valid, next));
    valid += whole ? next : 0;
    next = whole ? 1 : next + 1;
  }
  return valid;
}

/// Where the first byte is that no text has, if there is one.
std::optional<SourceSpan> find_bad_byte(const TemplateSource& source) {
  const bool good = is_valid_utf8(source.text) && source.text.find('\0') == std::string::npos;
  if (good) return std::nullopt;
  std::uint32_t number = 1;
  for (std::string_view line : split(source.text, '\n')) {
    const std::size_t valid = valid_prefix(line);
    const auto column = static_cast<std::uint32_t>(valid + 1);
    if (valid < line.size()) return SourceSpan{source.path, number, column, 1};
    ++number;
  }
  return std::nullopt;
}

}  // namespace

TemplateTree parse_template(const TemplateSource& source, Diagnostics& diagnostics) {
  TemplateTree tree{source.name, source.path, {}, false};
  Diagnostics found;
  if (const auto bad = find_bad_byte(source)) {
    found.error("template-syntax", *bad, "this byte is not text")
        .with_help("save the template as UTF-8");
  } else {
    tree.nodes = TemplateParser(source, found).parse();
  }
  tree.broken = found.has_errors();
  diagnostics.append(std::move(found));
  return tree;
}

}  // namespace opsg::released
