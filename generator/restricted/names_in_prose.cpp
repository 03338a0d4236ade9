#include "names_in_prose.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "portion_lookup.h"
#include "text.h"
#include "word_list.h"

namespace opsg::restricted {
namespace {

constexpr std::array<std::string_view, 22> kTitles = {
    "mr",   "mrs",   "ms",         "miss", "mx",   "dr",       "doctor",    "prof",
    "sir",  "dame",  "lord",       "lady", "hon",  "baroness", "professor", "rt",
    "cllr", "cllrs", "councillor", "rev",  "revd", "reverend"};
/// Honours and the like, which stand behind a name and are left out where it is spoken.
constexpr std::array<std::string_view, 24> kSuffixes = {
    "obe", "mbe", "cbe", "kbe", "dbe",  "bem",  "mp",   "mep",  "msp", "jp",  "kc",  "qc",
    "frs", "phd", "dl",  "esq", "ceng", "ieng", "miet", "fiet", "bsc", "msc", "mba", "freng"};
/// What stands in an attendance list where nobody's name is known, by its first word.
constexpr std::array<std::string_view, 5> kPlaceholders = {"tbc", "tbd", "vacant", "unknown",
                                                           "none"};
/// The same in full: "N. Smith" is a name, "N/A" is none.
constexpr std::array<std::string_view, 7> kPlaceholderPhrases = {
    "n a", "to be confirmed", "to be announced", "to be decided", "chair", "secretary", "observer"};

/// A name as it is spoken: titles and what follows in brackets left out, "Smith, Jane" turned.
struct SpokenName {
  std::vector<std::string> words;
  std::size_t surname = 0;  ///< Index of its first word: of "Lee-Rowe" the first part.
  bool titled = false;
};

std::size_t first_word_of_surname(std::string_view name, const std::vector<std::string>& words) {
  const std::string collapsed = collapse_space(name);
  const auto last_space = collapsed.rfind(' ');
  if (last_space == std::string::npos) return words.empty() ? 0 : words.size() - 1;
  const std::size_t parts = source_words(std::string_view(collapsed).substr(last_space)).size();
  return words.size() - std::min(std::max<std::size_t>(parts, 1), words.size());
}

/// "Jane Smith OBE", "Jane Smith, M.B.E.": without the last word, as often as it is no name.
std::string_view without_suffixes(std::string_view name) {
  for (;;) {
    const std::string_view trimmed = trim(name);
    const auto space = trimmed.rfind(' ');
    if (space == std::string_view::npos) return trimmed;
    std::string last;
    for (const SourceWord& word : source_words(trimmed.substr(space))) last += word.text;
    if (!is_one_of(last, kSuffixes)) return trimmed;
    name = trimmed.substr(0, trimmed.find_last_not_of(" ,", space) + 1);
  }
}

SpokenName spoken_name(std::string_view written) {
  std::string name(without_suffixes(written.substr(0, written.find('('))));
  if (const auto comma = name.find(','); comma != std::string::npos) {
    name = name.substr(comma + 1) + " " + name.substr(0, comma);
  }
  SpokenName spoken;
  for (SourceWord& word : source_words(name)) {
    const bool title = spoken.words.empty() && is_one_of(word.text, kTitles);
    spoken.titled = spoken.titled || title;
    if (!title && !word.text.empty()) spoken.words.push_back(std::move(word.text));
  }
  spoken.surname = first_word_of_surname(name, spoken.words);
  return spoken;
}

bool is_placeholder(const std::vector<std::string>& words) {
  return is_one_of(words.front(), kPlaceholders) ||
         is_one_of(fmt::format("{}", fmt::join(words, " ")), kPlaceholderPhrases);
}

/// What ends a name in an attendance list, and whether another person or a role follows.
struct NameBreak {
  std::string_view text;
  bool before_person = false;
};
constexpr std::array<NameBreak, 8> kNameBreaks = {{{", ", false},
                                                   {" - ", false},
                                                   {" \u2013 ", false},
                                                   {" \u2014 ", false},
                                                   {" / ", true},
                                                   {" and ", true},
                                                   {" & ", true},
                                                   {"; ", true}}};

struct NameEnd {
  std::size_t at = std::string_view::npos;
  NameBreak by;
};

NameEnd first_end_of_name(std::string_view text) {
  NameEnd first;
  for (const NameBreak& each : kNameBreaks) {
    const std::size_t at = text.find(each.text);
    if (at < first.at) first = {at, each};
  }
  return first;
}

/// Besides what is written as a whole: the person in "Jane Smith - Chair" and "Jane Smith, Chair",
/// and each of those in "Jane Smith and John Jones", by first name and surname.
std::vector<std::string_view> people_in(std::string_view written) {
  std::vector<std::string_view> people;
  NameEnd end;
  do {
    end = first_end_of_name(written);
    people.push_back(written.substr(0, end.at));
    written.remove_prefix(std::min(written.size(), people.back().size() + end.by.text.size()));
  } while (end.by.before_person);
  return people;
}

std::string initials(std::span<const std::string> words) {
  std::string letters;
  for (const std::string& word : words) append_utf8(letters, decode_utf8(word)[0]);
  return letters;
}

/// What people write before a surname: first name, "J", the "JQ" of "Jane Q. Smith", titles.
std::vector<std::string> short_first_names(const SpokenName& name) {
  const std::span<const std::string> first(name.words.data(), name.surname);
  std::vector<std::string> names;
  if (first.size() > 1) names = {first.front(), initials(first)};
  if (!first.empty()) names.push_back(initials(first.first(1)));
  names.insert(names.end(), kTitles.begin(), kTitles.end());
  return names;
}

/// The other ways in which people write a name of more than one word.
std::vector<std::vector<std::string>> forms_of(const SpokenName& name) {
  std::vector<std::vector<std::string>> forms;
  for (std::string& first : short_first_names(name)) {
    forms.push_back({std::move(first)});
    forms.back().insert(forms.back().end(), name.words.begin() + static_cast<long>(name.surname),
                        name.words.end());
  }
  return forms;
}

constexpr std::size_t kMostInitials = 3;

bool is_initial(const SourceWord& word) {
  return word.capital && code_point_count(word.text) == 1;
}

/// "Smith, Jane", "Smith, J.", "Smith, J. Q.": the surname, then one or all of the first names, in
/// full or as initials.
std::vector<std::vector<std::string>> turned_forms_of(const SpokenName& name) {
  if (name.surname == 0) return {};
  const std::span<const std::string> first(name.words.data(), name.surname);
  std::vector<std::string> letters;
  for (const std::string& each : first) letters.push_back(initials({&each, 1}));
  std::vector<std::vector<std::string>> behind = {{first.front()}, {letters.front()}};
  if (first.size() > 1) {
    behind.insert(behind.end(), {{first.begin(), first.end()}, letters, {initials(first)}});
  }
  for (std::vector<std::string>& words : behind) {
    words.insert(words.begin(), name.words.begin() + static_cast<long>(name.surname),
                 name.words.end());
  }
  return behind;
}

bool is_next_to(const SourceWord& before, const SourceWord& word) {
  return word.line == before.line && word.column == before.column + before.length + 1;
}

/// "J. Smith", "Dr. Smith", "jane.smith@" and "/jane/smith" are one name, "with Jane. Smith left"
/// is not.
bool continues_name(const SourceWord& before, const SourceWord& word) {
  if (word.gap == WordGap::joined || is_next_to(before, word)) return true;
  return word.gap == WordGap::dot &&
         (code_point_count(before.text) == 1 || is_one_of(before.text, kTitles));
}

/// At the comma of "Smith, Jane", which may end a line; list items of a name each are no name.
bool turns_name(const SourceWord& before, const SourceWord& word) {
  const bool wrapped = word.line == before.line + 1 && word.column == 1;
  return word.gap == WordGap::broken && (word.line == before.line || wrapped);
}

void warn_of_no_person(const TomlValue& name, Diagnostics& diagnostics) {
  diagnostics
      .warning("name-not-a-person", name.span(),
               fmt::format("`{}` is a party, an acronym or a level, not a person's name",
                           trim(*name.string())))
      .with_help("leave `name` out where nobody is named; text is not searched for this one");
}

/// What can be done but to name a role or an organisation. A marking works in prose alone, and a
/// label not in the settings of the site, which are public.
std::string way_to_withhold(const SourcePath& path, bool in_toml, std::string_view level) {
  if (!in_toml) return fmt::format(", or mark the text {}", level);
  if (path.view() == "site.toml") return ": what site.toml says is public";
  if (path.view().ends_with(".md")) return fmt::format(", or label the document {}", level);
  return fmt::format(", or give the table `classification = \"{}\"`", level);
}

void report(const SourceSpan& span, Level portion, const PersonalNames::Match& match, bool in_toml,
            const Policy& policy, Diagnostics& diagnostics) {
  diagnostics
      .error("name-in-prose", span,
             fmt::format("a person's name, which is {}, stands in {} text",
                         policy[match.level].name, policy[portion].name))
      .note("the person is named here", match.named_at)
      .with_help("name the role or organisation" +
                 way_to_withhold(span.path, in_toml, policy[match.level].name));
}

struct NameSearch {
  const PersonalNames& names;
  std::size_t least_words;  ///< Shorter matches are none.
};

bool check_strings(const TomlTable& table, Level level, const TomlScope& scope,
                   const NameSearch& search, Diagnostics& diagnostics) {
  bool certain = true;
  walk_values(table, level, scope, [&](const LevelledValue& found) {
    if (!found.value.string() || is_personal(found.key.name, scope)) return;
    for (const auto& match : search.names.find(source_words(*found.value.string()))) {
      if (found.level >= match.level || match.word_count < search.least_words) continue;
      certain = false;
      report(found.value.span(), found.level, match, true, scope.policy, diagnostics);
    }
  });
  return certain;
}

}  // namespace

void PersonalNames::add(const TomlTable& facts, Level level, const TomlScope& scope,
                        const std::set<std::string, std::less<>>& not_people,
                        Diagnostics& diagnostics) {
  walk_values(facts, level, scope, [&](const LevelledValue& found) {
    if (!is_personal(found.key.name, scope) || !found.value.string()) return;
    const std::string& name = *found.value.string();
    const SpokenName spoken = spoken_name(name);
    const bool other_word =
        spoken.words.size() == 1 && not_people.contains(ascii_upper(spoken.words.front()));
    if (not_people.contains(ascii_upper(trim(name))) || (other_word && !spoken.titled)) {
      return warn_of_no_person(found.value, diagnostics);
    }
    // "Mr. Green": without the title, it is the level that is read of.
    if (other_word) return add_titled(spoken.words, found.value.span(), found.level);
    add_name(found.value, found.level);
  });
}

void PersonalNames::add_name(const TomlValue& name, Level level) {
  const SpokenName spoken = spoken_name(*name.string());
  if (spoken.words.empty() || is_placeholder(spoken.words)) return;
  if (spoken.words.size() == 1) {
    add_form({spoken.words, true, 0, 0, level, name.span()});
    return;
  }
  const auto add_forms = [&](const SpokenName& person) {
    add_form({person.words, false, 0, person.surname, level, name.span()});
    for (std::vector<std::string>& words : forms_of(person)) {
      add_form({std::move(words), false, 0, 1, level, name.span()});
    }
    const std::size_t turn = person.words.size() - person.surname;
    for (std::vector<std::string>& words : turned_forms_of(person)) {
      add_form({std::move(words), false, turn, 0, level, name.span()});
    }
  };
  add_forms(spoken);
  for (const std::string_view each : people_in(*name.string())) {
    const SpokenName person = spoken_name(each);
    if (person.words.size() > 1 && !is_placeholder(person.words)) add_forms(person);
    if (person.words.size() == 1 && person.titled) add_titled(person.words, name.span(), level);
  }
}

void PersonalNames::add_titled(const std::vector<std::string>& surname, const SourceSpan& named_at,
                               Level level) {
  for (std::vector<std::string>& words : forms_of({surname, 0, true})) {
    add_form({std::move(words), false, 0, 1, level, named_at});
  }
}

void PersonalNames::add_form(Form form) {
  first_words_.add(form.words.front());
  std::vector<Form>& same_start = forms_[form.words.front()];
  // Words hold no spaces.
  const std::string key = fmt::format("{} {}", fmt::join(form.words, " "), form.turn);
  const auto [known, is_new] = places_.try_emplace(key, same_start.size());
  if (is_new) {
    same_start.push_back(std::move(form));
  } else if (form.level < same_start[known->second].level) {
    same_start[known->second] = std::move(form);
  }
}

std::size_t PersonalNames::match(const Form& form, std::span<const SourceWord> words) {
  if (form.capital && !words[0].capital) return 0;
  const std::size_t most = form.surname > 0 ? kMostInitials : 0;
  std::size_t between = 0;
  for (std::size_t i = 0; i < form.words.size(); ++i) {
    std::size_t at = i + between;
    while (i == form.surname && between < most && at + 1 < words.size() && is_initial(words[at]) &&
           words[at].text != form.words[i] && continues_name(words[at - 1], words[at])) {
      at = i + ++between;
    }
    if (at >= words.size() || words[at].text != form.words[i]) return 0;
    if (i == 0) continue;
    // "Smith, a member", is nobody called Alan.
    if (i == form.turn && code_point_count(form.words[i]) == 1 && !words[at].capital) return 0;
    const auto& goes_on = i == form.turn ? turns_name : continues_name;
    if (!goes_on(words[at - 1], words[at])) return 0;
  }
  return form.words.size() + between;
}

PersonalNames::Match PersonalNames::longest_match(std::span<const SourceWord> words) const {
  Match best;
  if (!first_words_.may_hold(words.front().text)) return best;
  const auto forms = forms_.find(words.front().text);
  if (forms == forms_.end()) return best;
  for (const Form& form : forms->second) {
    const std::size_t count = match(form, words);
    if (count > best.word_count) best = {0, count, form.level, form.named_at};
  }
  return best;
}

std::vector<PersonalNames::Match> PersonalNames::find(std::span<const SourceWord> words) const {
  std::vector<Match> found;
  for (std::size_t at = 0; at < words.size();) {
    Match best = longest_match(words.subspan(at));
    best.first_word = at;
    at += std::max<std::size_t>(1, best.word_count);
    if (best.word_count > 0) found.push_back(std::move(best));
  }
  return found;
}

bool check_names_in_document(const PortionMap& map, std::span<const SourceWord> words,
                             const PersonalNames& names, const Policy& policy,
                             Diagnostics& diagnostics) {
  bool certain = true;
  for (const PersonalNames::Match& match : names.find(words)) {
    const SourceWord& first = words[match.first_word];
    const Level portion = level_at(map, first.line, first.column);
    if (portion >= match.level) continue;
    certain = false;
    const auto matched = words.subspan(match.first_word, match.word_count);
    report(span_of_words(matched, map.body.path), portion, match, false, policy, diagnostics);
  }
  return certain;
}

bool check_names_in_name(std::string_view name, Level label, const SourceSpan& label_span,
                         const PersonalNames& names, const Policy& policy,
                         Diagnostics& diagnostics) {
  bool certain = true;
  for (const PersonalNames::Match& match : names.find(source_words(name))) {
    if (label >= match.level) continue;
    certain = false;
    diagnostics
        .error("name-in-prose", label_span,
               fmt::format("labelled {}, but a person's name, which is {}, stands in the name `{}`",
                           policy[label].name, policy[match.level].name, name))
        .note("the person is named here", match.named_at)
        .with_help("rename it: addresses are made of it");
  }
  return certain;
}

bool check_names_in_table(const TomlTable& table, Level level, const TomlScope& scope,
                          const PersonalNames& names, Diagnostics& diagnostics) {
  return check_strings(table, level, scope, {names, 1}, diagnostics);
}

bool check_names_in_policy(const TomlTable& policy, const TomlScope& scope,
                           const PersonalNames& names, Diagnostics& diagnostics) {
  return check_strings(policy, Level{}, scope, {names, 2}, diagnostics);
}

}  // namespace opsg::restricted
