#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "template_ast.h"
#include "view_type.h"

namespace opsg::released {

/// Where to find a value while rendering. A slot holds the innermost context of one type.
struct ValuePath {
  std::size_t slot = 0;
  std::vector<const ViewField*> fields;
  const ViewType* type = nullptr;
};

/// The index of a body in its program.
using BodyId = std::size_t;

struct TextInstruction {
  std::string text;
  bool starts_line = false;
};

struct ValueInstruction {
  ValuePath path;
  bool escapes = true;
};

struct SectionInstruction {
  ValuePath path;
  bool inverted = false;
  std::optional<std::size_t> slot;  ///< Where the body's context goes, if it gets one.
  BodyId body = 0;
};

/// Renders a template, or what overrides a block, with an indentation of its own.
struct IncludeInstruction {
  BodyId body = 0;
  TemplateIndent indent;
  bool begins_line = false;  ///< The line's indentation comes before the body.
};

using TemplateInstruction =
    std::variant<TextInstruction, ValueInstruction, SectionInstruction, IncludeInstruction>;
using TemplateBody = std::vector<TemplateInstruction>;

/// A template compiled for one type of view, with all that it includes. All names are resolved;
/// it is never changed, and refers to nothing but view types.
struct TemplateProgram {
  std::string name;
  std::vector<TemplateBody> bodies;
  BodyId root = 0;
  std::size_t slots = 1;  ///< Slot 0 is the page's.
  std::size_t text_size = 0;
};

}  // namespace opsg::released
