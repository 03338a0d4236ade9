#include "headlines_consistency.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ascii.h"
#include "inline_text.h"
#include "statement.h"
#include "text.h"

namespace opsg::released {
namespace {

/// Of the words of the shorter sentence: what they share where they say much the same.
constexpr double kMuchTheSame = 0.7;
constexpr std::size_t kFewestShared = 4;

using Words = std::set<std::string>;

bool is_significant(std::string_view word) {
  static constexpr std::array<std::string_view, 28> kCommon = {
      "also", "and",  "any",  "are", "been", "but",   "for",   "from", "had", "has",
      "have", "into", "its",  "not", "one",  "opsg",  "other", "that", "the", "their",
      "them", "they", "this", "was", "were", "which", "will",  "with"};
  return word.size() > 2 && std::find(kCommon.begin(), kCommon.end(), word) == kCommon.end();
}

bool is_word_byte(char c) {
  return is_ascii_lower(c) || is_ascii_digit(c) || is_beyond_ascii(c);
}

/// The words of a text that carry its meaning, cut to their beginnings so that "Incidents" is
/// "Incident"; figures aside, which are compared by themselves.
Words significant_words(std::string_view text) {
  constexpr std::size_t kStem = 6;
  Words words;
  const std::string lower = ascii_lower(text);
  for (std::size_t at = 0; at < lower.size();) {
    std::size_t end = at;
    while (end < lower.size() && is_word_byte(lower[end])) ++end;
    const std::string_view word = std::string_view(lower).substr(at, end - at);
    at = end + 1;
    if (is_significant(word) && find_figures(word).empty()) words.emplace(word.substr(0, kStem));
  }
  return words;
}

std::size_t shared_words(const Words& a, const Words& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
}

bool has_figure(const std::vector<Figure>& figures, const Figure& figure) {
  return std::any_of(figures.begin(), figures.end(),
                     [&](const Figure& other) { return other.means(figure); });
}

/// Numbers of different things do not contradict each other.
bool counts_the_same(const Figure& a, const Figure& b) {
  constexpr std::size_t kStem = 4;
  return a.kind == b.kind && a.unit.substr(0, kStem) == b.unit.substr(0, kStem);
}

/// The first figure of `a` that `b` lacks while it has another of that kind in its place.
struct Replaced {
  const Figure* here = nullptr;
  const Figure* there = nullptr;
};

Replaced replaced_figure(const std::vector<Figure>& a, const std::vector<Figure>& b) {
  for (const Figure& here : a) {
    if (has_figure(b, here)) continue;
    for (const Figure& there : b) {
      if (counts_the_same(here, there) && !has_figure(a, there)) return {&here, &there};
    }
  }
  return {};
}

/// "aob" for "Any Other Business".
std::string initials(std::string_view title) {
  std::string letters;
  bool begins = true;
  for (const char c : ascii_lower(title)) {
    if (begins && is_word_byte(c)) letters += c;
    begins = !is_word_byte(c);
  }
  return letters;
}

/// The words of a title, with what its acronyms stand for, and the acronym that it may be written
/// as.
Words title_words(std::string_view title, const Vocabulary* vocabulary) {
  Words words = significant_words(title);
  if (const std::string acronym = initials(title); acronym.size() > 2) words.insert(acronym);
  if (!vocabulary) return words;
  for (const auto& [acronym, expansion] : vocabulary->glossary()) {
    if (!words.contains(ascii_lower(acronym).substr(0, 6))) continue;
    words.merge(significant_words(expansion));
  }
  return words;
}

/// One meeting's two documents.
class Comparison {
 public:
  Comparison(const Record& headlines, const Record& minutes, const Site& site,
             Diagnostics& diagnostics)
      : headlines_(headlines), minutes_(minutes), site_(site), diagnostics_(diagnostics) {}

  void run() {
    if (headlines_.items.empty() || minutes_.items.empty()) return;
    for (const Item& item : headlines_.items) {
      const auto other = std::find_if(minutes_.items.begin(), minutes_.items.end(),
                                      [&](const Item& each) { return each.number == item.number; });
      if (other == minutes_.items.end()) {
        look_elsewhere(item);
        continue;
      }
      compare_titles(item, *other);
      compare_statements(item, *other);
    }
  }

