#pragma once

#include "result.h"
#include "safe_html.h"
#include "template_program.h"

namespace opsg::released {

/// Runs compiled templates. The program is only read, so that many threads may share it.
class TemplateRenderer {
 public:
  /// `view` must be of the type that the program was compiled for. Fails, with a message for the
  /// user, where a recursive view nests too deep or the output grows beyond all measure.
  static Result<SafeHtml> render(const TemplateProgram& program, const void* view);
};

}  // namespace opsg::released
