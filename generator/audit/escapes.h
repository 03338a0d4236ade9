#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "byte_set.h"

namespace opsg::audit {

/// What an escape stands for, as UTF-8, which is always shorter than the escape.
struct DecodedEscape {
  std::uint8_t length = 0;  ///< Bytes of the escape; 0 where there is none.
  std::uint8_t size = 0;    ///< Of `bytes`.
  char bytes[4] = {};
};

/// The entity, percent-encoding or escape of JSON or iCalendar (RFC 5545, 3.3.11) that the text
/// begins with.
DecodedEscape decode_escape(std::string_view text);

/// Where the next escape may begin; the text's size for nowhere.
inline std::size_t next_escape(std::string_view text, std::size_t from) {
  constexpr ByteSet kBegins("&%\\");
  return kBegins.find_in(text, from);
}

/// Whether no escape holds the character, so that what stands before it can be decoded without what
/// follows.
bool parts_escapes(char c);

/// Undoes what is escaped in the bytes from `begin` on, one escape inside another up to three deep.
/// What is no escape stays as it is. `marks` has one for each byte; what an escape stands for gets
/// mark_of(the escape's first mark).
template <class Mark, class MarkOf>
void decode_escapes(std::string& bytes, std::vector<Mark>& marks, std::size_t begin,
                    MarkOf mark_of) {
  constexpr int kDeepest = 3;
  bool found = true;
  for (int depth = 0; found && depth < kDeepest; ++depth) {
    found = false;
    std::size_t end = next_escape(bytes, begin);  // of what is decoded, which never overtakes `at`
    for (std::size_t at = end; at < bytes.size();) {
      const DecodedEscape escape = decode_escape(std::string_view(bytes).substr(at));
      if (escape.length > 0) {
        const Mark mark = mark_of(marks[at]);
        for (std::size_t i = 0; i < escape.size; ++i, ++end) {
          bytes[end] = escape.bytes[i];
          marks[end] = mark;
        }
        at += escape.length;
        found = true;
      }
      const std::size_t plain_end = next_escape(bytes, escape.length > 0 ? at : at + 1);
      for (; at < plain_end; ++at, ++end) {
        bytes[end] = bytes[at];
        marks[end] = marks[at];
      }
    }
    bytes.resize(end);
    marks.resize(end);
  }
}

/// The code points of a named entity, as UTF-8; empty for a name that is not known. `name` without
/// '&' and ';'. Letters of European languages and punctuation are known.
std::string_view named_entity(std::string_view name);

}  // namespace opsg::audit
