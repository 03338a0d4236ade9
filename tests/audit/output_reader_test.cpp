#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit_site.h"
#include "catch2.h"
#include "output_words.h"
#include "phrase_index.h"
#include "plain_reader.h"
#include "random_files.h"

namespace opsg::testing {
namespace {

using audit::OutputFormat;
using audit::OutputReader;
using audit::OutputWords;
using audit::Word;

constexpr auto kFormats = std::to_array(
    {OutputFormat::markup, OutputFormat::json, OutputFormat::csv, OutputFormat::calendar});

std::string to_text(const std::vector<Word>& words) {
  std::string text;
  for (const Word& w : words) {
    for (std::uint64_t value : {w.hash, std::uint64_t{w.begin}, std::uint64_t{w.end},
                                std::uint64_t{static_cast<unsigned char>(w.joint)},
                                std::uint64_t{w.letters}, std::uint64_t{w.digits}}) {
      text += std::to_string(value) + ' ';
    }
    for (bool value : {bool{w.starts_run}, bool{w.capital}, bool{w.zero_led}, bool{w.digit_led},
                       bool{w.is_ordinal}}) {
      text += value ? '1' : '0';
    }
    text += '\n';
  }
  return text;
}

void add(audit::WordReader& reader, std::vector<Word>& words) {
  words.insert(words.end(), reader.words().begin(), reader.words().end());
  reader.drop(reader.words().size());
}

/// In pieces of the size, each word taken as soon as it was read, at bytes of the file.
OutputWords in_pieces(OutputFormat format, std::string_view file, std::size_t size) {
  OutputReader reader(format, file, nullptr, size);
  OutputWords words;
  for (bool more = true; more;) {
    more = reader.read_piece();
    add(reader.text(), words.text);
    add(reader.values(), words.values);
  }
  const audit::MappedText decoded = decoded_output(format, file);
  for (auto* list : {&words.text, &words.values}) {
    for (Word& word : *list) {
      word.begin = decoded.origin(word.begin);
      word.end = decoded.origin(word.end - 1) + 1;
    }
  }
  return words;
}

TEST_CASE("files are read in pieces as if they were decoded as a whole") {
  RandomFiles files;
  std::size_t words = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string file = files.next();
    for (OutputFormat format : kFormats) {
      const OutputWords plain = plain_output_words(format, file);
      words += plain.text.size() + plain.values.size();
      for (std::size_t size : {std::size_t{1}, files.number(2, 80), OutputReader::kPiece}) {
        const OutputWords fast = in_pieces(format, file, size);
        const bool same = to_text(fast.text) == to_text(plain.text) &&
                          to_text(fast.values) == to_text(plain.values);
        if (same) continue;
        CAPTURE(file, static_cast<int>(format), size);
        REQUIRE(to_text(fast.text) == to_text(plain.text));
        REQUIRE(to_text(fast.values) == to_text(plain.values));
      }
    }
  }
  CHECK(words > 100000);
}

TEST_CASE("no piece of a file is held longer than it is read") {
  std::string file;
  while (file.size() < 40 * OutputReader::kPiece) file += "<p class=\"x\">caf&eacute; plan</p>\n";
  OutputReader reader(OutputFormat::markup, file);
  std::size_t pieces = 0;
  while (reader.read_piece()) {
    ++pieces;
    CHECK(reader.text().words().size() < OutputReader::kPiece);
    reader.text().drop(reader.text().words().size());
  }
  CHECK(pieces >= 40);
}

/// All phrases that begin with each of the words, found from the words that are there in turn.
std::string phrases_in(const audit::PhraseIndex& phrases, std::span<const Word> words,
                       std::size_t at_a_time) {
  constexpr std::size_t kKept = audit::PhraseIndex::kLongestPhrase - 1;
  std::string found;
  for (std::size_t begin = 0; begin < words.size(); begin += at_a_time) {
    const std::size_t starts = std::min(at_a_time, words.size() - begin);
    const std::size_t seen = std::min(starts + kKept, words.size() - begin);
    const auto note = [&](std::size_t phrase, std::size_t at, std::size_t length) {
      found += std::to_string(phrase) + ' ' + std::to_string(begin + at) + ' ' +
               std::to_string(length) + '\n';
    };
    phrases.scan(words.subspan(begin, seen), starts, note);
  }
  return found;
}

TEST_CASE("phrases are found in a part of the words as in all of them") {
  RandomFiles random;
  const auto words = [&](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      text += random.number(0, 20) == 0 ? "<p>" : " ";
      text += static_cast<char>('a' + random.number(0, 2));
    }
    return audit::read_output(OutputFormat::markup, text).text;
  };
  std::size_t found = 0;
  for (int i = 0; i < 200; ++i) {
    audit::PhraseIndex phrases;
    for (int k = 0; k < 20; ++k) phrases.add(words(random.number(1, 16)));
    const std::vector<Word> text = words(100);
    const std::string whole = phrases_in(phrases, text, text.size());
    found += whole.size();
    CHECK(phrases_in(phrases, text, random.number(1, 40)) == whole);
  }
  CHECK(found > 1000);
}

