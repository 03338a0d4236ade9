#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "source_span.h"
#include "template_ast.h"
#include "template_parser.h"

namespace opsg::released {

/// The templates of a theme, parsed. A tag names a template by its name with or without ".html".
class TemplateSet {
 public:
  /// Of two sources with one name the first counts, so a site's own templates go before those of
  /// its theme. Reports `template-syntax`, `template-unknown-partial` and
  /// `template-unknown-block`. `folder` is where a template that is missing is said to be missing.
  static TemplateSet load(SourcePath folder, const std::vector<TemplateSource>& sources,
                          Diagnostics& diagnostics);

  const TemplateTree* find(std::string_view name) const;
  const std::map<std::string, TemplateTree, std::less<>>& trees() const { return trees_; }
  std::vector<std::string> names() const;
  const SourcePath& folder() const { return folder_; }

 private:
  SourcePath folder_;
  std::map<std::string, TemplateTree, std::less<>> trees_;
};

}  // namespace opsg::released
