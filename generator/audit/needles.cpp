#include "needles.h"

#include <algorithm>
#include <utility>

#include "identifiers.h"

namespace opsg::audit {
namespace {

/// Words that must stand side by side as they do in a withheld passage. A shorter passage must be
/// found whole.
constexpr std::size_t kShingle = 5;
constexpr std::size_t kShortestWord = 4;
constexpr std::size_t kLongestPhrase = PhraseIndex::kLongestPhrase;

std::size_t size_of(const Word& word) {
  return std::size_t{word.letters} + word.digits;
}

/// Proposes the needles of one passage.
class PassageNeedles {
 public:
  PassageNeedles(const Passage& passage, std::uint32_t index, const PublicWords& known)
      : passage_(passage), index_(index), weights_(known.weigh(passage.words)) {}

  std::vector<Needle> take() {
    switch (passage_.kind) {
      case PassageKind::span:
        propose_span();
        break;
      case PassageKind::name:
        propose_name();
        break;
      case PassageKind::file_name:
        propose_file_name();
        break;
      case PassageKind::link:
        propose_target();
        break;
      default:
        propose_text({0, passage_.words.size()}, kShortestWord);
        break;
    }
    return std::move(needles_);
  }

 private:
  void propose(const Range& range, bool joints = false, bool capitals = false) {
    if (range.length == 0 || range.length > kLongestPhrase) return;
    needles_.push_back({index_, static_cast<std::uint32_t>(range.begin),
                        static_cast<std::uint8_t>(range.length), joints, capitals});
  }

  auto count(const Range& range, Weight weight) const {
    const auto begin = weights_.begin() + static_cast<std::ptrdiff_t>(range.begin);
    return std::count(begin, begin + static_cast<std::ptrdiff_t>(range.length), weight);
  }

  /// Whether the words could not come together by chance: pages put whole public values side by
  /// side, but never words from the middle of a text.
  bool is_telling(const Range& range, long common_words) const {
    return count(range, Weight::foreign) > 0 || count(range, Weight::common) >= common_words;
  }

  void propose_text(const Range& range, std::size_t shortest_word) {
    propose_identifiers(range);
    if (range.length == 1) return propose_word(range.begin, shortest_word);
    if (range.length < kShingle) {
      if (is_telling(range, range.length == 2 ? 3 : 2)) propose(range);
      return;
    }
    propose_shingles(range, 2);
  }

  void propose_shingles(const Range& range, long common_words) {
    for (std::size_t at = range.begin; at + kShingle <= range.begin + range.length; ++at) {
      if (is_telling({at, kShingle}, common_words)) propose({at, kShingle});
    }
  }

  void propose_word(std::size_t at, std::size_t shortest) {
    if (passage_.kind == PassageKind::comment) return;
    const Word& word = passage_.words[at];
    if (weights_[at] == Weight::foreign && size_of(word) >= shortest) propose({at, 1});
  }

  void propose_identifiers(const Range& range) {
    const std::span<const Word> words =
        std::span(passage_.words).subspan(range.begin, range.length);
    for (const Range& id : find_identifiers(words)) propose({range.begin + id.begin, id.length});
    for (const Range& address : find_addresses(words)) {
      propose_link({range.begin + address.begin, address.length});
    }
  }

  /// Without the scheme: pages may leave it out.
  void propose_target() {
    const std::vector<Range> addresses = find_addresses(passage_.words);
    propose_link(addresses.empty() ? Range{0, passage_.words.size()} : addresses.front());
  }

  void propose_link(const Range& range) {
    if (range.length == 1) return propose_word(range.begin, kShortestWord);
    if (range.length > kLongestPhrase) return propose_shingles(range, 1);
    if (is_telling(range, 1)) propose(range, true);
  }

  /// The span's own words, and every run of words that reaches into it: a number or a well-known
  /// name is betrayed by the public words around it.
  void propose_span() {
    const std::size_t begin = passage_.secret_begin;
    const std::size_t end = passage_.secret_end;
    propose_text({begin, end - begin}, kShortestWord - 1);
    const std::size_t length = std::min(kShingle, passage_.words.size());
    if (length < 3) return;
    for (std::size_t at = begin - std::min(begin, length - 1); at < end; ++at) {
      const bool fits = at + length <= passage_.words.size();
      if (fits && is_telling({at, length}, 1)) propose({at, length});
    }
  }

  /// In full, and the surname alone where it is a name and nothing else.
  void propose_name() {
    const Range all{0, passage_.words.size()};
    if (all.length == 1) return propose_word(0, kShortestWord - 1);
    propose(all, false, true);
    propose(all);
    propose_word(all.length - 1, kShortestWord);
  }

  void propose_file_name() {
    const Range all{0, passage_.words.size()};
    if (passage_.certain) return propose(all, true);
    if (all.length == 1) return propose_word(0, kShortestWord);
    if (is_telling(all, 1) || is_long_code()) propose(all, true);
  }

