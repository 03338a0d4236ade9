#include "line_diff.h"

#include <fmt/format.h>

#include <dtl/dtl.hpp>
#include <sstream>
#include <vector>

#include "text.h"

namespace opsg::app {
namespace {

/// The time that it takes grows with the square of the difference.
constexpr std::size_t kMostLines = 10'000;

std::vector<std::string> lines_of(std::string_view text) {
  const auto lines = split_lines(text);
  return {lines.begin(), lines.end()};
}

}  // namespace

std::string line_diff(std::string_view before, std::string_view after, std::string_view before_name,
                      std::string_view after_name) {
  const std::vector<std::string> old_lines = lines_of(before), new_lines = lines_of(after);
  if (old_lines == new_lines) return {};
  const std::string head = fmt::format("--- {}\n+++ {}\n", before_name, after_name);
  if (old_lines.size() + new_lines.size() > kMostLines) {
    return head + "(too long to be compared line by line)\n";
  }
  dtl::Diff<std::string> diff(old_lines, new_lines);
  diff.compose();
  diff.composeUnifiedHunks();
  std::ostringstream hunks;
  diff.printUnifiedFormat(hunks);
  return head + hunks.str();
}

}  // namespace opsg::app