 private:
  /// The minutes have no item of this number. Headlines may have one of their own; but where the
  /// minutes have its title under another number, one of the two is wrong.
  void look_elsewhere(const Item& item) {
    const Words words = words_of_title(item);
    for (const Item& other : minutes_.items) {
      const Words others = words_of_title(other);
      const std::size_t shared = shared_words(words, others);
      if (shared < 2 || shared < std::min(words.size(), others.size())) continue;
      diagnostics_
          .warning("headlines-differ", item.span,
                   fmt::format("item {} is item {} in the minutes", item.number, other.number))
          .note("the minutes have it here", other.span)
          .with_help("see which of the two is right, and correct the other");
      return;
    }
  }

  Words words_of_title(const Item& item) const {
    return title_words(item.title, site_.vocabulary ? &*site_.vocabulary : nullptr);
  }

  void compare_titles(const Item& item, const Item& other) {
    if (has_redaction(item.title) || has_redaction(other.title)) return;
    const Replaced replaced = replaced_figure(find_figures(item.title), find_figures(other.title));
    const Words words = words_of_title(item);
    const Words others = words_of_title(other);
    const bool unrelated = !words.empty() && !others.empty() && shared_words(words, others) == 0;
    if (!replaced.here && !unrelated) return;
    diagnostics_
        .warning("headlines-differ", item.span,
                 fmt::format("item {} is \"{}\" here, and \"{}\" in the minutes", item.number,
                             item.title, other.title))
        .note("the minutes' title is here", other.span)
        .with_help("see which of the two is right, and correct the other");
  }

  void compare_statements(const Item& item, const Item& other_item) {
    const std::vector<Statement> others = read_statements(minutes_, other_item);
    for (const Statement& statement : read_statements(headlines_, item)) {
      if (has_redaction(statement.text)) continue;
      const Statement* other = counterpart(statement, others);
      if (other) compare_figures(statement, *other, others);
    }
  }

  /// What the minutes say of the same: the statement that shares most words. Null where none shares
  /// enough.
  static const Statement* counterpart(const Statement& statement,
                                      const std::vector<Statement>& others) {
    const Words words = significant_words(statement.text);
    const Statement* best = nullptr;
    std::size_t most = 0;
    for (const Statement& other : others) {
      const Words other_words = significant_words(other.text);
      const std::size_t shared = shared_words(words, other_words);
      const auto fewest = static_cast<double>(std::min(words.size(), other_words.size()));
      const bool much_the_same =
          shared >= kFewestShared && static_cast<double>(shared) >= kMuchTheSame * fewest;
      if (!much_the_same || shared <= most) continue;
      most = shared;
      best = &other;
    }
    return best;
  }

  /// A figure that stands elsewhere in the minutes' item was told in another order, no more.
  void compare_figures(const Statement& statement, const Statement& other,
                       const std::vector<Statement>& others) {
    const Replaced replaced = replaced_figure(statement.figures, other.figures);
    if (!replaced.here) return;
    const bool stands_elsewhere = std::any_of(
        others.begin(), others.end(),
        [&](const Statement& each) { return has_figure(each.figures, *replaced.here); });
    if (stands_elsewhere) return;
    diagnostics_
        .warning("headlines-differ", replaced.here->span,
                 fmt::format("\"{}\" here, but \"{}\" where the minutes say the same",
                             replaced.here->written, replaced.there->written))
        .note("the minutes say it here", replaced.there->span)
        .with_help("see which of the two is right, and correct the other");
  }

  const Record& headlines_;
  const Record& minutes_;
  const Site& site_;
  Diagnostics& diagnostics_;
};

const Record* record_named(std::string_view name, const Meeting& meeting, const Site& site) {
  for (const std::size_t record : meeting.records) {
    if (site.records[record].name == name) return &site.records[record];
  }
  return nullptr;
}

}  // namespace

void judge_headlines(const Meeting& meeting, const Site& site, Diagnostics& diagnostics) {
  const Record* headlines = record_named("headlines", meeting, site);
  const Record* minutes = record_named("minutes", meeting, site);
  if (headlines && minutes) Comparison(*headlines, *minutes, site, diagnostics).run();
}

}  // namespace opsg::released
