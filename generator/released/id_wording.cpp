#include "id_wording.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "ascii.h"
#include "text.h"

namespace opsg::released {
namespace {

/// One example, and what it is in words.
struct Wording {
  std::string example;
  std::vector<std::string> words;
  bool in_full = true;                   ///< The words say all that the pattern does.
  std::vector<std::string> others = {};  ///< Examples of what else may be written.
};

/// Characters of which one stands for all.
struct CharacterKind {
  std::string_view pattern;
  std::string_view one;
  std::string_view many;
  std::string_view examples;  ///< In a row; none of digits, which make a number.
};

constexpr std::string_view kCapitals = "ABCDEFGHI";
constexpr std::array<CharacterKind, 10> kCharacterKinds = {{
    {"\\d", "a digit", "digits", ""},
    {"[0-9]", "a digit", "digits", ""},
    {"\\w", "a letter or digit", "letters or digits", kCapitals},
    {"[A-Z]", "a capital letter", "capital letters", kCapitals},
    {"[a-z]", "a small letter", "small letters", "abcdefghi"},
    {"[A-Za-z]", "a letter", "letters", kCapitals},
    {"[a-zA-Z]", "a letter", "letters", kCapitals},
    {"[A-Z0-9]", "a capital letter or digit", "capital letters or digits", kCapitals},
    {"[A-Za-z0-9]", "a letter or digit", "letters or digits", kCapitals},
    {"[a-zA-Z0-9]", "a letter or digit", "letters or digits", kCapitals},
}};

/// How often what stands before it may stand there.
struct Repetition {
  std::size_t least = 1;
  bool exactly = true;
};

/// Reads letters, digits, spaces, punctuation, kinds of characters, groups, alternatives and
/// repetitions.
class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) : rest_(pattern) {}

  std::optional<Wording> read() {
    auto wording = alternatives();
    return rest_.empty() ? wording : std::nullopt;
  }

 private:
  /// The words are those of the first one.
  std::optional<Wording> alternatives() {
    auto first = sequence();
    while (first && take("|")) {
      const auto other = sequence();
      if (!other) return std::nullopt;
      first->in_full = false;
      first->others.push_back(other->example);
    }
    return first;
  }

  std::optional<Wording> sequence() {
    Wording out;
    while (!rest_.empty() && rest_[0] != '|' && rest_[0] != ')') {
      const auto one = piece();
      if (!one) return std::nullopt;
      for (std::string& other : out.others) other += one->example;
      for (const std::string& other : one->others) out.others.push_back(out.example + other);
      out.example += one->example;
      out.words.insert(out.words.end(), one->words.begin(), one->words.end());
      out.in_full = out.in_full && one->in_full;
    }
    return out;
  }

  std::optional<Wording> piece() {
    for (const CharacterKind& kind : kCharacterKinds) {
      if (take(kind.pattern)) return characters(kind, repetition());
    }
    if (take("(?:") || take("(")) return group();
    if (take("\\")) return escaped();
    return literal();
  }

  std::optional<Wording> group() {
    auto inner = alternatives();
    if (!inner || !take(")")) return std::nullopt;
    const Repetition times = repetition();
    if (times.exactly && times.least == 1) return inner;
    inner->in_full = false;
    if (times.least == 0) inner->example.clear();
    return times.least <= 1 ? inner : std::nullopt;
  }

  /// Escaped letters and digits stand for others.
  std::optional<Wording> escaped() {
    const bool is_itself =
        !rest_.empty() && !is_beyond_ascii(rest_[0]) && slugify(rest_.substr(0, 1)).empty();
    if (!is_itself) return std::nullopt;
    const std::string character(rest_.substr(0, 1));
    rest_.remove_prefix(1);
    return repeated(character);
  }

