#include "command_list.h"

namespace opsg::reference {
namespace {

void append(const app::CommandReference& command,
            std::vector<const app::CommandReference*>& commands) {
  commands.push_back(&command);
  for (const app::CommandReference& below : command.commands) append(below, commands);
}

}  // namespace

std::vector<const app::CommandReference*> all_commands(const app::CommandReference& program) {
  std::vector<const app::CommandReference*> commands;
  append(program, commands);
  return commands;
}

std::string typed_behind_program(const app::CommandReference& command) {
  const std::size_t space = command.name.find(' ');
  return space == std::string::npos ? std::string() : command.name.substr(space + 1);
}

std::string last_word(const app::CommandReference& command) {
  return command.name.substr(command.name.rfind(' ') + 1);
}

std::string joined_name(const app::CommandReference& command, char separator) {
  std::string name = command.name;
  for (char& c : name) {
    if (c == ' ' || c == '-') c = separator;
  }
  return name;
}

}  // namespace opsg::reference
