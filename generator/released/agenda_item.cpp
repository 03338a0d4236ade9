#include "agenda_item.h"

#include <algorithm>

#include "normalised_text.h"
#include "party_list.h"
#include "text.h"

namespace opsg::released {
namespace {

constexpr std::size_t kMostDigits = 3;

std::size_t digits_at(std::string_view text) {
  const auto end =
      std::find_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
  return static_cast<std::size_t>(end - text.begin());
}

/// The length of the number that the text begins with, 0 where there is none. A final dot is not a
/// part of it.
std::size_t number_length(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t digits = digits_at(text.substr(at));
    if (digits == 0) break;
    if (digits > kMostDigits) return 0;
    end = at + digits;
    if (end >= text.size() || text[end] != '.') break;
    at = end + 1;
  }
  return end;
}

std::string_view without_final_colon(std::string_view title) {
  title = trim(title);
  if (title.ends_with(':')) title.remove_suffix(1);
  return trim(title);
}

/// "3 - Reports" is the item 3 called "Reports", but "3 - 5 Reports" are several.
std::string_view without_dash(std::string_view title) {
  title = trim(title);
  for (const std::string_view dash : {"- ", "\u2013 ", "\u2014 "}) {
    if (!title.starts_with(dash)) continue;
    const std::string_view rest = trim(title.substr(dash.size()));
    return digits_at(rest) == 0 ? rest : title;
  }
  return title;
}

/// Takes a trailing "(SECAS/DCC)" off the title, if all of it is known parties and a title remains.
std::vector<std::string> take_sponsors(std::string_view& title, const Vocabulary& vocabulary) {
  const std::size_t open = title.rfind('(');
  if (!title.ends_with(')') || open == std::string_view::npos) return {};
  const std::string_view rest = without_final_colon(title.substr(0, open));
  PartyList list = read_party_list(title.substr(open + 1, title.size() - open - 2), vocabulary);
  if (rest.empty() || !list.all_known()) return {};
  title = rest;
  return std::move(list.names);
}

}  // namespace

std::optional<ItemHeading> read_item_heading(std::string_view written,
                                             const Vocabulary& vocabulary) {
  const NormalisedText normalised(written);
  const std::string_view text = trim(normalised.text());
  const std::size_t number = number_length(text);
  if (number == 0) return std::nullopt;
  std::string_view rest = text.substr(number);
  if (rest.starts_with('.')) rest.remove_prefix(1);
  if (!rest.starts_with(' ')) return std::nullopt;
  std::string_view title = without_final_colon(without_dash(rest));
  if (title.empty()) return std::nullopt;

  ItemHeading heading;
  heading.number = text.substr(0, number);
  heading.sponsors = take_sponsors(title, vocabulary);
  heading.title = collapse_space(title);
  return heading;
}

}  // namespace opsg::released
