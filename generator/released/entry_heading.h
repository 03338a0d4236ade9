#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vocabulary.h"

namespace opsg::released {

struct EntryHeading {
  const RegisterDefinition* definition = nullptr;  ///< Borrowed from the vocabulary.
  std::string id;
  std::string title;       ///< Empty where only the id is given.
  bool separated = true;   ///< The id ends the heading, or a colon or dash follows it.
  std::size_t length = 0;  ///< Of the id as written.
};

/// Reads a text that begins with an id of a register: "OPSG 37x/01: The DCC to report". Nothing
/// where it does not.
std::optional<EntryHeading> read_entry_heading(std::string_view text, const Vocabulary& vocabulary);

}  // namespace opsg::released
