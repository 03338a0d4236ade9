#include "reference_files.h"

#include <regex>
#include <set>
#include <string>

#include "catch2.h"
#include "command_line.h"
#include "command_list.h"
#include "small_program.h"

namespace opsg::reference {
namespace {

TEST_CASE("Every command has a page, and every shell a script") {
  std::set<std::string> paths;
  for (const ReferenceFile& file : reference_files(small_program(), "brush 1.0")) {
    CHECK_FALSE(file.text.empty());
    paths.insert(file.path.string());
  }
  CHECK(paths == std::set<std::string>{"man/brush.1", "man/brush-paint.1", "man/brush-show.1",
                                       "man/brush-show-all.1", "bash/brush", "fish/brush.fish",
                                       "zsh/_brush"});
}

// Completions go by how help names a value: a FILE, a FOLDER, or a choice of names.
TEST_CASE("Each option of opsg-site is explained, and names its value as a person would") {
  const std::regex value_name("[A-Z]+|[a-z-]+(\\|[a-z-]+)+");
  const std::set<std::string> of_programmers = {"BOOLEAN", "FLOAT", "INT", "UINT"};
  const app::CommandReference program = app::describe_program();
  CHECK(program.name == "opsg-site");
  for (const app::CommandReference* command : all_commands(program)) {
    INFO(command->name);
    CHECK_FALSE(command->doc.empty());
    for (const auto* options : {&command->options, &command->arguments}) {
      for (const app::OptionReference& option : *options) {
        INFO(option.names.front() << " " << option.value_name);
        CHECK_FALSE(option.doc.empty());
        if (option.kind == app::ValueKind::none) continue;
        CHECK(std::regex_match(option.value_name, value_name));
        CHECK_FALSE(of_programmers.contains(option.value_name));
        CHECK(option.choices.empty() == (option.kind != app::ValueKind::choice));
      }
    }
  }
}

}  // namespace
}  // namespace opsg::reference
