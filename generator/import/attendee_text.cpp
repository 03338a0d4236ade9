#include "attendee_text.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "ascii.h"
#include "line_shapes.h"
#include "text.h"

namespace opsg::importing {
namespace {

constexpr std::array<std::string_view, 34> kOrganisationWords = {
    "alliance", "association", "board",     "centre",     "chair",          "committee",
    "consumer", "consumers",   "council",   "deputy",     "group",          "industry",
    "large",    "limited",     "member",    "members",    "network",        "networks",
    "observer", "operator",    "operators", "operations", "other",          "panel",
    "parties",  "party",       "providers", "provider",   "representative", "representatives",
    "sec",      "small",       "supplier",  "suppliers"};
constexpr std::array<std::string_view, 12> kParticles = {"de", "da", "der", "den", "di",  "du",
                                                         "la", "le", "van", "von", "bin", "al"};
constexpr std::size_t kMostNameWords = 4;

bool is_acronym(std::string_view word) {
  const auto letters = std::count_if(word.begin(), word.end(), is_ascii_upper);
  return letters >= 2 && std::none_of(word.begin(), word.end(), is_ascii_lower);
}

bool is_organisation_word(std::string_view word) {
  const std::string lower = ascii_lower(word);
  const bool common = std::find(kOrganisationWords.begin(), kOrganisationWords.end(), lower) !=
                      kOrganisationWords.end();
  return is_acronym(word) || (common && is_ascii_upper(word.front()));
}

bool is_name_word(std::string_view word) {
  if (std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end()) return true;
  const bool begins = is_ascii_upper(word.front()) || is_beyond_ascii(word.front());
  return begins && std::none_of(word.begin(), word.end(), [](char c) {
           return is_ascii_digit(c) ||
                  std::string_view(",;:!?&/()[]<>").find(c) != std::string_view::npos;
         });
}

bool is_person(const std::vector<std::string_view>& words) {
  return words.size() >= 2 && words.size() <= kMostNameWords &&
         std::all_of(words.begin(), words.end(), is_name_word) &&
         !std::all_of(words.begin(), words.end(), is_organisation_word);
}

std::string joined(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) text += ' ';
    text += words[i];
  }
  return text;
}

/// The number of words, from the first on, that name an organisation.
std::size_t organisation_length(const std::vector<std::string_view>& words,
                                const released::Vocabulary& vocabulary) {
  std::size_t known = 0;
  for (std::size_t end = 1; end <= words.size(); ++end) {
    if (vocabulary.find_party(joined(words, 0, end))) known = end;
  }
  std::size_t end = known;
  while (end < words.size() && is_organisation_word(words[end])) ++end;
  return end;
}

/// "2, 3.1 and 5-7"
void add_items(Attendee& attendee, std::string_view list) {
  static const RE2 number(R"((\d{1,3}(?:\.\d{1,3})*)(?:\s*[-–]\s*(\d{1,2})\b)?)");
  re2::StringPiece rest(list.data(), list.size());
  std::string item;
  std::string last;
  while (RE2::FindAndConsume(&rest, number, &item, &last)) {
    attendee.items.push_back(item);
    if (last.empty()) continue;
    for (int i = std::atoi(item.c_str()) + 1; i < std::atoi(last.c_str()); ++i) {
      attendee.items.push_back(std::to_string(i));
    }
    attendee.items.push_back(last);
  }
}

/// Takes "agenda items 2, 3.1 and 4" out of a bracket's text.
void take_items(std::string& text, Attendee& attendee) {
  static const RE2 items(
      R"((?i)\b(?:for\s+)?(?:agenda\s+)?items?\s*:?\s*(\d[\d.]*(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*[&–-]\s*)\d[\d.]*)*)\b)");
  std::string list;
  if (!RE2::PartialMatch(text, items, &list)) return;
  add_items(attendee, list);
  RE2::Replace(&text, items, "");
}

void read_remark(std::string_view remark, Attendee& attendee) {
  static const RE2 alternate(
      R"((?i)(?:acting\s+as\s+)?(?:an?\s+)?(?:alternate|alternative|alt\.?|deputising|deputy)\s+for\s+(.+))");
  static const RE2 part(R"((?i)part(?:\s+attendance|\s+only|\s+meeting|-time)?)");
  const re2::StringPiece text(remark.data(), remark.size());
  if (remark.empty() || RE2::FullMatch(text, alternate, &attendee.alternate_for)) return;
  if (RE2::FullMatch(text, part)) {
    attendee.part = true;
  } else {
    attendee.role += (attendee.role.empty() ? "" : ", ") + std::string(remark);
  }
}

}  // namespace

std::optional<FlatAttendee> read_flat_attendee(std::string_view text,
                                               const released::Vocabulary& vocabulary) {
  const std::string plain = without_emphasis(text);
  const std::size_t bracket = std::min(plain.find('('), plain.size());
  const std::string_view head = trim(std::string_view(plain).substr(0, bracket));
  if (head.empty() || plain.find('\t') != std::string::npos) return std::nullopt;
  if (bracket < plain.size() && !plain.ends_with(')')) return std::nullopt;
  const std::vector<std::string_view> words = split(head, ' ');
  if (is_person(words) && !is_organisation_word(words.front())) return FlatAttendee{"", plain};
  const std::size_t length = organisation_length(words, vocabulary);
  if (length == 0) return std::nullopt;
  FlatAttendee attendee{joined(words, 0, length), joined(words, length, words.size())};
  if (attendee.person.empty()) {
    if (bracket < plain.size()) return std::nullopt;
    return attendee;
  }
  if (!is_person({words.begin() + static_cast<std::ptrdiff_t>(length), words.end()})) {
    return std::nullopt;
  }
  if (bracket < plain.size()) attendee.person += " " + plain.substr(bracket);
  return attendee;
}

Attendee read_person(std::string_view written) {
  static const RE2 bracket(R"(\(([^()]*)\))");
  Attendee attendee;
  std::string text = without_emphasis(written);
  std::string remark;
  while (RE2::PartialMatch(text, bracket, &remark)) {
    RE2::Replace(&text, bracket, " ");
    take_items(remark, attendee);
    RE2::GlobalReplace(&remark, R"(\s[-–]\s|;)", ",");
    for (const std::string_view part : split(remark, ',')) read_remark(trim(part), attendee);
  }
  attendee.name = collapse_space(text);
  return attendee;
}

std::string take_role(std::string& organisation) {
  static const RE2 role(
      R"((?i)(.*?)\s*\b((?:vice[- ]|deputy\s+|co-)?chair(?:man|woman|person)?|(?:meeting\s+)?secretary|observer))");
  std::string rest;
  std::string found;
  if (!RE2::FullMatch(organisation, role, &rest, &found)) return {};
  organisation = rest;
  return found;
}

}  // namespace opsg::importing
