#include "flat_row.h"

#include <re2/re2.h>

#include <algorithm>
#include <vector>

#include "date.h"
#include "field_value.h"
#include "line_shapes.h"
#include "party_list.h"
#include "text.h"

namespace opsg::importing {
namespace {

using released::FieldDefinition;
using released::FieldType;

using FieldValues = std::vector<std::pair<const FieldDefinition*, std::string>>;

constexpr std::size_t kMostLines = 30;  ///< Of one row.
constexpr std::size_t kMostOwnerWords = 8;
constexpr std::size_t kMostDateWords = 4;
constexpr std::size_t kMostScoreWords = 3;
constexpr std::size_t kLeastDates = 2;  ///< Where a head has several, a row has so many.

struct Word {
  std::string text;
  std::size_t line = 0;
  bool ends_line = false;
};

std::vector<Word> words_from(const TextLines& lines, std::size_t at) {
  std::vector<Word> words;
  const std::size_t end = std::min(lines.size(), at + kMostLines);
  for (std::size_t i = at; i < end && !lines[i].is_row(); ++i) {
    for (const std::string_view word : split(lines[i].text, ' ')) {
      if (!word.empty()) words.push_back({std::string(word), i, false});
    }
    words.back().ends_line = true;
  }
  return words;
}

std::string join(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (i > begin ? " " : "") + words[i].text;
  return text;
}

/// Reads values of a row's columns, one after the other.
class ValueReader {
 public:
  ValueReader(const std::vector<Word>& words, const released::Vocabulary& vocabulary)
      : words_(words), vocabulary_(vocabulary) {}

  /// The fields of the values that stand at `at`, which moves behind them. Nothing where any is
  /// missing, but for dates after the second.
  std::optional<FieldValues> read(const RegisterHead& head, std::size_t& at) const {
    FieldValues values;
    std::size_t dates = 0;
    for (const RegisterColumn& column : head.columns) {
      if (column.kind != RegisterColumn::Kind::field) continue;
      const std::size_t length = value_length(*column.field, at);
      const bool date = column.field->type == FieldType::date;
      if (length == 0 && date && dates >= kLeastDates) continue;
      if (length == 0) return std::nullopt;
      values.emplace_back(column.field, join(words_, at, at + length));
      dates += date;
      at += length;
    }
    if (values.empty()) return std::nullopt;
    return values;
  }

 private:
  std::size_t value_length(const FieldDefinition& field, std::size_t at) const {
    switch (field.type) {
      case FieldType::date:
        return longest(at, kMostDateWords,
                       [](const std::string& text) { return parse_date(text).value.has_value(); });
      case FieldType::score:
        return longest(at, kMostScoreWords, [](const std::string& text) {
          return released::parse_score(text).has_value();
        });
      case FieldType::rag:
        return longest(at, 1, [](const std::string& text) {
          return released::parse_rag(without_emphasis(text)).has_value();
        });
      case FieldType::parties:
        return parties_length(at);
      default:
        return longest(at, 1, [](const std::string&) { return true; });
    }
  }

  /// As many of the words as are a value together.
  template <class IsValue>
  std::size_t longest(std::size_t at, std::size_t most, IsValue is_value) const {
    for (std::size_t count = std::min(most, words_.size() - at); count > 0; --count) {
      if (is_value(join(words_, at, at + count))) return count;
    }
    return 0;
  }

  /// Known parties up to the end of a line; else what is left of the line.
  std::size_t parties_length(std::size_t at) const {
    for (std::size_t count = std::min(kMostOwnerWords, words_.size() - at); count > 0; --count) {
      if (!words_[at + count - 1].ends_line) continue;
      if (released::read_party_list(join(words_, at, at + count), vocabulary_).all_known())
        return count;
    }
    for (std::size_t count = 1; at + count <= words_.size() && count <= kMostOwnerWords; ++count) {
      if (words_[at + count - 1].ends_line) return count;
    }
    return 0;
  }

  const std::vector<Word>& words_;
  const released::Vocabulary& vocabulary_;
};

}  // namespace

std::optional<TableId> read_table_id(const std::string& text, const RegisterHead& head,
                                     const released::Vocabulary& vocabulary) {
  const auto written = vocabulary.leading_id(text);
  if (written && written->definition->name == head.definition->name) {
    return TableId{written->id, written->length, false};
  }
  const std::string prefix = head.key_word + " ";
  const auto completed = vocabulary.leading_id(prefix + text);
  if (!completed || completed->definition->name != head.definition->name ||
      completed->length <= prefix.size()) {
    return std::nullopt;
  }
  return TableId{completed->id, completed->length - prefix.size(), true};
}

std::optional<FlatRow> read_flat_row(const TextLines& lines, std::size_t at,
                                     const RegisterHead& head,
                                     const released::Vocabulary& vocabulary) {
  const std::vector<Word> words = words_from(lines, at);
  const std::string start = join(words, 0, std::min<std::size_t>(words.size(), 6));
  const auto id = read_table_id(start, head, vocabulary);
  const bool apart = id && (id->length == start.size() || start[id->length] == ' ');
  if (!apart) return std::nullopt;
  const auto spaces =
      std::count(start.begin(), start.begin() + static_cast<std::ptrdiff_t>(id->length), ' ');
  const std::size_t title_begin = static_cast<std::size_t>(spaces) + 1;
  const ValueReader values(words, vocabulary);
  for (std::size_t title_end = title_begin; title_end < words.size(); ++title_end) {
    std::size_t end = title_end;
    auto found = values.read(head, end);
    if (!found || !words[end - 1].ends_line) continue;
    return FlatRow{id->id, join(words, title_begin, title_end), std::move(*found),
                   words[end - 1].line - at + 1};
  }
  return std::nullopt;
}

}  // namespace opsg::importing