  /// Up to what is repeated: that is a piece of its own.
  std::optional<Wording> literal() {
    std::string text;
    while (!rest_.empty() && std::string_view("\\[](){}.^$*+?|").find(rest_[0]) == rest_.npos) {
      text += rest_[0];
      rest_.remove_prefix(1);
      if (is_repeated() && text.size() > 1) {
        rest_ = {rest_.data() - 1, rest_.size() + 1};
        text.pop_back();
        break;
      }
      if (is_repeated()) return repeated(text);
    }
    if (text.empty()) return std::nullopt;
    return Wording{text,
                   trim(text).empty() ? std::vector<std::string>()
                                      : std::vector{fmt::format("`{}`", trim(text))},
                   true};
  }

  std::optional<Wording> repeated(const std::string& character) {
    const Repetition times = repetition();
    if (times.least > 1) return std::nullopt;
    const bool perhaps = times.least == 0;
    return Wording{perhaps ? "" : character,
                   {fmt::format("{}`{}`", perhaps ? "perhaps " : "", character)},
                   true};
  }

  static std::string example_of(const CharacterKind& kind, std::size_t length) {
    return kind.examples.empty() ? std::string(length - 1, '0') + '1'
                                 : std::string(kind.examples.substr(0, length));
  }

  static Wording characters(const CharacterKind& kind, Repetition times) {
    static constexpr std::array<std::string_view, 5> kCounts = {"no", "one", "two", "three",
                                                                "four"};
    const std::string many(kind.many);
    if (times.exactly && times.least == 1) return {example_of(kind, 1), {std::string(kind.one)}};
    if (times.exactly && times.least > 0 && times.least < kCounts.size()) {
      return {example_of(kind, times.least), {fmt::format("{} {}", kCounts[times.least], many)}};
    }
    if (times.least > 1) return {example_of(kind, times.least), {many}, false};
    if (kind.examples.empty()) return {"12", {"a number"}};
    return {example_of(kind, 2), {many}, times.least == 1};
  }

  bool is_repeated() const {
    return !rest_.empty() && std::string_view("*+?{").find(rest_[0]) != std::string_view::npos;
  }

  Repetition repetition() {
    if (take("*") || take("?")) return {0, false};
    if (take("+")) return {1, false};
    if (!rest_.starts_with('{')) return {};
    const std::size_t end = rest_.find('}');
    const std::string_view inside = rest_.substr(1, end - 1);
    const bool one_digit =
        !inside.empty() && is_ascii_digit(inside[0]) && (inside.size() == 1 || inside[1] == ',');
    if (end == std::string_view::npos || !one_digit) return {};  // The `{` is not read on.
    rest_.remove_prefix(end + 1);
    return {static_cast<std::size_t>(inside[0] - '0'), inside.size() == 1};
  }

  bool take(std::string_view start) {
    if (!rest_.starts_with(start)) return false;
    rest_.remove_prefix(start.size());
    return true;
  }

  std::string_view rest_;
};

std::string listed(const std::vector<std::string>& words, std::string_view last_gap) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? last_gap : ", ";
    out += words[i];
  }
  return out;
}

/// "`CPM12` or `PM12`": those that are what they are said to be.
std::string examples_of(const Wording& wording, const std::string& pattern) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> examples = {fmt::format("`{}`", wording.example)};
  for (const std::string& other : wording.others) {
    const std::string quoted = fmt::format("`{}`", other);
    const bool is_new = std::find(examples.begin(), examples.end(), quoted) == examples.end();
    if (is_new && examples.size() < kMost && RE2::FullMatch(other, pattern)) {
      examples.push_back(quoted);
    }
  }
  return listed(examples, " or ");
}

}  // namespace

std::string id_wording(std::string_view pattern) {
  const auto wording = PatternReader(pattern).read();
  if (!wording || wording->example.empty() ||
      !RE2::FullMatch(wording->example, std::string(pattern))) {
    return fmt::format("ids have the form `{}`", pattern);
  }
  if (!wording->in_full) {
    return fmt::format("ids look like {}, for example",
                       examples_of(*wording, std::string(pattern)));
  }
  return fmt::format("ids look like `{}`: {}", wording->example, listed(wording->words, " and "));
}

}  // namespace opsg::released
