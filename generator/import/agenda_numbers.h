#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text_line.h"

namespace opsg::importing {

/// An agenda item as a line states it.
struct ItemLine {
  std::string number;  ///< "3.1"
  std::string title;
  std::string
      text;  ///< What follows the title in the same paragraph: "2. Title (DCC): The DCC ..."
};

/// Tells agenda items from numbered lists and from sentences that begin with a figure, by the order
/// of their numbers and the look of their titles.
class AgendaNumbers {
 public:
  /// The item that the line is, if it is one that can follow those accepted before.
  std::optional<ItemLine> read(const TextLine& line) const;
  void accept(const ItemLine& item);
  /// A numbered line that is no item begins or continues a list.
  void note_list(const TextLine& line);

 private:
  bool can_follow(const std::vector<int>& number) const;
  bool continues_list(const std::vector<int>& number) const;

  std::vector<int> last_;
  std::optional<int> last_in_list_;
};

}  // namespace opsg::importing
