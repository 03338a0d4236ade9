#include "natural_order.h"

#include <algorithm>
#include <cstddef>

#include "ascii.h"

namespace opsg::released {
namespace {

/// Takes the digits that `rest` starts with.
std::string_view take_number(std::string_view& rest) {
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_ascii_digit);
  const std::string_view digits = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  rest.remove_prefix(digits.size());
  return digits;
}

std::strong_ordering compare_numbers(std::string_view a, std::string_view b) {
  a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
  b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
  const auto by_length = a.size() <=> b.size();
  return by_length != 0 ? by_length : a <=> b;
}

}  // namespace

std::strong_ordering natural_order(std::string_view a, std::string_view b) {
  std::string_view left = a;
  std::string_view right = b;
  while (!left.empty() && !right.empty()) {
    if (is_ascii_digit(left.front()) && is_ascii_digit(right.front())) {
      const auto order = compare_numbers(take_number(left), take_number(right));
      if (order != 0) return order;
    } else if (left.front() != right.front()) {
      return static_cast<unsigned char>(left.front()) <=> static_cast<unsigned char>(right.front());
    } else {
      left.remove_prefix(1);
      right.remove_prefix(1);
    }
  }
  const auto by_length = left.size() <=> right.size();
  return by_length != 0 ? by_length : a <=> b;
}

}  // namespace opsg::released
