#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "source_span.h"

namespace opsg::released {

struct TemplateNode;
using TemplateNodes = std::vector<TemplateNode>;

/// The indentation that a tag hands on to what it includes. Nothing where the tag shares its line
/// with text before it: what it includes is then not indented at all.
using TemplateIndent = std::optional<std::string>;

struct TextNode {
  std::string text;
  bool starts_line = false;  ///< Its first byte begins a line of the template.
};

struct VariableNode {
  std::string name;
  bool raw = false;  ///< {{{name}}} or {{&name}}
  SourceSpan span;
};

struct SectionNode {
  std::string name;
  bool inverted = false;
  TemplateNodes body;
  SourceSpan span;
};

struct PartialNode {
  std::string name;
  TemplateIndent indent;
  SourceSpan span;
};

/// A block with its default content; inside a parent, what overrides the block of that name.
struct BlockNode {
  std::string name;
  TemplateIndent indent;
  bool begins_line = false;  ///< The content begins on the line after the tag.
  TemplateNodes body;
  SourceSpan span;
};

struct ParentNode {
  std::string name;
  TemplateIndent indent;
  std::vector<BlockNode> overrides;
  SourceSpan span;
};

struct TemplateNode {
  std::variant<TextNode, VariableNode, SectionNode, PartialNode, BlockNode, ParentNode> value;
};

/// One parsed template. A broken one has syntax errors, and is good for nothing else.
struct TemplateTree {
  std::string name;
  SourcePath path;
  TemplateNodes nodes;
  bool broken = false;
};

}  // namespace opsg::released
