#include "labelled_passages.h"

#include <fmt/format.h>

#include "data_entry_columns.h"
#include "text.h"

namespace opsg::released {

LabelledPassages::LabelledPassages(const PageContext& context, const PassageSink& sink,
                                   std::string_view document, std::string_view kind)
    : context_(context), sink_(sink) {
  passage_.document = document;
  passage_.kind = kind;
}

void LabelledPassages::add(std::string_view path, std::string_view label, std::string_view value) {
  const bool bare = trim(value).empty();
  passage_.text = bare ? label : collapse_space(fmt::format("{}: {}", label, value));
  passage_.url = data_url(context_, path);
  sink_(passage_);
}

}  // namespace opsg::released
