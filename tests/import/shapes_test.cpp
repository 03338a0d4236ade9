// Documents in the shapes that archives hold, with everything that becomes of them. The expected
// results are rewritten by OPSG_UPDATE_GOLDEN=1.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "catch2.h"
#include "import_fixture.h"

namespace opsg::test {
namespace {

namespace fs = std::filesystem;

fs::path shapes() {
  return fs::path(OPSG_SOURCE_DIR) / "tests" / "import" / "shapes";
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The names of the files with that extension.
std::set<std::string> names_with(const std::string& extension) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(shapes())) {
    if (entry.path().extension() == extension) names.insert(entry.path().stem().string());
  }
  return names;
}

}  // namespace

TEST_CASE("Each shape of document becomes exactly the record that its golden file holds") {
  const std::set<std::string> names = names_with(".txt");
  REQUIRE(names.size() >= 3);
  for (const std::string& name : names) {
    INFO(name);
    const std::string report = import_report(read(shapes() / (name + ".txt")));
    const fs::path golden = shapes() / (name + ".golden");
    if (std::getenv("OPSG_UPDATE_GOLDEN")) std::ofstream(golden, std::ios::binary) << report;
    CHECK(report == read(golden));
  }
}

TEST_CASE("Each golden file belongs to a document") {
  CHECK(names_with(".golden") == names_with(".txt"));
}

TEST_CASE("The words of each shape reconcile, and no link's recipient gets through") {
  for (const std::string& name : names_with(".txt")) {
    INFO(name);
    const std::string text = read(shapes() / (name + ".txt"));
    const importing::ImportedDocument imported = import_text(text);
    CHECK(imported.account.lost == std::vector<std::string>{});
    CHECK(imported.account.invented == std::vector<std::string>{});
    CHECK(imported.account.reconciles());
    for (const std::string_view trace : {"safelinks", "Someone", "%40"}) {
      CHECK(imported.markdown.find(trace) == std::string::npos);
    }
    for (const importing::DroppedText& drop : imported.dropped) {
      CHECK(drop.text.find("safelinks") == std::string::npos);
      CHECK(drop.text.find("Someone") == std::string::npos);
    }
  }
}

}  // namespace opsg::test
