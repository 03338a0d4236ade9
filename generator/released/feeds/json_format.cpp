#include "json_format.h"

#include <fmt/format.h>

#include <utility>

#include "byte_set.h"
#include "text.h"

namespace opsg::released {
namespace {

using Json = nlohmann::ordered_json;

constexpr ByteSet kAsItIs =
    ByteSet("").add_range(' ', '!').add_range('#', '[').add_range(']', '\x7F');
void append_escape(std::string& json, char c) {
  switch (c) {
    case '"':
    case '\\':
      json += '\\';
      json += c;
      return;
    case '\b':
      json += "\\b";
      return;
    case '\f':
      json += "\\f";
      return;
    case '\n':
      json += "\\n";
      return;
    case '\r':
      json += "\\r";
      return;
    case '\t':
      json += "\\t";
      return;
    default:
      json += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
  }
}

/// `text` has no ASCII in it.
void append_beyond_ascii(std::string& json, std::string_view text) {
  if (is_valid_utf8(text)) {
    json += text;
  } else {
    for (const char32_t c : decode_utf8(text)) append_utf8(json, c);
  }
}

void append_line_end(std::string& json, std::size_t indent) {
  json.append("\n").append(indent, ' ');
}

void append_array(std::string& json, const Json& array, std::size_t indent) {
  char before = '[';
  for (const Json& element : array) {
    json += std::exchange(before, ',');
    append_line_end(json, indent + 2);
    append_json(json, element, indent + 2);
  }
  append_line_end(json, indent);
  json += ']';
}

void append_object(std::string& json, const Json& object, std::size_t indent) {
  char before = '{';
  for (const auto& [key, value] : object.get_ref<const Json::object_t&>()) {
    json += std::exchange(before, ',');
    append_line_end(json, indent + 2);
    append_json_string(json, key);
    json += ": ";
    append_json(json, value, indent + 2);
  }
  append_line_end(json, indent);
  json += '}';
}

}  // namespace

void append_json(std::string& json, const Json& value, std::size_t indent) {
  if (value.is_string()) {
    append_json_string(json, value.get_ref<const std::string&>());
  } else if (value.is_array() && !value.empty()) {
    append_array(json, value, indent);
  } else if (value.is_object() && !value.empty()) {
    append_object(json, value, indent);
  } else {
    json += value.dump();
  }
}

void append_json_string(std::string& json, std::string_view text) {
  json += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = kAsItIs.find_other(text, at);
    json.append(text, at, end - at);
    if (end == text.size()) break;
    at = kBeyondAscii.find_other(text, end);
    if (at == end) {
      append_escape(json, text[at++]);
    } else {
      append_beyond_ascii(json, text.substr(end, at - end));
    }
  }
  json += '"';
}

}  // namespace opsg::released
