// The pictures of small charts as they are committed; OPSG_UPDATE_GOLDEN=1 rewrites them.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "catch2.h"
#include "sample_charts.h"

namespace opsg::test {
namespace {

namespace fs = std::filesystem;

fs::path folder() {
  return fs::path(OPSG_SOURCE_DIR) / "tests/charts/pictures";
}

/// An element a line, so that a change can be read, and a file that browsers open.
std::string as_file(std::string_view svg) {
  std::string text(svg);
  text.insert(4, " xmlns=\"http://www.w3.org/2000/svg\"");
  for (std::size_t at = 0; (at = text.find("><", at)) != std::string::npos;) {
    const bool closes = text[at + 2] == '/';
    if (!closes) text.insert(at + 1, "\n");
    at += 2;
  }
  return text + '\n';
}

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

TEST_CASE("Small charts look as their goldens do") {
  std::set<fs::path> expected;
  for (const charts::Chart& chart : small_charts()) {
    const fs::path path = folder() / (chart.name.id + ".svg");
    const std::string drawn = as_file(chart.svg.view());
    if (std::getenv("OPSG_UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << drawn;
    INFO(path);
    CHECK(contents(path) == drawn);
    expected.insert(path);
  }
  for (const auto& entry : fs::directory_iterator(folder())) {
    INFO(entry.path() << " has no chart");
    CHECK(expected.contains(entry.path()));
  }
}

}  // namespace
}  // namespace opsg::test
