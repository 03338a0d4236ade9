#include "fish_completion.h"

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

constexpr const char* kFishScript = R"fish(# fish completion for {program}

function __{function}_at --description 'Whether the command typed so far is this one'
    set -l command ''
    for word in (commandline --tokenize --cut-at-cursor --current-process)[2..-1]
        switch "$command $word"
{steps}        end
    end
    test "$command" = "$argv"
end

complete -c {program} -f
{completions})fish";

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fish_steps(const std::vector<const CommandReference*>& commands) {
  std::string text;
  for (const CommandReference* command : commands) {
    for (const CommandReference& below : command->commands) {
      text += fmt::format("            case '{} {}'\n                set command '{}'\n",
                          typed_behind_program(*command), last_word(below),
                          typed_behind_program(below));
    }
  }
  return text;
}

std::string values(const OptionReference& option) {
  switch (option.kind) {
    case ValueKind::file:
      return option.value_optional ? " -F" : " -r -F";
    case ValueKind::folder:
      return " -x -a '(__fish_complete_directories)'";
    case ValueKind::choice:
      return fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
    case ValueKind::text:
      return " -x";
    case ValueKind::none:
      break;
  }
  return {};
}

/// "complete -c opsg-site -n '__opsg_site_at build'".
std::string line_start(const CommandReference& program, const CommandReference& command) {
  return fmt::format("complete -c {} -n \"__{}_at '{}'\"", program.name, joined_name(program, '_'),
                     typed_behind_program(command));
}

std::string option_line(const std::string& start, const OptionReference& option) {
  std::string names;
  for (const std::string& name : option.names) {
    const bool is_long = name.starts_with("--");
    names += fmt::format(" -{} {}", is_long ? 'l' : 's', name.substr(is_long ? 2 : 1));
  }
  return fmt::format("{}{} -d {}{}\n", start, names, single_quoted(option.doc), values(option));
}

std::string argument_line(const std::string& start, const OptionReference& argument) {
  if (argument.kind == ValueKind::text) return {};
  const std::string offered = argument.kind == ValueKind::file ? " -F" : values(argument);
  return start + offered + "\n";
}

std::string completions(const CommandReference& program, const CommandReference& command) {
  const std::string start = line_start(program, command);
  std::string text;
  for (const CommandReference& below : command.commands) {
    const std::string_view doc = below.doc;
    text += fmt::format("{} -a {} -d {}\n", start, last_word(below),
                        single_quoted(doc.substr(0, doc.find('\n'))));
  }
  for (const OptionReference& option : command.options) text += option_line(start, option);
  for (const OptionReference& argument : command.arguments) text += argument_line(start, argument);
  return text;
}

}  // namespace

std::string fish_completion(const CommandReference& program) {
  const auto commands = all_commands(program);
  std::string lines;
  for (const CommandReference* command : commands) lines += completions(program, *command);
  return fmt::format(kFishScript, fmt::arg("program", program.name),
                     fmt::arg("function", joined_name(program, '_')),
                     fmt::arg("steps", fish_steps(commands)), fmt::arg("completions", lines));
}

}  // namespace opsg::reference
