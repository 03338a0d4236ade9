#include "identifiers.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace opsg::audit {
namespace {

bool follows(std::span<const Word> words, std::size_t at) {
  return at < words.size() && !words[at].starts_run;
}

/// "OPSG 64/03", but not "Monday 26/10/2020".
bool is_slashed_id(std::span<const Word> words, std::size_t at) {
  if (!follows(words, at + 1) || !follows(words, at + 2)) return false;
  const Word& number = words[at + 2];
  const bool date = follows(words, at + 3) && words[at + 3].joint == '/';
  return words[at + 1].digits > 0 && number.joint == '/' && number.digits >= 2 &&
         number.letters == 0 && !date;
}

/// "Risk 006"
bool is_numbered(std::span<const Word> words, std::size_t at) {
  if (!follows(words, at + 1)) return false;
  const Word& number = words[at + 1];
  return number.zero_led && number.letters == 0 && number.digits >= 3;
}

std::size_t identifier_length(std::span<const Word> words, std::size_t at) {
  const Word& word = words[at];
  if (is_code(word)) return 1;
  if (!word.capital || word.digits > 0 || is_number_or_date(word)) return 0;
  if (is_slashed_id(words, at)) return 3;
  return is_numbered(words, at) ? 2 : 0;
}

bool is_scheme(const Word& word) {
  static const std::array<std::uint64_t, 4> kSchemes = {word_hash("http"), word_hash("https"),
                                                        word_hash("www"), word_hash("mailto")};
  return std::find(kSchemes.begin(), kSchemes.end(), word.hash) != kSchemes.end();
}

bool is_glued(std::span<const Word> words, std::size_t at) {
  return follows(words, at) && words[at].joint != 0 && words[at].joint != ' ';
}

std::size_t glued_end(std::span<const Word> words, std::size_t at) {
  ++at;
  while (is_glued(words, at)) ++at;
  return at;
}

}  // namespace

std::vector<Range> find_identifiers(std::span<const Word> words) {
  std::vector<Range> found;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (const std::size_t length = identifier_length(words, at)) found.push_back({at, length});
  }
  return found;
}

std::vector<Range> find_addresses(std::span<const Word> words) {
  std::vector<Range> found;
  for (std::size_t at = 0; at < words.size(); ++at) {
    std::size_t begin = at;
    if (is_scheme(words[at]) && follows(words, at + 1) && words[at + 1].joint != ' ') {
      begin = at + 1;
    } else if (words[at].joint == '@' && is_glued(words, at)) {
      begin = at - 1;
      while (begin > 0 && is_glued(words, begin)) --begin;
    } else {
      continue;
    }
    const std::size_t end = glued_end(words, at + (begin > at ? 1 : 0));
    found.push_back({begin, end - begin});
    at = end - 1;
  }
  return found;
}

}  // namespace opsg::audit
