#pragma once

#include <string_view>
#include <vector>

#include "audit_words.h"

namespace opsg::audit {

/// The words of an output file that somebody could read.
struct OutputWords {
  /// Running text. Elements inside a line leave no mark on it, others end a run: passages that only
  /// stand side by side do not make one.
  std::vector<Word> text;
  /// Attribute values and comments, each a run.
  std::vector<Word> values;
};

/// Reads a file by its name's ending: JSON, CSV and iCalendar by their own rules, all else as
/// markup. Any bytes can be read.
OutputWords read_output(std::string_view path, std::string_view bytes);

}  // namespace opsg::audit
