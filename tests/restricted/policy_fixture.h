#pragma once

#include "level_names.h"
#include "policy.h"

namespace opsg::restricted {

constexpr Level kWhite{0};
constexpr Level kGreen{1};
constexpr Level kAmber{2};
constexpr Level kRed{3};

/// The shipped policy as far as markings need it.
inline Policy test_policy() {
  Policy policy;
  policy.levels = {
      {"white", {"TLP:CLEAR", "clear"}, "", "public", ""},
      {"green", {"TLP:GREEN"}, "", "parties", ""},
      {"amber", {"TLP:AMBER"}, "", "members", ""},
      {"red", {"TLP:RED"}, "", std::nullopt, ""},
  };
  policy.audiences = {{"public", {kWhite}}, {"parties", {kGreen}}, {"members", {kAmber}}};
  return policy;
}

/// The names of its levels, where "GREEK" is a word that stands for itself.
inline const LevelNames& test_level_names() {
  static const LevelNames all(test_policy(), {"GREEK"});
  return all;
}

}  // namespace opsg::restricted