/// Which phrases of two words and more are in the files, which are read one after another.
std::set<std::size_t> phrases_in_files(const audit::PhraseIndex& phrases, OutputFormat format,
                                       const std::vector<std::string>& files,
                                       audit::KnownLines* known, std::size_t piece) {
  std::set<std::size_t> found;
  const auto note = [&](std::size_t phrase, std::size_t, std::size_t) { found.insert(phrase); };
  for (const std::string& file : files) {
    OutputReader reader(format, file, known, piece);
    std::vector<Word> text;
    std::vector<Word> values;
    for (bool more = true; more;) {
      more = reader.read_piece();
      add(reader.text(), text);
      add(reader.values(), values);
    }
    phrases.scan(text, note);
    phrases.scan(values, note);
  }
  return found;
}

/// Lines of which some are the same in many files, and which may hold only parts of tags.
class RandomLines {
 public:
  explicit RandomLines(RandomFiles& random) : random_(random) {
    for (std::size_t i = 0; i < 24; ++i) lines_.push_back(line());
  }

  std::string file() {
    std::string file;
    const std::size_t count = random_.number(1, 10);
    for (std::size_t i = 0; i < count; ++i) {
      file += random_.number(0, 3) == 0 ? line() : lines_[random_.number(0, lines_.size() - 1)];
    }
    return file;
  }

 private:
  std::string line() {
    constexpr auto kPieces = std::to_array<std::string_view>(
        {"c ",     "d ",       "e ",        "f ",   "a ",          "b ",  "c ", "a",
         "b",      "<p>",      "</p>",      "<b>",  "<a title=\"", "\">", "\"", "<!--",
         "-->",    "<script>", "</script>", "<p ",  "=",           "'",   ">",  "&lt;a x=&quot;",
         "&quot;", "\\\"",     "&amp;",     "<br>", "%41",         ","});
    constexpr auto kBegins =
        std::to_array<std::string_view>({"<li>", "  <p>", "</div>", "\"", "  \"a\": ", "", "<b>"});
    std::string line(kBegins[random_.number(0, kBegins.size() - 1)]);
    const std::size_t count = random_.number(0, 5);
    for (std::size_t i = 0; i < count; ++i) line += kPieces[random_.number(0, kPieces.size() - 1)];
    return line + '\n';
  }

  RandomFiles& random_;
  std::vector<std::string> lines_;
};

TEST_CASE("what is found does not depend on lines that are left out because they are known") {
  RandomFiles random;
  std::size_t found = 0;
  for (int i = 0; i < 2000; ++i) {
    const OutputFormat format =
        random.number(0, 2) == 0 ? OutputFormat::json : OutputFormat::markup;
    RandomLines lines(random);
    std::vector<std::string> files;
    for (int k = 0; k < 4; ++k) files.push_back(lines.file());
    audit::PhraseIndex phrases;
    const std::vector<Word> letters =
        audit::words_of("a b c d e f a c e b d f b a f e d c b e a d");
    for (std::size_t first = 0; first + 4 < letters.size(); ++first) {
      for (std::size_t length = 1; length <= 4; ++length) {
        phrases.add(std::span(letters).subspan(first, length));
      }
    }
    const std::size_t piece = random.number(0, 1) == 0 ? OutputReader::kPiece : 40;
    audit::KnownLines known;
    const auto all = phrases_in_files(phrases, format, files, nullptr, piece);
    found += all.size();
    CAPTURE(i, piece, static_cast<int>(format));
    CHECK(phrases_in_files(phrases, format, files, &known, piece) == all);
  }
  CHECK(found > 1000);
}

TEST_CASE("lines that are known are not read again") {
  const std::string line = "<li><a href=\"/about/\">About</a></li>\n";
  const std::string file = line + line + line + line;
  audit::KnownLines known;
  OutputReader reader(OutputFormat::markup, file, &known);
  while (reader.read_piece()) {
  }
  CHECK(reader.text().words().size() == 2);  // the first one, and the last one of the file
}

std::string encoded(char c, std::size_t way) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  const std::string hex = {kHex[byte >> 4], kHex[byte & 15]};
  switch (way) {
    case 0:
      return "&#" + std::to_string(int{byte}) + ';';
    case 1:
      return "&#x" + hex + ';';
    case 2:
      return "\\u00" + hex;
    case 3:
      return '%' + hex;
    case 4:
      return std::string(1, c) + "\u00AD";
    case 5:
      return std::string("<b>") + c + "</b>";
    case 6:
      return "&amp;#" + std::to_string(int{byte}) + ';';
    case 7:
      return std::string(1, c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
    default:
      return std::string(1, c);
  }
}

TEST_CASE("however its letters are written, and wherever it stands, a passage is found") {
  constexpr std::string_view kPassage = "the zebra eats quietly behind a barn";
  const AuditSite site =
      AuditSite().minutes("white", "Public words.\n\n(AMBER) " + std::string(kPassage) + "\n");
  RandomFiles random;
  for (int i = 0; i < 300; ++i) {
    std::string written;
    for (char c : kPassage) written += c == ' ' ? " " : encoded(c, random.number(0, 40));
    std::string page = "<body><p>";
    page.append(OutputReader::kPiece - random.number(0, 80), random.number(0, 1) ? ' ' : 'x');
    page += "</p><p>" + written + "</p>";
    CAPTURE(written);
    CHECK_FALSE(AuditSite(site).output("index.html", page).is_clean());
    CHECK(AuditSite(site).output("index.html", page.substr(0, 15000)).is_clean());
  }
}

}  // namespace
}  // namespace opsg::testing
