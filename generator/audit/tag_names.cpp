#include "tag_names.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "ascii.h"

namespace opsg::audit {
namespace {

struct Tag {
  std::string_view name;
  TagEffect effect = TagEffect::unknown;
};

using enum TagEffect;

constexpr auto kTags = std::to_array<Tag>(
    {{"a", none},           {"abbr", none},     {"article", block},    {"aside", block},
     {"b", none},           {"bdi", none},      {"bdo", none},         {"big", none},
     {"body", block},       {"br", space},      {"blockquote", block}, {"button", space},
     {"caption", block},    {"cite", none},     {"code", none},        {"data", none},
     {"dd", block},         {"del", none},      {"details", block},    {"dfn", none},
     {"div", block},        {"dl", block},      {"dt", block},         {"em", none},
     {"figcaption", block}, {"figure", block},  {"font", none},        {"footer", block},
     {"h1", block},         {"h2", block},      {"h3", block},         {"h4", block},
     {"h5", block},         {"h6", block},      {"head", block},       {"header", block},
     {"hr", block},         {"html", block},    {"i", none},           {"img", space},
     {"input", space},      {"ins", none},      {"kbd", none},         {"label", none},
     {"li", block},         {"link", block},    {"main", block},       {"mark", none},
     {"meta", block},       {"nav", block},     {"ol", block},         {"p", block},
     {"pre", block},        {"q", none},        {"s", none},           {"samp", none},
     {"script", script},    {"section", block}, {"small", none},       {"span", none},
     {"strike", none},      {"strong", none},   {"style", script},     {"sub", space},
     {"summary", block},    {"sup", space},     {"svg", block},        {"table", block},
     {"tbody", block},      {"td", block},      {"tfoot", block},      {"th", block},
     {"thead", block},      {"time", none},     {"title", block},      {"tr", block},
     {"tspan", none},       {"tt", none},       {"u", none},           {"ul", block},
     {"var", none},         {"wbr", none}});

constexpr std::size_t kSlots = 256;

constexpr std::size_t slot_of(std::string_view name) {
  std::size_t hash = name.size();
  for (char c : name) hash = hash * 31 + static_cast<unsigned char>(to_ascii_lower(c));
  return hash % kSlots;
}

/// A hash table with open addressing: names are looked up for each tag of each page.
constexpr auto kTable = [] {
  std::array<Tag, kSlots> table{};
  for (const Tag& tag : kTags) {
    std::size_t slot = slot_of(tag.name);
    while (!table[slot].name.empty()) slot = (slot + 1) % kSlots;
    table[slot] = tag;
  }
  return table;
}();

bool is_same(std::string_view lower_case, std::string_view name) {
  return std::equal(lower_case.begin(), lower_case.end(), name.begin(), name.end(),
                    [](char a, char b) { return a == to_ascii_lower(b); });
}

}  // namespace

TagEffect tag_effect(std::string_view name) {
  constexpr std::size_t kLongest = std::string_view("blockquote").size();
  if (name.size() > kLongest) return TagEffect::unknown;
  std::size_t slot = slot_of(name);
  while (!kTable[slot].name.empty() && !is_same(kTable[slot].name, name))
    slot = (slot + 1) % kSlots;
  return kTable[slot].effect;
}

}  // namespace opsg::audit
