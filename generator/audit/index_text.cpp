#include "index_text.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "ascii.h"
#include "text.h"

namespace opsg::audit {
namespace {

using nlohmann::json;

constexpr std::string_view kSignature = "pagefind_dcd";
constexpr std::size_t kLargestText = std::size_t{256} << 20;
constexpr std::size_t kGzipHeader = 10;
constexpr int kGzip = 16;  ///< Added to the window's size: zlib's way to ask for gzip.
constexpr std::size_t kShortestStem = 3;

/// zlib's state, freed in any case.
class Inflation {
 public:
  explicit Inflation(std::string_view bytes) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    good_ = inflateInit2(&stream_, MAX_WBITS + kGzip) == Z_OK;
  }
  Inflation(const Inflation&) = delete;
  Inflation& operator=(const Inflation&) = delete;
  ~Inflation() { inflateEnd(&stream_); }

  /// The whole text, if the bytes hold one and nothing behind it.
  std::optional<std::string> text() {
    std::string text;
    int state = good_ ? Z_OK : Z_STREAM_ERROR;
    while (state == Z_OK && text.size() < kLargestText) {
      char chunk[std::size_t{64} * 1024];
      stream_.next_out = reinterpret_cast<Bytef*>(chunk);
      stream_.avail_out = sizeof chunk;
      state = inflate(&stream_, Z_NO_FLUSH);
      text.append(chunk, sizeof chunk - stream_.avail_out);
    }
    if (state != Z_STREAM_END || stream_.avail_in != 0) return std::nullopt;
    return text;
  }

 private:
  z_stream stream_{};
  bool good_ = false;
};

/// RFC 1952: the fourth byte says what else is in the header, such as a file's name or a comment.
std::optional<std::string> gunzip(std::string_view bytes) {
  const bool plain = bytes.size() > kGzipHeader && bytes.size() < kLargestText && bytes[3] == 0;
  if (!plain) return std::nullopt;
  return Inflation(bytes).text();
}

/// Bytes that nlohmann would drop (a key's first value, tags) are missing when it writes again.
std::optional<std::string> json_of_cbor(std::string_view data) {
  const json value = json::from_cbor(data, true, false);
  if (value.is_discarded()) return std::nullopt;
  const std::vector<std::uint8_t> again = json::to_cbor(value);
  const bool whole = std::equal(again.begin(), again.end(), data.begin(), data.end(),
                                [](std::uint8_t a, char b) { return static_cast<char>(a) == b; });
  if (!whole) return std::nullopt;
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<std::string> json_text(std::string_view data) {
  if (!json::accept(data)) return std::nullopt;
  return std::string(data);
}

void collect(const json& value, std::vector<std::string>& texts) {
  if (value.is_string()) texts.push_back(value.get<std::string>());
  if (!value.is_structured()) return;
  for (const json& part : value) collect(part, texts);
}

std::vector<std::string> texts_of(std::string_view json_bytes) {
  std::vector<std::string> texts;
  collect(json::parse(json_bytes, nullptr, false), texts);
  return texts;
}

/// Letters of other scripts count as parts of words.
bool is_part_of_word(char c) {
  return is_beyond_ascii(c) || is_ascii_digit(c) || is_ascii_lower(c);
}

}  // namespace

std::optional<std::string> index_text(std::string_view path, std::string_view bytes) {
  if (path.ends_with(".json")) return json_text(bytes);
  const auto text = gunzip(bytes);
  if (!text || !text->starts_with(kSignature)) return std::nullopt;
  const std::string_view data = std::string_view(*text).substr(kSignature.size());
  return data.starts_with('{') ? json_text(data) : json_of_cbor(data);
}

void FoundWords::add(std::string_view json) {
  for (const std::string& text : texts_of(json)) {
    const std::string lower = ascii_lower(text);
    for (auto at = lower.begin(); at != lower.end();) {
      const auto begin = std::find_if(at, lower.end(), is_part_of_word);
      at = std::find_if_not(begin, lower.end(), is_part_of_word);
      if (begin != at) words_.emplace_back(begin, at);
    }
  }
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
}

std::string FoundWords::without_stems(std::string_view json) const {
  nlohmann::json left = nlohmann::json::array();
  for (std::string& text : texts_of(json)) {
    if (!has_stem(text)) left.push_back(std::move(text));
  }
  return left.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Endings are cut off, and the letter before them may change: "agenc", "happi".
bool FoundWords::has_stem(std::string_view word) const {
  if (word.size() > kShortestStem) word.remove_suffix(1);
  const auto at = std::lower_bound(words_.begin(), words_.end(), word);
  return at != words_.end() && at->starts_with(word);
}

}  // namespace opsg::audit
