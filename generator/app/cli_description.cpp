#include "cli_description.h"

#include <CLI/CLI.hpp>
#include <string_view>

#include "text.h"

namespace opsg::app {
namespace {

ValueKind value_kind(std::string_view value_name) {
  if (value_name.empty()) return ValueKind::none;
  if (value_name == "FILE") return ValueKind::file;
  if (value_name == "FOLDER") return ValueKind::folder;
  return value_name.find('|') == std::string_view::npos ? ValueKind::text : ValueKind::choice;
}

/// CLI11 adds what checks a value, in words for programmers: "INT:INT in [0 - 1024]".
std::string value_name(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return {};
  const std::string type = option.get_type_name();
  return type.substr(0, type.find(':'));
}

std::vector<std::string> names(const CLI::Option& option) {
  if (option.get_positional()) return {option.get_name(true)};
  std::vector<std::string> all;
  for (const std::string& name : option.get_snames()) all.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) all.push_back("--" + name);
  return all;
}

std::string full_name(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return parent == nullptr ? command.get_name() : full_name(*parent) + " " + command.get_name();
}

}  // namespace

OptionReference describe(const CLI::Option& option) {
  OptionReference reference;
  reference.names = names(option);
  reference.value_name = value_name(option);
  reference.kind = value_kind(reference.value_name);
  if (reference.kind == ValueKind::choice) {
    for (const std::string_view choice : split(reference.value_name, '|')) {
      reference.choices.emplace_back(choice);
    }
  }
  reference.doc = option.get_description();
  reference.default_value = option.get_default_str();
  reference.required = option.get_required();
  reference.repeatable = option.get_items_expected_max() > 1;
  reference.value_optional = !reference.value_name.empty() && option.get_items_expected_min() == 0;
  return reference;
}

CommandReference describe(const CLI::App& command) {
  CommandReference reference;
  reference.name = full_name(command);
  reference.doc = command.get_description();
  reference.footer = command.get_footer();
  for (const CLI::Option* option : command.get_options()) {
    auto& list = option->get_positional() ? reference.arguments : reference.options;
    list.push_back(describe(*option));
  }
  const auto any = [](const CLI::App*) { return true; };
  for (const CLI::App* subcommand : command.get_subcommands(any)) {
    reference.commands.push_back(describe(*subcommand));
  }
  return reference;
}

}  // namespace opsg::app
