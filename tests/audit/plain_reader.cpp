#include "plain_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "escapes.h"
#include "mapped_text.h"
#include "text.h"

namespace opsg::testing {
namespace {

using audit::MappedText;
using audit::OutputFormat;
using audit::WordReader;

MappedText decode_round(const MappedText& text) {
  MappedText out;
  for (std::size_t at = 0; at < text.bytes.size();) {
    const auto escape = audit::decode_escape(std::string_view(text.bytes).substr(at));
    if (escape.length == 0) {
      out.push(text.bytes[at], text.origin(at));
      ++at;
      continue;
    }
    for (int i = 0; i < escape.size; ++i) out.push(escape.bytes[i], text.origin(at));
    at += escape.length;
  }
  return out;
}

MappedText decode(OutputFormat format, std::string_view file) {
  MappedText text = audit::whole_text(file);
  if (format == OutputFormat::calendar) text = audit::unfold_lines(text);
  for (int round = 0; round < 3; ++round) text = decode_round(text);
  return text;
}

constexpr auto kInline = std::to_array<std::string_view>(
    {"a",    "abbr",   "b",      "bdi",  "bdo",   "big",   "cite", "code", "data", "del",  "dfn",
     "em",   "font",   "i",      "ins",  "kbd",   "label", "mark", "q",    "s",    "samp", "small",
     "span", "strike", "strong", "time", "tspan", "tt",    "u",    "var",  "wbr"});
constexpr auto kSpaces =
    std::to_array<std::string_view>({"br", "button", "img", "input", "sub", "sup"});
constexpr auto kBlocks = std::to_array<std::string_view>(
    {"article", "aside", "blockquote", "body",   "caption", "dd",    "details", "div",
     "dl",      "dt",    "figcaption", "figure", "footer",  "h1",    "h2",      "h3",
     "h4",      "h5",    "h6",         "head",   "header",  "hr",    "html",    "li",
     "link",    "main",  "meta",       "nav",    "ol",      "p",     "pre",     "script",
     "section", "style", "summary",    "svg",    "table",   "tbody", "td",      "tfoot",
     "th",      "thead", "title",      "tr",     "ul"});

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name_character(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_';
}

/// A byte, or what follows it to make a code point.
std::size_t character_length(std::string_view bytes, std::size_t at) {
  const auto is_part = [&](std::size_t i) {
    return i < bytes.size() && (static_cast<unsigned char>(bytes[i]) & 0xC0) == 0x80;
  };
  const auto lead = static_cast<unsigned char>(bytes[at]);
  if (lead < 0xC2 || lead > 0xF4) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_part(at + i)) return 1;
  }
  return length;
}

class PlainReader {
 public:
  PlainReader(std::string_view raw, MappedText text, OutputFormat format)
      : raw_(raw), text_(std::move(text)), bytes_(text_.bytes), format_(format) {}

  audit::OutputWords read() {
    while (at_ < bytes_.size()) {
      if (bytes_[at_] != '<' || !read_markup()) read_character();
    }
    return {at_origins(words_.take()), at_origins(values_.take())};
  }

 private:
  bool is_raw(std::size_t at) const { return raw_[text_.origin(at)] == bytes_[at]; }

  std::vector<audit::Word> at_origins(std::vector<audit::Word> words) const {
    for (audit::Word& word : words) {
      word.begin = text_.origin(word.begin);
      word.end = text_.origin(word.end - 1) + 1;
    }
    return words;
  }

  void read_character() {
    if (ends_run(bytes_[at_])) words_.end_run();
    const std::size_t end = at_ + character_length(bytes_, at_);
    put(words_, at_, end);
    at_ = end;
  }

  bool ends_run(char c) {
    if ((c != '"' && c != ',' && c != '\n') || !is_raw(at_)) return false;
    if (format_ == OutputFormat::json || in_script_) return c == '"';
    if (format_ == OutputFormat::calendar) return c == '\n';
    if (format_ != OutputFormat::csv) return false;
    if (c == '"') in_quotes_ = !in_quotes_;
    return c != '"' && !in_quotes_;
  }

