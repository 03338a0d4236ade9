#include "agenda_items.h"

#include <algorithm>
#include <variant>

#include "ascii.h"
#include "text.h"

namespace opsg::restricted {
namespace {

bool is_digit_or_dot(char c) {
  return is_ascii_digit(c) || c == '.';
}

std::string item_number(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit_or_dot);
  std::string number(text.begin(), end);
  while (number.ends_with('.')) number.pop_back();
  return number;
}

void keep_items_of(TomlTable& attendee, const std::set<std::string>& numbers) {
  TomlValue* value = attendee.find("items");
  TomlArray* items = value ? std::get_if<TomlArray>(&value->variant()) : nullptr;
  if (!items) return;
  std::erase_if(*items, [&](const TomlValue& item) {
    return !item.string() || !numbers.contains(item_number(trim(*item.string())));
  });
  if (!items->empty()) return;
  std::erase_if(attendee.entries, [](const auto& entry) { return entry.first.name == "items"; });
}

}  // namespace

void add_item_numbers(std::string_view markdown, std::set<std::string>& numbers) {
  for (const std::string_view line : split_lines(markdown)) {
    const std::string_view text = trim(line);
    const auto title = text.find_first_not_of('#');
    if (title == 0 || title == std::string_view::npos) continue;
    const std::string number = item_number(trim(text.substr(title)));
    if (!number.empty()) numbers.insert(number);
  }
}

void keep_items(TomlTable& facts, const std::set<std::string>& numbers) {
  TomlValue* value = facts.find("attendance");
  TomlArray* attendance = value ? std::get_if<TomlArray>(&value->variant()) : nullptr;
  if (!attendance) return;
  for (TomlValue& entry : *attendance) {
    TomlTable* attendee = std::get_if<TomlTable>(&entry.variant());
    if (attendee) keep_items_of(*attendee, numbers);
  }
}

}  // namespace opsg::restricted
