#include "party_list.h"

#include <algorithm>
#include <array>

#include "normalised_text.h"
#include "text.h"

namespace opsg::released {
namespace {

constexpr std::array<std::string_view, 5> kJoints = {" and ", " & ", "/", ",", ";"};
/// Of so many parts between joints a single name may consist.
constexpr std::size_t kMostParts = 4;

/// Parts of a list, as views of the whole: two neighbours and what is between them join again.
std::vector<std::string_view> split_at_joints(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto joint = std::find_if(kJoints.begin(), kJoints.end(), [&](std::string_view word) {
      return starts_with_ignoring_case(text.substr(at), word);
    });
    if (joint == kJoints.end()) {
      ++at;
      continue;
    }
    parts.push_back(text.substr(begin, at - begin));
    at += joint->size();
    begin = at;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::string_view without_first_words(std::string_view name) {
  name = trim(name);
  for (const std::string_view article : {"and ", "the "}) {
    if (starts_with_ignoring_case(name, article)) name = trim(name.substr(article.size()));
  }
  return name;
}

std::string_view from_to(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

void add_once(std::vector<std::string>& names, std::string_view name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
}

}  // namespace

PartyList read_party_list(std::string_view written, const Vocabulary& vocabulary) {
  PartyList list;
  const std::string text = collapse_space(NormalisedText(written).text());
  const auto parts = split_at_joints(text);
  for (std::size_t at = 0; at < parts.size();) {
    std::size_t count = std::min(kMostParts, parts.size() - at);
    const Party* party = nullptr;
    for (; count > 0 && !party; --count) {
      party = vocabulary.find_party(without_first_words(from_to(parts[at], parts[at + count - 1])));
    }
    const std::string_view part = without_first_words(parts[at]);
    if (party) {
      add_once(list.names, party->name);
    } else if (!part.empty()) {
      add_once(list.names, part);
      add_once(list.unknown, part);
    }
    at += party ? count + 1 : 1;
  }
  return list;
}

}  // namespace opsg::released
