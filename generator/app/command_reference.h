#pragma once

#include <string>
#include <vector>

namespace opsg::app {

enum class ValueKind { none, text, file, folder, choice };

/// An option, or an argument, which has no dashes before its name.
struct OptionReference {
  std::vector<std::string> names;  ///< "-q" and "--quiet"; of an argument, its only name.
  ValueKind kind = ValueKind::none;
  std::string value_name;            ///< "FILE", "auto|always|never"; empty without a value.
  std::vector<std::string> choices;  ///< All values, where the kind is choice.
  std::string doc;
  std::string default_value;  ///< Empty where there is none, or where the doc tells it.
  bool required = false;
  bool repeatable = false;
  bool value_optional = false;  ///< Its name alone is enough; a value stands behind "=".
};

/// A command with all that may follow it, in the order of the program's help.
struct CommandReference {
  std::string name;  ///< With the commands that it belongs to: "opsg-site new meeting".
  std::string doc;
  std::string footer;  ///< What help ends with.
  std::vector<OptionReference> options;
  std::vector<OptionReference> arguments;
  std::vector<CommandReference> commands;
};

}  // namespace opsg::app
