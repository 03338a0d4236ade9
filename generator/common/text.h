#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace opsg {

/// ASCII white space (space, \t, \n, \v, \f, \r) off both ends.
std::string_view trim(std::string_view text);
std::string_view trim_right(std::string_view text);
std::string ascii_lower(std::string_view text);
std::string ascii_upper(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);

/// Runs of white space become one space; none at the ends.
std::string collapse_space(std::string_view text);

/// Lines without their "\n" or "\r\n". A final newline ends the last line and begins no other.
std::vector<std::string_view> split_lines(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);

bool is_valid_utf8(std::string_view text);
/// Decodes valid UTF-8. Invalid bytes become U+FFFD each.
std::u32string decode_utf8(std::string_view text);
void append_utf8(std::string& out, char32_t code_point);
std::size_t code_point_count(std::string_view text);

/// Control characters (C0 but tab, DEL, C1) and bidirectional overrides as U+FFFD.
std::string printable(std::string_view text);

/// Damerau-Levenshtein distance (optimal string alignment), in code points.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

/// The candidate nearest to `word`, ignoring ASCII case, if it is near enough to be what was meant
/// (a third of its length, at least 1 slip).
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// Lower case ASCII letters, digits and single hyphens: "OPSG 41/03" -> "opsg-41-03". Other
/// characters separate. Empty without letters or digits; of longer text 200 bytes, with a digest.
std::string slugify(std::string_view text);

}  // namespace opsg
