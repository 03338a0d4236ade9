#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace opsg::released {

/// A part of a text, in bytes.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The spellings of meetings' codes. However many there are, a text is searched in one go.
/// Immutable once made.
class MeetingSpellings {
 public:
  MeetingSpellings() = default;
  /// `codes`: each spelling, with single spaces, -> the meeting's code.
  explicit MeetingSpellings(const std::map<std::string, std::string>& codes);

  /// The code of the meeting that is spelled so, or null.
  const std::string* find_code(std::string_view spelling) const;
  /// The first spelling that begins at `from` or later and stands between word boundaries (RE2's
  /// `\b`: those of ASCII); of several at one place, the longest.
  std::optional<TextRange> find(std::string_view text, std::size_t from) const;
  /// The longest such spelling that begins just there.
  std::optional<TextRange> find_at(std::string_view text, std::size_t begin) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> codes_;
  std::vector<std::size_t> lengths_;  ///< Of the spellings, each once, the longest first.
  std::array<bool, 256> begins_{};    ///< By the bytes that a spelling begins with.
};

}  // namespace opsg::released
