#pragma once

#include <cstdint>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::test {

/// Numbers that are the same on every machine, unlike the standard distributions'.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  int below(int bound) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(bound)); }
  bool one_in(int n) { return below(n) == 0; }
  /// Any of them; there must be one.
  template <class List>
  auto& pick(List& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(std::size(list))))];
  }
  std::uint64_t seed() { return engine_(); }
  /// Another number each time, for what must not be there twice.
  int serial() { return ++serial_; }

 private:
  std::mt19937_64 engine_;
  int serial_ = 0;
};

/// path -> text, the whole site but for site.toml.
using SiteFiles = std::map<std::string, std::string>;

/// A site whose public part depends on `public_seed` alone. `withheld_seed` decides what is
/// withheld from the public in it: the text of every withheld portion, span, table, document,
/// meeting, attachment, name and date, and how many there are (spans aside, whose number shows).
SiteFiles generate_site(std::uint64_t public_seed, std::uint64_t withheld_seed);

/// "quv7431"-like, and sentences of such words with references, parties and acronyms among them.
std::string invented_word(Random& random);
std::string invented_sentence(Random& random);

/// The invented words of a text that identify where it came from: "quv7431".
std::vector<std::string> identifying_words(std::string_view text);

}  // namespace opsg::test
