#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audit_words.h"
#include "decoded_window.h"
#include "hasty_words.h"
#include "known_lines.h"
#include "tag_names.h"

namespace opsg::audit {

/// How a file of the output is written, as its name's ending tells.
enum class OutputFormat : std::uint8_t { markup, json, csv, calendar };

OutputFormat output_format(std::string_view path);

/// Reads the words of an output file that somebody could read: JSON, CSV and iCalendar by their own
/// rules, all else as markup. Any bytes can be read. Only a piece of the file is held at a time.
/// `Words` cuts what is read into words, and does with them what it is for: a `WordReader` holds
/// those that were not dropped, at bytes of the decoded text (`decoded_output`).
template <class Words>
class BasicOutputReader {
 public:
  static constexpr std::size_t kPiece = std::size_t{16} * 1024;

  /// Borrows all. `known`: lines of other files of the format, which are left out where their words
  /// can only be the same, and to which more are added; null to read all of the file. `piece`:
  /// about how many bytes are read at a time. `words`: to begin with.
  BasicOutputReader(OutputFormat format, std::string_view file, KnownLines* known = nullptr,
                    std::size_t piece = kPiece, const Words& words = Words());
  BasicOutputReader(const BasicOutputReader&) = delete;
  BasicOutputReader& operator=(const BasicOutputReader&) = delete;

  /// Reads on; false where nothing is left, and the last words have ended.
  bool read_piece();

  /// Running text. Elements inside a line leave no mark on it, others end a run: passages that only
  /// stand side by side do not make one.
  Words& text() { return text_; }
  /// Attribute values and comments, each a run.
  Words& values() { return values_; }

 private:
  struct Lines {
    std::size_t end = 0;  ///< A place where a piece can end.
    bool parted = false;  ///< From what follows: it ends a run at once.
  };

  void read_window(std::size_t limit);
  bool read_lines();
  Lines lines_ahead(std::size_t begin) const;
  bool ends_run_before(std::string_view rest) const;
  bool has(std::size_t at);
  bool starts_with(std::string_view what);
  std::size_t find(std::string_view what, std::size_t from);
  bool is_raw(std::size_t at) const { return window_.is_raw(at); }
  std::uint32_t place(std::size_t at) const;

  void read_text();
  bool ends_run(char c);
  const Stops& stops() const;
  void put_value(std::size_t begin, std::size_t end);
  bool read_markup();
  void read_until(std::string_view closing);
  bool read_tag();
  void leave_mark(TagEffect effect);
  void read_attributes(bool raw);
  void read_attribute(bool raw);
  void read_attribute_value();
  std::size_t find_quote(char quote, bool raw, std::size_t from);
  void skip_spaces();

  OutputFormat format_;
  std::string unfolded_;  ///< Of a calendar; else empty.
  std::string_view file_;
  KnownLines* known_;
  DecodedWindow window_;
  std::string_view bytes_;  ///< Of the window.
  std::size_t piece_;
  std::size_t at_ = 0;
  std::size_t parted_at_ = std::string_view::npos;  ///< A line that ends a run at once, if known.
  bool in_script_ = false;
  bool in_quotes_ = false;
  Words text_;
  Words values_;
};

extern template class BasicOutputReader<WordReader>;
extern template class BasicOutputReader<HastyWords>;
using OutputReader = BasicOutputReader<WordReader>;
using HastyOutputReader = BasicOutputReader<HastyWords>;

/// The whole text that the places of words are counted in, with the bytes of the file.
MappedText decoded_output(OutputFormat format, std::string_view file);

/// All words of a file at once.
struct OutputWords {
  std::vector<Word> text;
  std::vector<Word> values;
};
OutputWords read_output(OutputFormat format, std::string_view file);

}  // namespace opsg::audit