  /// "41_2501", "2021-01-25-opsg-41"; not "2021-01-25", which is a date.
  bool is_long_code() const {
    std::size_t digits = 0;
    bool date = true;
    for (const Word& word : passage_.words) {
      digits += word.digits;
      if (word.letters > 0 || word.joint == '_') date = false;
    }
    return digits >= 6 && !date;
  }

  const Passage& passage_;
  std::uint32_t index_;
  std::vector<Weight> weights_;
  std::vector<Needle> needles_;
};

}  // namespace

Needles::Needles(const SourceReading& reading, std::span<const Word> program, int jobs)
    : reading_(reading) {
  const PublicWords known(reading.public_text, program);
  for (std::uint32_t i = 0; i < reading.withheld.size(); ++i) add_passage(i, known);
  if (empty()) return;
  excuse_public(jobs);
  excuse_program(program);
  drop_excused();
}

std::vector<NeedleKey> Needles::keys() const {
  std::vector<NeedleKey> keys;
  keys.reserve(entries_.size());
  for (const Entry& entry : entries_) keys.push_back(key_of(entry.needle));
  return keys;
}

PhraseFilter Needles::filter() const {
  PhraseFilter filter(entries_.size());
  for (const Entry& entry : entries_) filter.add(words_of(entry.needle));
  return filter;
}

/// Of all that `matches` asks of a text.
NeedleKey Needles::key_of(const Needle& needle) const {
  NeedleKey key;
  const auto add = [&](std::uint64_t value) {
    key.first = (key.first ^ value) * 0x9E3779B97F4A7C15u;
    key.first ^= key.first >> 32;
    key.second = (key.second + value) * 0xC2B2AE3D27D4EB4Fu;
    key.second ^= key.second >> 29;
  };
  add(needle.length | (needle.joints ? 0x100u : 0) | (needle.capitals ? 0x200u : 0));
  const std::span<const Word> words = words_of(needle);
  for (const Word& word : words) add(word.hash);
  if (!needle.joints) return key;
  for (const Word& word : words.subspan(1)) add(static_cast<unsigned char>(word.joint));
  return key;
}

void Needles::add_passage(std::uint32_t index, const PublicWords& known) {
  for (const Needle& needle : PassageNeedles(reading_.withheld[index], index, known).take()) {
    add(needle);
  }
}

void Needles::add(const Needle& needle) {
  const std::size_t phrase = phrases_.add(words_of(needle));
  const bool is_new = phrase >= by_phrase_.size();
  for (std::uint32_t i = is_new ? kNone : by_phrase_[phrase]; i != kNone; i = entries_[i].next) {
    if (finds_all_of(entries_[i].needle, needle)) return;
  }
  enter(needle, phrase);
}

void Needles::enter(const Needle& needle, std::size_t phrase) {
  by_phrase_.resize(std::max(by_phrase_.size(), phrase + 1), kNone);
  entries_.push_back({needle, by_phrase_[phrase]});
  by_phrase_[phrase] = static_cast<std::uint32_t>(entries_.size() - 1);
}

bool Needles::finds_all_of(const Needle& other, const Needle& needle) const {
  if (other.capitals != needle.capitals) return false;
  return !other.joints || (needle.joints && matches(other, words_of(needle)));
}

std::span<const Word> Needles::words_of(const Needle& needle) const {
  const std::span<const Word> words = reading_.withheld[needle.passage].words;
  return words.subspan(needle.first, needle.length);
}

bool Needles::matches(const Needle& needle, std::span<const Word> words) const {
  const std::span<const Word> own = words_of(needle);
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (needle.joints && i > 0 && words[i].joint != own[i].joint) return false;
    if (needle.capitals && (!words[i].capital || (i > 0 && words[i].joint == 0))) return false;
  }
  return true;
}

/// Whatever stands between the words: pages may set the same words otherwise.
void Needles::excuse_public(int jobs) {
  const PublicText::Known known = reading_.public_text.find(phrases_, jobs);
  for (std::size_t phrase = 0; phrase < by_phrase_.size(); ++phrase) {
    if (known.in_prose[phrase]) excuse(phrase, Source::prose);
    if (known.in_values[phrase]) excuse(phrase, Source::other);
  }
}

void Needles::excuse_program(std::span<const Word> words) {
  phrases_.scan(
      words, [&](std::size_t phrase, std::size_t, std::size_t) { excuse(phrase, Source::other); });
}

void Needles::excuse(std::size_t phrase, Source source) {
  for (std::uint32_t i = by_phrase_[phrase]; i != kNone; i = entries_[i].next) {
    if (source == Source::other || !entries_[i].needle.capitals) entries_[i].excused = true;
  }
}

/// Leaves what can be found, with an index as small as that.
void Needles::drop_excused() {
  const std::vector<Entry> all = std::exchange(entries_, {});
  phrases_ = {};
  by_phrase_.clear();
  for (const Entry& entry : all) {
    if (!entry.excused) enter(entry.needle, phrases_.add(words_of(entry.needle)));
  }
}

}  // namespace opsg::audit
