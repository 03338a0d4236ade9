#include "id_wording.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <array>
#include <optional>
#include <vector>

#include "text.h"

namespace opsg::released {
namespace {

/// One example, and what it is in words.
struct Wording {
  std::string example;
  std::vector<std::string> words;
  bool in_full = true;  ///< The words say all that the pattern does.
};

/// How often what stands before it may stand there.
struct Repetition {
  std::size_t least = 1;
  bool exactly = true;
};

/// Reads letters, digits, spaces, punctuation, `\d`, groups, alternatives and repetitions.
class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) : rest_(pattern) {}

  std::optional<Wording> read() {
    auto wording = alternatives();
    return rest_.empty() ? wording : std::nullopt;
  }

 private:
  /// The first one stands for all.
  std::optional<Wording> alternatives() {
    auto first = sequence();
    while (first && take("|")) {
      if (!sequence()) return std::nullopt;
      first->in_full = false;
    }
    return first;
  }

  std::optional<Wording> sequence() {
    Wording out;
    while (!rest_.empty() && rest_[0] != '|' && rest_[0] != ')') {
      const auto one = piece();
      if (!one) return std::nullopt;
      out.example += one->example;
      out.words.insert(out.words.end(), one->words.begin(), one->words.end());
      out.in_full = out.in_full && one->in_full;
    }
    return out;
  }

  std::optional<Wording> piece() {
    if (take("\\d") || take("[0-9]")) return digits(repetition());
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
    const bool is_itself = !rest_.empty() && static_cast<unsigned char>(rest_[0]) < 0x80 &&
                           slugify(rest_.substr(0, 1)).empty();
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

  static Wording digits(Repetition times) {
    static constexpr std::array<std::string_view, 5> kCounts = {"no", "one", "two", "three",
                                                                "four"};
    if (times.exactly && times.least == 1) return {"1", {"a digit"}, true};
    if (times.exactly && times.least > 0 && times.least < kCounts.size()) {
      return {std::string(times.least - 1, '0') + '1',
              {fmt::format("{} digits", kCounts[times.least])},
              true};
    }
    if (times.least > 1) return {std::string(times.least - 1, '0') + '1', {"digits"}, false};
    return {"12", {"a number"}, true};
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
    const bool one_digit = !inside.empty() && inside[0] >= '0' && inside[0] <= '9' &&
                           (inside.size() == 1 || inside[1] == ',');
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

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
    out += words[i];
  }
  return out;
}

}  // namespace

std::string id_wording(std::string_view pattern) {
  const auto wording = PatternReader(pattern).read();
  if (!wording || wording->example.empty() ||
      !RE2::FullMatch(wording->example, std::string(pattern))) {
    return fmt::format("ids have the form `{}`", pattern);
  }
  if (!wording->in_full) {
    return fmt::format("ids have the form `{}`, such as `{}`", pattern, wording->example);
  }
  return fmt::format("ids look like `{}`: {}", wording->example, joined(wording->words));
}

}  // namespace opsg::released
