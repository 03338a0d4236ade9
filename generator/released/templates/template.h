#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "diagnostic.h"
#include "result.h"
#include "safe_html.h"
#include "template_compiler.h"
#include "template_renderer.h"
#include "template_set.h"
#include "view_fields.h"

namespace opsg::released {

/// A template compiled for views of type V. Cheap to copy; does not need the set it came from.
template <class V>
class Template {
 public:
  /// Nothing where there are errors, all of which are reported: see compile_template().
  static std::optional<Template> compile(const TemplateSet& set, std::string_view name,
                                         Diagnostics& diagnostics) {
    auto program = compile_template(set, name, view_type_of<V>(), diagnostics);
    if (!program) return std::nullopt;
    return Template(std::move(program));
  }

  /// May be called from many threads at once.
  Result<SafeHtml> render(const V& view) const {
    return TemplateRenderer::render(*program_, &view);
  }

 private:
  explicit Template(std::shared_ptr<const TemplateProgram> program)
      : program_(std::move(program)) {}

  std::shared_ptr<const TemplateProgram> program_;
};

}  // namespace opsg::released
