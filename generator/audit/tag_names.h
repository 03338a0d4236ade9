#pragma once

#include <cstdint>
#include <string_view>

namespace opsg::audit {

/// What an element of markup does to the words around its tags.
enum class TagEffect : std::uint8_t {
  unknown,  ///< Not an element of HTML that sites use: escaped text that looks like it is text.
  none,     ///< "ca<b>fé</b>" is one word.
  space,    ///< Stands for a space.
  block,    ///< Ends a run.
  script,   ///< Ends a run; what is in it has no tags: script, style.
};

/// By the element's name in any case.
TagEffect tag_effect(std::string_view name);

}  // namespace opsg::audit
