#pragma once

#include "diagnostic.h"

namespace opsg::released {

class TemplateSet;

/// Reports partials and parents that the set lacks (`template-unknown-partial`), and overrides of
/// blocks that neither the parent nor anything it includes has (`template-unknown-block`).
void check_template_references(const TemplateSet& set, Diagnostics& diagnostics);

}  // namespace opsg::released
