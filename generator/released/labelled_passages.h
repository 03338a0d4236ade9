#pragma once

#include <string_view>

#include "site_passages.h"

namespace opsg::released {

/// Makes passages of one document out of a label and what is said of it.
class LabelledPassages {
 public:
  /// Borrows all but the kind.
  LabelledPassages(const PageContext& context, const PassageSink& sink, std::string_view document,
                   std::string_view kind);

  /// `path`: of the page that shows it. The label alone where the value is bare.
  void add(std::string_view path, std::string_view label, std::string_view value);

 private:
  const PageContext& context_;
  const PassageSink& sink_;
  Passage passage_;
};

}  // namespace opsg::released
