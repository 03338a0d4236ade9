#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace opsg::app {

/// A value and the name that it has on the command line, in lower case.
template <typename Value>
struct Choice {
  std::string name;
  Value value;
};

template <typename Value>
std::optional<Value> chosen_value(const std::vector<Choice<Value>>& choices,
                                  const std::string& name) {
  for (const Choice<Value>& choice : choices) {
    if (choice.name == CLI::detail::to_lower(name)) return choice.value;
  }
  return std::nullopt;
}

template <typename Value>
std::string join_names(const std::vector<Choice<Value>>& choices, std::string_view separator) {
  std::vector<std::string_view> names;
  for (const Choice<Value>& choice : choices) names.push_back(choice.name);
  return fmt::format("{}", fmt::join(names, separator));
}

/// Adds an option whose value is one of a few names, in upper or lower case. `target` is what
/// `Value` can be assigned to, and outlives the parsing.
template <typename Value, typename Target>
CLI::Option* add_choice(CLI::App& command, const std::string& name, Target& target,
                        std::vector<Choice<Value>> choices, const std::string& description) {
  const auto refuse_others = [choices](const std::string& text) {
    if (chosen_value(choices, text)) return std::string();
    return fmt::format("`{}` is none of {}", text, join_names(choices, ", "));
  };
  const auto assign = [choices, &target](const std::string& text) {
    target = *chosen_value(choices, text);
  };
  return command.add_option_function<std::string>(name, assign, description)
      ->check(refuse_others)
      ->type_name(join_names(choices, "|"));
}

}  // namespace opsg::app
