#include "help_formatter.h"

#include "cli_description.h"

namespace opsg::app {

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
  const OptionReference reference = describe(*option);
  if (reference.value_optional) return "[=" + reference.value_name + "]";
  std::string text;
  if (!reference.value_name.empty()) text += " " + reference.value_name;
  if (reference.repeatable) text += "...";
  return text;
}

std::string HelpFormatter::make_option_desc(const CLI::Option* option) const {
  const OptionReference reference = describe(*option);
  if (reference.required) return reference.doc + " (required)";
  if (reference.default_value.empty()) return reference.doc;
  return reference.doc + " [" + reference.default_value + "]";
}

}  // namespace opsg::app
