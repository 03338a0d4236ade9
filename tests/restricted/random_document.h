#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "policy.h"

namespace opsg::restricted {

/// Words of a block, or of a span that is marked by itself.
struct RandomWords {
  std::string text;
  std::optional<Level> marking;
};

/// A part of a made-up document. Each of its words is unique and says how secret it is: "w0x17" is
/// white.
struct RandomNode {
  enum class Kind { document, section, paragraph, action, list, item, quote, table, row, code };
  Kind kind = Kind::paragraph;
  std::optional<Level> marking;
  std::vector<RandomWords> words;  ///< Of an item or quote, its first paragraph; may be none.
  std::vector<RandomNode> children;
  int depth = 2;           ///< Of a section's heading.
  bool ordered = false;    ///< Of a list.
  bool loose = false;      ///< Of a list.
  bool separator = false;  ///< Keeps the blocks around it apart: never taken away.
};

/// Makes documents up. They are well-formed: no marking is lower than what is around it, and what
/// would join without what is between has a plain paragraph between.
class RandomDocuments {
 public:
  RandomDocuments(std::uint32_t seed, Level label) : random_(seed), label_(label) {}

  RandomNode document();
  /// The document with other material that the clearance does not admit: replaced, removed, added.
  RandomNode twin(const RandomNode& document, Level clearance);

 private:
  using Kind = RandomNode::Kind;
  /// Where a part stands: the level around it, and whether an extract may start there.
  struct Around {
    Level level;
    bool open = false;
    int nesting = 0;
  };

  bool chance(int percent) { return pick(100) < static_cast<std::size_t>(percent); }
  std::size_t pick(std::size_t count) { return random_() % count; }

  std::string word(Level level);
  std::vector<RandomWords> words(Level level);
  std::optional<Level> marking(const Around& around, std::optional<Level> least);
  Around inside(const RandomNode& node, const Around& around) const;

  RandomNode make(Kind kind, const Around& around, std::optional<Level> least = std::nullopt);
  void fill(RandomNode& node, const Around& around);
  void add_blocks(RandomNode& parent, const Around& around, std::size_t count);

  bool admits(const RandomNode& node, Level level) const;
  std::optional<RandomNode> changed(const RandomNode& node, const Around& around);
  RandomNode changed_inside(RandomNode node, const Around& around);
  void change_words(RandomNode& node, Level level);
  void add_withheld(RandomNode& parent, const Around& around);
  Level withheld_level(Level around) const;

  std::mt19937 random_;
  Level label_;
  Level clearance_;
  int next_word_ = 0;
};

/// The document as a secretary would write it.
std::string to_markdown(const RandomNode& document);

/// The made-up words in a text whose level is from `least` to `most`.
std::set<std::string> words_between(std::string_view text, Level least, Level most);

}  // namespace opsg::restricted
