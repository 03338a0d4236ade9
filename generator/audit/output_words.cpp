#include "output_words.h"

#include <algorithm>
#include <array>

#include "ascii.h"
#include "tag_names.h"
#include "text.h"

namespace opsg::audit {
namespace {

bool is_ascii(char c) {
  return !is_beyond_ascii(c);
}

/// Of tags and attributes.
bool is_name_character(char c) {
  return is_ascii_letter_or_digit(c) || c == '-' || c == ':' || c == '_';
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

template <class Words>
BasicOutputReader<Words>::BasicOutputReader(OutputFormat format, std::string_view file,
                                            KnownLines* known, std::size_t piece,
                                            const Words& words)
    : format_(format),
      unfolded_(unfolded(format, file)),
      file_(format == OutputFormat::calendar ? unfolded_ : file),
      known_(format == OutputFormat::markup || format == OutputFormat::json ? known : nullptr),
      window_(file_, piece),
      piece_(piece),
      text_(words),
      values_(words) {}

template <class Words>
bool BasicOutputReader<Words>::read_piece() {
  window_.drop(at_);
  bytes_ = window_.bytes();
  at_ = 0;
  const bool more = known_ && bytes_.empty() ? read_lines() : has(0);
  if (more) {
    read_window(piece_);
  } else {
    text_.end_run();
    values_.end_run();
  }
  return more;
}

template <class Words>
void BasicOutputReader<Words>::read_window(std::size_t limit) {
  while (at_ < limit && at_ < bytes_.size()) {
    if (bytes_[at_] != '<' || !read_markup()) read_text();
  }
}

/// Leaves out lines that are known, and reads about a piece of others; false at the end of the
/// file. Known are lines that ended a run at once, were followed by others that do, and were read
/// without a look beyond them: their words follow from nothing else.
template <class Words>
bool BasicOutputReader<Words>::read_lines() {
  while (at_ == bytes_.size() && bytes_.size() < piece_) {
    const std::size_t begin = window_.next();
    if (begin == file_.size()) return false;
    const auto [end, parted] = lines_ahead(begin);
    const std::string_view lines = file_.substr(begin, end - begin);
    const bool separate = parted && !in_script_ && (begin == parted_at_ || ends_run_before(lines));
    if (parted) parted_at_ = end;
    std::string_view* place = separate ? &known_->place_of(lines) : nullptr;
    if (place && *place == lines) {
      window_.skip_to(end);
      continue;
    }
    window_.extend_to(end);
    bytes_ = window_.bytes();
    read_window(bytes_.size());
    const bool alone = at_ == bytes_.size() && window_.next() == end && !in_script_;
    if (place && alone) *place = lines;
  }
  return true;
}

/// Up to the next line that ends a run at once, if one is near.
template <class Words>
typename BasicOutputReader<Words>::Lines BasicOutputReader<Words>::lines_ahead(
    std::size_t begin) const {
  const std::string_view near = file_.substr(0, window_.piece_end());
  for (std::size_t at = begin;;) {
    const std::size_t newline = near.find('\n', at);
    if (newline == std::string_view::npos) return {near.size(), false};
    at = newline + 1;
    if (ends_run_before(file_.substr(at))) return {at, true};
  }
}

/// Whether nothing but white space stands before the end of a run, for a reader outside of markup.
template <class Words>
bool BasicOutputReader<Words>::ends_run_before(std::string_view rest) const {
  const auto text = std::find_if_not(rest.begin(), rest.end(), is_ascii_space);
  rest.remove_prefix(static_cast<std::size_t>(text - rest.begin()));
  if (format_ == OutputFormat::json) return rest.starts_with('"');
  if (!rest.starts_with('<')) return false;
  rest.remove_prefix(rest.starts_with("</") ? 2 : 1);
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_name_character);
  if (end == rest.begin() || end == rest.end() || !is_ascii_letter(rest[0])) return false;
  if (!is_ascii_space(*end) && *end != '>' && *end != '/') return false;
  const auto name = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  const TagEffect effect = tag_effect(name);
  return effect != TagEffect::none && effect != TagEffect::space;
}

/// Whether the window reaches so far, widened if need be.
template <class Words>
bool BasicOutputReader<Words>::has(std::size_t at) {
  while (at >= bytes_.size()) {
    if (!window_.extend()) return false;
    bytes_ = window_.bytes();
  }
  return true;
}

template <class Words>
bool BasicOutputReader<Words>::starts_with(std::string_view what) {
  return has(at_ + what.size() - 1) && bytes_.substr(at_, what.size()) == what;
}

/// The end of the file where it is not found.
template <class Words>
std::size_t BasicOutputReader<Words>::find(std::string_view what, std::size_t from) {
  for (;;) {
    const std::size_t at = bytes_.find(what, from);
    if (at != std::string_view::npos) return at;
    const std::size_t searched = bytes_.size();
    if (!has(searched)) return searched;
    from = std::max(from, searched - std::min(searched, what.size() - 1));
  }
}

template <class Words>
std::uint32_t BasicOutputReader<Words>::place(std::size_t at) const {
  return static_cast<std::uint32_t>(window_.dropped() + at);
}

/// Text up to what may end a run or begin a tag, but at least one character.
template <class Words>
void BasicOutputReader<Words>::read_text() {
  const char first = bytes_[at_];
  if (ends_run(first)) text_.end_run();
  if (is_ascii(first) && stops()[static_cast<unsigned char>(first)]) {
    text_.read(bytes_.substr(at_, 1), place(at_));
    ++at_;
  }
  at_ += text_.read(bytes_.substr(at_), place(at_), stops());
}

template <class Words>
const Stops& BasicOutputReader<Words>::stops() const {
  static constexpr Stops kMarkup = stops_at("<");
  static constexpr Stops kStrings = stops_at("<\"");
  static constexpr Stops kTable = stops_at("<\",\n");
  static constexpr Stops kCalendar = stops_at("<\n");
  if (in_script_ || format_ == OutputFormat::json) return kStrings;
  if (format_ == OutputFormat::csv) return kTable;
  return format_ == OutputFormat::calendar ? kCalendar : kMarkup;
}

template <class Words>
bool BasicOutputReader<Words>::ends_run(char c) {
  const bool special = c == '"' || c == ',' || c == '\n';
  if (!special || !is_raw(at_)) return false;
  if (format_ == OutputFormat::json || in_script_) return c == '"';
  if (format_ == OutputFormat::calendar) return c == '\n';
  if (format_ != OutputFormat::csv) return false;
  if (c == '"') in_quotes_ = !in_quotes_;
  return c != '"' && !in_quotes_;
}

template <class Words>
void BasicOutputReader<Words>::put_value(std::size_t begin, std::size_t end) {
  values_.end_run();
  values_.read(bytes_.substr(begin, end - begin), place(begin));
  values_.end_run();
}

/// A tag, comment or declaration. False, and nothing read, where the '<' is text.
template <class Words>
bool BasicOutputReader<Words>::read_markup() {
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

template <class Words>
void BasicOutputReader<Words>::read_until(std::string_view closing) {
  const std::size_t end = find(closing, at_);
  put_value(at_, end);
  at_ = std::min(end + closing.size(), bytes_.size());
}

template <class Words>
bool BasicOutputReader<Words>::read_tag() {
  const bool closes = has(at_ + 1) && bytes_[at_ + 1] == '/';
  if (in_script_ && !closes) return false;
  const std::size_t begin = at_ + (closes ? 2 : 1);
  if (!has(begin) || !is_ascii_letter(bytes_[begin])) return false;
  std::size_t end = begin + 1;
  while (has(end) && is_name_character(bytes_[end])) ++end;
  if (has(end) && !is_ascii_space(bytes_[end]) && bytes_[end] != '>' && bytes_[end] != '/')
    return false;
  const TagEffect effect = tag_effect(bytes_.substr(begin, end - begin));
  const bool raw = is_raw(at_);
  if (!raw && effect == TagEffect::unknown) return false;
  leave_mark(effect);
  in_script_ = !closes && effect == TagEffect::script;
  at_ = end;
  read_attributes(raw);
  return true;
}

template <class Words>
void BasicOutputReader<Words>::leave_mark(TagEffect effect) {
  if (effect == TagEffect::none) return;
  if (effect == TagEffect::space) return text_.put_space();
  text_.end_run();
}

/// Up to the end of the tag. A quote or '>' ends what one of its own kind, raw or escaped, began.
template <class Words>
void BasicOutputReader<Words>::read_attributes(bool raw) {
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

template <class Words>
void BasicOutputReader<Words>::read_attribute(bool raw) {
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

template <class Words>
void BasicOutputReader<Words>::read_attribute_value() {
  const char quote = bytes_[at_];
  if (quote != '"' && quote != '\'') {
    const std::size_t begin = at_;
    while (has(at_) && !is_ascii_space(bytes_[at_]) && bytes_[at_] != '>') ++at_;
    return put_value(begin, at_);
  }
  const bool raw = is_raw(at_);
  const std::size_t begin = ++at_;
  at_ = find_quote(quote, raw, begin);
  put_value(begin, at_);
  if (has(at_)) ++at_;
}

template <class Words>
std::size_t BasicOutputReader<Words>::find_quote(char quote, bool raw, std::size_t from) {
  const std::string_view what(&quote, 1);
  std::size_t at = find(what, from);
  while (has(at) && is_raw(at) != raw) at = find(what, at + 1);
  return at;
}

template <class Words>
void BasicOutputReader<Words>::skip_spaces() {
  while (has(at_) && is_ascii_space(bytes_[at_])) ++at_;
}

template class BasicOutputReader<WordReader>;
template class BasicOutputReader<HastyWords>;

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
