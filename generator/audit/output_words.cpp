#include "output_words.h"

#include <algorithm>
#include <array>

#include "tag_names.h"
#include "text.h"

namespace opsg::audit {
namespace {

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Of tags and attributes.
bool is_name_character(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_';
}

constexpr Stops stops_at(std::string_view characters) {
  Stops stops{};
  for (char c : characters) stops[static_cast<unsigned char>(c)] = true;
  return stops;
}

std::string unfolded(OutputFormat format, std::string_view file) {
  return format == OutputFormat::calendar ? unfold_lines(whole_text(file)).bytes : std::string();
}

}  // namespace

OutputFormat output_format(std::string_view path) {
  const std::string name = ascii_lower(path);
  if (name.ends_with(".json") || name.ends_with(".js") || name.ends_with(".webmanifest")) {
    return OutputFormat::json;
  }
  if (name.ends_with(".csv")) return OutputFormat::csv;
  return name.ends_with(".ics") ? OutputFormat::calendar : OutputFormat::markup;
}

OutputReader::OutputReader(OutputFormat format, std::string_view file, std::size_t piece)
    : format_(format),
      unfolded_(unfolded(format, file)),
      window_(format == OutputFormat::calendar ? unfolded_ : file, piece),
      piece_(piece) {}

bool OutputReader::read_piece() {
  window_.drop(at_);
  bytes_ = window_.bytes();
  at_ = 0;
  if (!has(0)) {
    text_.end_run();
    values_.end_run();
    return false;
  }
  while (at_ < piece_ && at_ < bytes_.size()) {
    if (bytes_[at_] != '<' || !read_markup()) read_text();
  }
  return true;
}

/// Whether the window reaches so far, widened if need be.
bool OutputReader::has(std::size_t at) {
  while (at >= bytes_.size()) {
    if (!window_.extend()) return false;
    bytes_ = window_.bytes();
  }
  return true;
}

bool OutputReader::starts_with(std::string_view what) {
  return has(at_ + what.size() - 1) && bytes_.substr(at_, what.size()) == what;
}

/// The end of the file where it is not found.
std::size_t OutputReader::find(std::string_view what, std::size_t from) {
  for (;;) {
    const std::size_t at = bytes_.find(what, from);
    if (at != std::string_view::npos) return at;
    const std::size_t searched = bytes_.size();
    if (!has(searched)) return searched;
    from = std::max(from, searched - std::min(searched, what.size() - 1));
  }
}

std::uint32_t OutputReader::place(std::size_t at) const {
  return static_cast<std::uint32_t>(window_.dropped() + at);
}

/// Text up to what may end a run or begin a tag, but the first character in any case.
void OutputReader::read_text() {
  const char first = bytes_[at_];
  if (ends_run(first)) text_.end_run();
  if (is_ascii(first)) {
    text_.read(bytes_.substr(at_, 1), place(at_));
    ++at_;
  }
  at_ += text_.read(bytes_.substr(at_), place(at_), stops());
}

const Stops& OutputReader::stops() const {
  static constexpr Stops kMarkup = stops_at("<");
  static constexpr Stops kStrings = stops_at("<\"");
  static constexpr Stops kTable = stops_at("<\",\n");
  static constexpr Stops kCalendar = stops_at("<\n");
  if (in_script_ || format_ == OutputFormat::json) return kStrings;
  if (format_ == OutputFormat::csv) return kTable;
  return format_ == OutputFormat::calendar ? kCalendar : kMarkup;
}

bool OutputReader::ends_run(char c) {
  const bool special = c == '"' || c == ',' || c == '\n';
  if (!special || !is_raw(at_)) return false;
  if (format_ == OutputFormat::json || in_script_) return c == '"';
  if (format_ == OutputFormat::calendar) return c == '\n';
  if (format_ != OutputFormat::csv) return false;
  if (c == '"') in_quotes_ = !in_quotes_;
  return c != '"' && !in_quotes_;
}

void OutputReader::put_value(std::size_t begin, std::size_t end) {
  values_.end_run();
  values_.read(bytes_.substr(begin, end - begin), place(begin));
  values_.end_run();
}

/// A tag, comment or declaration. False, and nothing read, where the '<' is text.
bool OutputReader::read_markup() {
  constexpr std::string_view kCdata = "<![CDATA[";
  if (!has(at_ + 1) || (bytes_[at_ + 1] != '!' && bytes_[at_ + 1] != '?')) return read_tag();
  if (starts_with(kCdata)) {
    at_ += kCdata.size();
    text_.end_run();
  } else {
    read_until(starts_with("<!--") ? "-->" : ">");
  }
  return true;
}

void OutputReader::read_until(std::string_view closing) {
  const std::size_t end = find(closing, at_);
  put_value(at_, end);
  at_ = std::min(end + closing.size(), bytes_.size());
}

bool OutputReader::read_tag() {
  const bool closes = has(at_ + 1) && bytes_[at_ + 1] == '/';
  if (in_script_ && !closes) return false;
  const std::size_t begin = at_ + (closes ? 2 : 1);
  if (!has(begin) || !is_ascii_letter(bytes_[begin])) return false;
  std::size_t end = begin + 1;
  while (has(end) && is_name_character(bytes_[end])) ++end;
  if (has(end) && !is_space(bytes_[end]) && bytes_[end] != '>' && bytes_[end] != '/') return false;
  const TagEffect effect = tag_effect(bytes_.substr(begin, end - begin));
  const bool raw = is_raw(at_);
  if (!raw && effect == TagEffect::unknown) return false;
  leave_mark(effect);
  in_script_ = !closes && effect == TagEffect::script;
  at_ = end;
  read_attributes(raw);
  return true;
}

void OutputReader::leave_mark(TagEffect effect) {
  if (effect == TagEffect::none) return;
  if (effect == TagEffect::space) return text_.put_space();
  text_.end_run();
}

/// Up to the end of the tag. A quote or '>' ends what one of its own kind, raw or escaped, began.
void OutputReader::read_attributes(bool raw) {
  while (has(at_) && bytes_[at_] != '<') {
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

void OutputReader::read_attribute(bool raw) {
  const std::size_t begin = at_;
  while (has(at_) && is_name_character(bytes_[at_])) ++at_;
  const std::size_t name_end = at_;
  skip_spaces();
  if (!has(at_) || bytes_[at_] != '=') {
    if (!raw) put_value(begin, name_end);
    return;
  }
  ++at_;
  skip_spaces();
  if (has(at_)) read_attribute_value();
}

void OutputReader::read_attribute_value() {
  const char quote = bytes_[at_];
  if (quote != '"' && quote != '\'') {
    const std::size_t begin = at_;
    while (has(at_) && !is_space(bytes_[at_]) && bytes_[at_] != '>') ++at_;
    return put_value(begin, at_);
  }
  const bool raw = is_raw(at_);
  const std::size_t begin = ++at_;
  at_ = find_quote(quote, raw, begin);
  put_value(begin, at_);
  if (has(at_)) ++at_;
}

std::size_t OutputReader::find_quote(char quote, bool raw, std::size_t from) {
  const std::string_view what(&quote, 1);
  std::size_t at = find(what, from);
  while (has(at) && is_raw(at) != raw) at = find(what, at + 1);
  return at;
}

void OutputReader::skip_spaces() {
  while (has(at_) && is_space(bytes_[at_])) ++at_;
}

MappedText decoded_output(OutputFormat format, std::string_view file) {
  const MappedText text = whole_text(file);
  return decode_escapes(format == OutputFormat::calendar ? unfold_lines(text) : text);
}

OutputWords read_output(OutputFormat format, std::string_view file) {
  OutputReader reader(format, file);
  while (reader.read_piece()) {
  }
  return {reader.text().take(), reader.values().take()};
}

}  // namespace opsg::audit
