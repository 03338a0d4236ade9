#include "zsh_completion.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <vector>

#include "command_list.h"

namespace opsg::reference {
namespace {

using app::CommandReference;
using app::OptionReference;
using app::ValueKind;

/// Text between single quotes, with what _arguments and _describe take for their own escaped.
std::string quoted_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string completer(const OptionReference& option) {
  switch (option.kind) {
    case ValueKind::file:
      return "_files";
    case ValueKind::folder:
      return "_files -/";
    case ValueKind::choice:
      return fmt::format("({})", fmt::join(option.choices, " "));
    case ValueKind::text:
    case ValueKind::none:
      break;
  }
  return " ";
}

/// Tells zsh where the value stands: in the same word or in the next one; if it is optional, in the
/// same word alone.
std::string_view value_mark(const OptionReference& option, std::string_view name) {
  if (option.value_optional) return "=-";
  return name.starts_with("--") ? "=" : "+";
}

std::string value_spec(const OptionReference& option) {
  return fmt::format("{}:{}:{}", option.value_optional ? ":" : "", quoted_text(option.value_name),
                     completer(option));
}

/// "'--config=[The site]:FILE:_files'", or "'(-q --quiet)'{-q,--quiet}'[Print less]'".
std::string option_spec(const OptionReference& option) {
  const bool has_value = option.kind != ValueKind::none;
  std::vector<std::string> names;
  for (const std::string& name : option.names) {
    names.push_back(has_value ? fmt::format("{}{}", name, value_mark(option, name)) : name);
  }
  const std::string value = has_value ? value_spec(option) : "";
  const std::string doc = fmt::format("[{}]{}", quoted_text(option.doc), value);
  const std::string repeats = option.repeatable ? "*" : "";
  if (names.size() == 1) return fmt::format("'{}{}{}'", repeats, names.front(), doc);
  const std::string excluded =
      option.repeatable ? "*" : fmt::format("({})", fmt::join(option.names, " "));
  return fmt::format("'{}'{{{}}}'{}'", excluded, fmt::join(names, ","), doc);
}

std::string argument_spec(const OptionReference& argument) {
  const std::string_view place = argument.repeatable ? "*" : argument.required ? "1" : "1:";
  return fmt::format("'{}:{}:{}'", place, quoted_text(argument.names.front()), completer(argument));
}

std::string function_name(const CommandReference& command) {
  return "_" + joined_name(command, '_');
}

std::string specs(const CommandReference& command) {
  std::string text;
  for (const OptionReference& option : command.options) {
    text += fmt::format(" \\\n    {}", option_spec(option));
  }
  for (const OptionReference& argument : command.arguments) {
    text += fmt::format(" \\\n    {}", argument_spec(argument));
  }
  return text;
}

std::string leaf_function(const CommandReference& command) {
  return fmt::format("{}() {{\n  _arguments -s -S{}\n}}\n", function_name(command), specs(command));
}

constexpr const char* kBranch = R"zsh({function}() {{
  local curcontext="$curcontext" state line
  local -a commands=(
{commands}  )
  _arguments -C -s -S{specs} \
    '1:command:->command' \
    '*::argument:->argument'
  case "$state" in
    command) _describe -t commands command commands ;;
    argument)
      case "$line[1]" in
{calls}      esac
      ;;
  esac
}}
)zsh";

std::string branch_function(const CommandReference& command) {
  std::string commands;
  std::string calls;
  for (const CommandReference& below : command.commands) {
    const std::string_view doc = below.doc;
    commands +=
        fmt::format("    '{}:{}'\n", last_word(below), quoted_text(doc.substr(0, doc.find('\n'))));
    calls += fmt::format("        {}) {} ;;\n", last_word(below), function_name(below));
  }
  return fmt::format(kBranch, fmt::arg("function", function_name(command)),
                     fmt::arg("commands", commands), fmt::arg("specs", specs(command)),
                     fmt::arg("calls", calls));
}

}  // namespace

std::string zsh_completion(const CommandReference& program) {
  std::string text = fmt::format("#compdef {}\n", program.name);
  for (const CommandReference* command : all_commands(program)) {
    text += "\n";
    text += command->commands.empty() ? leaf_function(*command) : branch_function(*command);
  }
  return text + fmt::format("\n{} \"$@\"\n", function_name(program));
}

}  // namespace opsg::reference
