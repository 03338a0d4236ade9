#include "output_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "text.h"

namespace opsg::audit {
namespace {

enum class Format { markup, json, csv, calendar };

Format format_of(std::string_view path) {
  const std::string name = ascii_lower(path);
  if (name.ends_with(".json") || name.ends_with(".js") || name.ends_with(".webmanifest")) {
    return Format::json;
  }
  if (name.ends_with(".csv")) return Format::csv;
  return name.ends_with(".ics") ? Format::calendar : Format::markup;
}

/// Sorted. These leave no mark on the words around them.
constexpr auto kInline = std::to_array<std::string_view>(
    {"a",    "abbr",   "b",      "bdi",  "bdo",   "big",   "cite", "code", "data", "del",  "dfn",
     "em",   "font",   "i",      "ins",  "kbd",   "label", "mark", "q",    "s",    "samp", "small",
     "span", "strike", "strong", "time", "tspan", "tt",    "u",    "var",  "wbr"});

/// Sorted. These stand for a space.
constexpr auto kSpaces =
    std::to_array<std::string_view>({"br", "button", "img", "input", "sub", "sup"});

/// Sorted. Escaped text that looks like another element is text.
constexpr auto kBlocks = std::to_array<std::string_view>(
    {"article", "aside", "blockquote", "body",   "caption", "dd",    "details", "div",
     "dl",      "dt",    "figcaption", "figure", "footer",  "h1",    "h2",      "h3",
     "h4",      "h5",    "h6",         "head",   "header",  "hr",    "html",    "li",
     "link",    "main",  "meta",       "nav",    "ol",      "p",     "pre",     "script",
     "section", "style", "summary",    "svg",    "table",   "tbody", "td",      "tfoot",
     "th",      "thead", "title",      "tr",     "ul"});

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::binary_search(names.begin(), names.end(), name);
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

class OutputReader {
 public:
  OutputReader(std::string_view raw, MappedText text, Format format)
      : raw_(raw), text_(std::move(text)), bytes_(text_.bytes), format_(format) {}

  OutputWords read() {
    while (at_ < bytes_.size()) {
      if (bytes_[at_] != '<' || !read_markup()) read_character();
    }
    return {words_.take(), values_.take()};
  }

 private:
  /// Whether the file holds the character itself, and not an escape for it.
  bool is_raw(std::size_t at) const { return raw_[text_.origin(at)] == bytes_[at]; }

  void read_character() {
    if (ends_run(bytes_[at_])) words_.end_run();
    std::size_t end = at_ + 1;
    while (end < bytes_.size() && bytes_[end] != '<' && !is_special(bytes_[end])) ++end;
    put(words_, at_, end);
    at_ = end;
  }

  static bool is_special(char c) { return c == '"' || c == ',' || c == '\n'; }

  bool ends_run(char c) {
    if (!is_special(c) || !is_raw(at_)) return false;
    if (format_ == Format::json || in_script_) return c == '"';
    if (format_ == Format::calendar) return c == '\n';
    if (format_ != Format::csv) return false;
    if (c == '"') in_quotes_ = !in_quotes_;
    return c != '"' && !in_quotes_;
  }

  void put(WordReader& reader, std::size_t begin, std::size_t end) const {
    read_words(text_, begin, end, reader);
  }

  void put_value(std::size_t begin, std::size_t end) {
    values_.end_run();
    put(values_, begin, end);
    values_.end_run();
  }

  /// A tag, comment or declaration. False, and nothing read, where the '<' is text.
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
    if (!raw && !is_known(name)) return false;
    leave_mark(name);
    in_script_ = !closes && (name == "script" || name == "style");
    at_ = end;
    read_attributes(raw);
    return true;
  }

  static bool is_known(std::string_view name) {
    return is_one_of(kInline, name) || is_one_of(kSpaces, name) || is_one_of(kBlocks, name);
  }

  void leave_mark(std::string_view name) {
    if (is_one_of(kInline, name)) return;
    if (is_one_of(kSpaces, name)) return words_.put(U' ', 0, 0);
    words_.end_run();
  }

  /// Up to the end of the tag. A quote or '>' ends what one of its own kind, raw or escaped, began.
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
    if (quote != '"' && quote != '\'') {
      const std::size_t begin = at_;
      while (at_ < bytes_.size() && !is_space(bytes_[at_]) && bytes_[at_] != '>') ++at_;
      return put_value(begin, at_);
    }
    const bool raw = is_raw(at_);
    const std::size_t begin = ++at_;
    while (at_ < bytes_.size() && (bytes_[at_] != quote || is_raw(at_) != raw)) ++at_;
    put_value(begin, at_);
    if (at_ < bytes_.size()) ++at_;
  }

  void skip_spaces() {
    while (at_ < bytes_.size() && is_space(bytes_[at_])) ++at_;
  }

  std::string_view raw_;
  MappedText text_;
  std::string_view bytes_;
  Format format_;
  std::size_t at_ = 0;
  bool in_script_ = false;
  bool in_quotes_ = false;
  WordReader words_;
  WordReader values_;
};

}  // namespace

OutputWords read_output(std::string_view path, std::string_view bytes) {
  const Format format = format_of(path);
  MappedText text = whole_text(bytes);
  if (format == Format::calendar) text = unfold_lines(text);
  return OutputReader(bytes, decode_escapes(std::move(text)), format).read();
}

}  // namespace opsg::audit
