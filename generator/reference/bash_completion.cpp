#include "bash_completion.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "command_list.h"

namespace opsg::reference {
namespace {

using app::CommandReference;
using app::OptionReference;
using app::ValueKind;

constexpr const char* kBashScript = R"bash(# bash completion for {program}

{function}() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}} command='' i
  # "--option=value" arrives as three words.
  if [[ $word == '=' ]]; then
    word=''
  elif [[ $previous == '=' ]]; then
    previous=${{COMP_WORDS[COMP_CWORD - 2]}}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command ${{COMP_WORDS[i]}}" in
{steps}    esac
  done

  local words='' options='' paths=''
  case "$command $previous" in
{values}    *)
      case "$command" in
{commands}      esac
      [[ $word != -* ]] || words=$options paths=''
      ;;
  esac

  COMPREPLY=()
  case "$paths" in
    file) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
    folder) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
    *) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word") ;;
  esac
  [[ -z $paths ]] || compopt -o filenames
}}

complete -F {function} {program}
)bash";

/// The commands that follow each other: "' build') command='build' ;;".
std::string bash_steps(const std::vector<const CommandReference*>& commands) {
  std::string text;
  for (const CommandReference* command : commands) {
    for (const CommandReference& below : command->commands) {
      text += fmt::format("      '{} {}') command='{}' ;;\n", typed_behind_program(*command),
                          last_word(below), typed_behind_program(below));
    }
  }
  return text;
}

std::string offer(const OptionReference& option) {
  switch (option.kind) {
    case ValueKind::file:
      return "paths=file";
    case ValueKind::folder:
      return "paths=folder";
    case ValueKind::choice:
      return fmt::format("words='{}'", fmt::join(option.choices, " "));
    case ValueKind::text:
    case ValueKind::none:
      break;
  }
  return ":";
}

/// What may follow an option that takes a value.
std::string values(const std::vector<const CommandReference*>& commands) {
  std::string text;
  for (const CommandReference* command : commands) {
    for (const OptionReference& option : command->options) {
      if (option.kind == ValueKind::none) continue;
      std::vector<std::string> patterns;
      for (const std::string& name : option.names) {
        patterns.push_back(fmt::format("'{} {}'", typed_behind_program(*command), name));
      }
      text += fmt::format("    {}) {} ;;\n", fmt::join(patterns, " | "), offer(option));
    }
  }
  return text;
}

std::vector<std::string> option_names(const CommandReference& command) {
  std::vector<std::string> names;
  for (const OptionReference& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return names;
}

std::vector<std::string> command_names(const CommandReference& command) {
  std::vector<std::string> names;
  for (const CommandReference& below : command.commands) names.push_back(last_word(below));
  return names;
}

/// What may stand where no option asks for a value.
std::string commands_case(const std::vector<const CommandReference*>& commands) {
  std::string text;
  for (const CommandReference* command : commands) {
    const std::string argument =
        command->arguments.empty() ? "" : " " + offer(command->arguments.front());
    text += fmt::format("        '{}') options='{}' words='{}'{} ;;\n",
                        typed_behind_program(*command), fmt::join(option_names(*command), " "),
                        fmt::join(command_names(*command), " "), argument == " :" ? "" : argument);
  }
  return text;
}

}  // namespace

std::string bash_completion(const CommandReference& program) {
  const auto commands = all_commands(program);
  return fmt::format(kBashScript, fmt::arg("program", program.name),
                     fmt::arg("function", "_" + joined_name(program, '_')),
                     fmt::arg("steps", bash_steps(commands)), fmt::arg("values", values(commands)),
                     fmt::arg("commands", commands_case(commands)));
}

}  // namespace opsg::reference
