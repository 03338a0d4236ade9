#pragma once

#include <string>
#include <vector>

namespace opsg::extraction {

/// Text in one style. `link` is where it leads, or empty.
struct StyledRun {
  std::string text;
  bool bold = false;
  bool italic = false;
  std::string link;
};

/// The runs as Markdown: **bold**, *italic*, [text](link), their marks beside words and never
/// beside spaces. Bold that covers everything says that the line is a heading, or a table's head,
/// and is left out.
std::string to_markdown(std::vector<StyledRun> runs);

}  // namespace opsg::extraction
