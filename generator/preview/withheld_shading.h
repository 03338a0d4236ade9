#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page_passages.h"

namespace opsg::preview {

/// Something in a record that an audience is not shown, and the rule that decided it.
struct WithheldPortion {
  std::string place;   ///< "content/meetings/41/minutes.md:12"
  std::string level;   ///< "amber"
  std::string rule;    ///< "block-marking"
  std::string reason;  ///< The rule as a sentence.
  std::string text;    ///< The source text that it covers.
  std::string inside;  ///< Of a span or a value: its own text, which stands inside a shown passage.
};

/// Shades what an editor sees and the audience does not, on pages made at full clearance.
///
/// What is shaded is found by comparing the page with the audience's own: whatever passage that one
/// lacks is withheld, on lists and charts as well as in records. Which rule decided is found by the
/// passage's words in the sources; where a passage is not in them, it follows from what is
/// withheld.
class WithheldShading {
 public:
  WithheldShading(std::string audience, const std::vector<WithheldPortion>& portions);

  /// `shown` is the audience's page; nothing where it has none at that address.
  std::string shade(std::string_view page, std::optional<std::string_view> shown) const;

 private:
  struct Portion {
    WithheldPortion told;
    std::string text;  ///< Folded, as the next.
    std::string inside;
  };

  const Portion* deciding(const PagePassage& passage) const;
  std::string label(const Portion* portion) const;
  std::string summary(const std::vector<const Portion*>& found, bool page_is_shown) const;

  std::string audience_;
  std::vector<Portion> portions_;
};

}  // namespace opsg::preview
