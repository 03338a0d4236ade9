#include "word_text_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <utility>

#include "canonical_words.h"
#include "letter_folding.h"
#include "line_shapes.h"
#include "text.h"
#include "word_xml.h"

namespace opsg::extraction {
namespace {

constexpr std::size_t kMostReports = 5;
/// So many words are looked for letter by letter; more are missing for another reason.
constexpr std::size_t kMostSearched = 1000;
/// Between two runs of text, which may be read apart: with a footnote between them. Private use.
constexpr std::string_view kPieceMark = "\xEE\x80\x81";  // U+E001

using Counts = std::map<std::string, std::size_t>;

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

/// Another form of what has been read already, or what nobody sees.
bool is_passed_over(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "del" || name == "instrText" || name == "delText") return true;
  if (name != "Fallback") return false;
  const pugi::xml_node first = node.parent().child("mc:Choice");
  return !trim(shown_text(first)).empty();
}

/// In any case: Word shows small letters as capitals.
std::vector<std::string> words_of(std::string_view text) {
  return importing::canonical_words(fold_text(text));
}

/// Collects the texts below a node by paragraph. Paragraphs of text boxes stand by themselves.
class TextCollector {
 public:
  void read(const pugi::xml_node& node) {
    for (const pugi::xml_node& child : node.children()) {
      if (!is_passed_over(child)) read_one(child);
    }
  }

  std::vector<std::string> take() { return std::move(paragraphs_); }

 private:
  void read_one(const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    if (name == "t" && std::string_view(node.name()) != "m:t") {
      text_.append(kPieceMark).append(node.text().get());
    } else if (name == "p") {
      std::string around = std::exchange(text_, {});
      read(node);
      if (!words_of(text_).empty()) paragraphs_.push_back(collapse_space(text_));
      text_ = std::move(around);
    } else if (name == "tab" || name == "ptab" || name == "br" || name == "cr") {
      text_ += ' ';
    } else if (name == "noBreakHyphen") {
      text_ += '-';
    } else {
      read(node);
    }
  }

  std::vector<std::string> paragraphs_;
  std::string text_;
};

void add_part(const WordParts& parts, const std::string& name, std::vector<std::string>& texts) {
  const auto part = parts.find(name);
  pugi::xml_document document;
  if (part == parts.end() || !load_word_xml(document, part->second)) return;
  TextCollector collector;
  collector.read(document);
  for (std::string& text : collector.take()) texts.push_back(std::move(text));
}

/// Letters and digits alone, so that emphasis and links part nothing.
std::string squeezed(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) {
    for (const std::string& word : words_of(text)) out += word;
  }
  return out;
}

std::string without_marks(std::string text) {
  for (std::size_t at = text.find(kPieceMark); at != text.npos; at = text.find(kPieceMark, at)) {
    text.erase(at, kPieceMark.size());
  }
  return text;
}

std::size_t occurrences(std::string_view text, std::string_view needle) {
  std::size_t count = 0;
  for (std::size_t at = text.find(needle); at != text.npos; at = text.find(needle, at + 1)) ++count;
  return count;
}

Counts count_words(const std::vector<std::string>& texts) {
  Counts counts;
  for (const std::string& text : texts) {
    for (std::string& word : words_of(text)) ++counts[std::move(word)];
  }
  return counts;
}

/// The words of which a document's file holds more than what was read.
class LostWords {
 public:
  LostWords(const VisibleText& visible, const std::vector<std::string>& read) {
    const Counts wanted = count_words(visible.paragraphs);
    const Counts given = count_words(read);
    const auto missing = [&](const std::string& word, std::size_t count) {
      const auto found = given.find(word);
      return count - std::min(count, found == given.end() ? 0 : found->second);
    };
    for (const auto& [word, count] : wanted) {
      if (const std::size_t lost = missing(word, count)) lost_[word] = lost;
    }
    for (const auto& [word, count] : count_words(visible.furniture)) {
      if (missing(word, 1) > 0) lost_.try_emplace(word, count);
    }
    if (!lost_.empty()) find_within_words(visible, read);
  }

  bool empty() const { return lost_.empty(); }

  /// Whether all of the text's words are lost; if so they are accounted for.
  bool take(std::string_view text) {
    Counts rest = lost_;
    for (const std::string& word : words_of(text)) {
      const auto found = rest.find(word);
      if (found == rest.end()) return false;
      if (--found->second == 0) rest.erase(found);
    }
    lost_ = std::move(rest);
    return true;
  }

  /// Those that are left, in one text.
  std::string rest() const {
    std::string text;
    for (const auto& [word, count] : lost_) text += (text.empty() ? "" : " ") + word;
    return text;
  }

 private:
  /// A word that emphasis or a link parts was read in pieces.
  void find_within_words(const VisibleText& visible, const std::vector<std::string>& read) {
    if (lost_.size() > kMostSearched) return;
    const std::string wanted = squeezed(visible.paragraphs) + squeezed(visible.furniture);
    const std::string given = squeezed(read);
    std::erase_if(lost_, [&](const auto& lost) {
      return occurrences(given, lost.first) >= occurrences(wanted, lost.first);
    });
  }

  Counts lost_;
};

}  // namespace

VisibleText find_visible_text(const WordParts& parts, const std::string& main) {
  VisibleText visible;
  add_part(parts, main, visible.paragraphs);
  for (const char* relation : {"footnotes", "endnotes"}) {
    for (const std::string& part : related_parts(parts, main, relation)) {
      add_part(parts, part, visible.paragraphs);
    }
  }
  for (const char* relation : {"header", "footer", "diagramData", "chart"}) {
    for (const std::string& part : related_parts(parts, main, relation)) {
      add_part(parts, part, visible.furniture);
    }
  }
  return visible;
}

void report_lost_text(const VisibleText& visible, const importing::DocumentText& document,
                      WordReport& report) {
  std::vector<std::string> read = document.asides;
  for (const importing::DocumentLine& line : document.lines) {
    read.push_back(importing::without_emphasis(line.text));
  }
  LostWords lost(visible, read);
  std::size_t reports = 0;
  for (const auto* texts : {&visible.paragraphs, &visible.furniture}) {
    for (const std::string& text : *texts) {
      if (lost.empty() || reports == kMostReports) break;
      if (!lost.take(text)) continue;
      report.lost_text(without_marks(text));
      ++reports;
    }
  }
  if (!lost.empty()) report.lost_text(lost.rest());
}

}  // namespace opsg::extraction