  void put(WordReader& reader, std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end;) {
      const std::size_t length = character_length(bytes_.substr(0, end), at);
      reader.read(bytes_.substr(at, length), static_cast<std::uint32_t>(at));
      at += length;
    }
  }

  void put_value(std::size_t begin, std::size_t end) {
    values_.end_run();
    put(values_, begin, end);
    values_.end_run();
  }

  bool read_markup() {
    const std::string_view rest = bytes_.substr(at_);
    if (rest.starts_with("<!--")) return read_until("-->");
    if (rest.starts_with("<![CDATA[")) {
      at_ += 9;
      words_.end_run();
      return true;
    }
    if (rest.starts_with("<!") || rest.starts_with("<?")) return read_until(">");
    return read_tag();
  }

  bool read_until(std::string_view closing) {
    const std::size_t end = std::min(bytes_.find(closing, at_), bytes_.size());
    put_value(at_, end);
    at_ = std::min(end + closing.size(), bytes_.size());
    return true;
  }

  bool read_tag() {
    const bool closes = at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '/';
    if (in_script_ && !closes) return false;
    const std::size_t begin = at_ + (closes ? 2 : 1);
    std::size_t end = begin;
    while (end < bytes_.size() && is_name_character(bytes_[end])) ++end;
    if (end == begin || !is_ascii_letter(bytes_[begin])) return false;
    if (end < bytes_.size() && !is_space(bytes_[end]) && bytes_[end] != '>' && bytes_[end] != '/') {
      return false;
    }
    const std::string name = ascii_lower(bytes_.substr(begin, end - begin));
    const bool raw = is_raw(at_);
    const bool known =
        is_one_of(kInline, name) || is_one_of(kSpaces, name) || is_one_of(kBlocks, name);
    if (!raw && !known) return false;
    leave_mark(name);
    in_script_ = !closes && (name == "script" || name == "style");
    at_ = end;
    read_attributes(raw);
    return true;
  }

  void leave_mark(std::string_view name) {
    if (is_one_of(kInline, name)) return;
    if (is_one_of(kSpaces, name)) return words_.put_space();
    words_.end_run();
  }

  void read_attributes(bool raw) {
    while (at_ < bytes_.size() && bytes_[at_] != '<') {
      const char c = bytes_[at_];
      if (c == '>' && is_raw(at_) == raw) {
        ++at_;
        return;
      }
      if (is_name_character(c)) {
        read_attribute(raw);
      } else {
        ++at_;
      }
    }
  }

  void read_attribute(bool raw) {
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && is_name_character(bytes_[at_])) ++at_;
    const std::size_t name_end = at_;
    skip_spaces();
    if (at_ == bytes_.size() || bytes_[at_] != '=') {
      if (!raw) put_value(begin, name_end);
      return;
    }
    ++at_;
    skip_spaces();
    if (at_ < bytes_.size()) read_attribute_value();
  }

  void read_attribute_value() {
    const char quote = bytes_[at_];
    const bool quoted = quote == '"' || quote == '\'';
    const bool raw = is_raw(at_);
    const std::size_t begin = quoted ? ++at_ : at_;
    const auto ends = [&](std::size_t at) {
      if (quoted) return bytes_[at] == quote && is_raw(at) == raw;
      return is_space(bytes_[at]) || bytes_[at] == '>';
    };
    while (at_ < bytes_.size() && !ends(at_)) ++at_;
    put_value(begin, at_);
    if (quoted && at_ < bytes_.size()) ++at_;
  }

  void skip_spaces() {
    while (at_ < bytes_.size() && is_space(bytes_[at_])) ++at_;
  }

  std::string_view raw_;
  MappedText text_;
  std::string_view bytes_;
  OutputFormat format_;
  std::size_t at_ = 0;
  bool in_script_ = false;
  bool in_quotes_ = false;
  WordReader words_;
  WordReader values_;
};

}  // namespace

audit::OutputWords plain_output_words(OutputFormat format, std::string_view file) {
  return PlainReader(file, decode(format, file), format).read();
}

}  // namespace opsg::testing
