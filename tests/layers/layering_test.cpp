#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch2.h"

namespace {

namespace fs = std::filesystem;
using Modules = std::set<std::string>;

// What each module may include, itself aside. This table is the architecture: a new arrow in it
// wants a reason.
const std::map<std::string, Modules> kMayInclude = {
    {"common", {}},
    {"templates", {"common"}},
    {"charts", {"common", "templates"}},
    {"feeds", {"common", "templates"}},
    {"markdown", {"common"}},
    {"released", {"common", "templates", "charts", "feeds", "markdown"}},
    {"restricted", {"common", "markdown"}},
    {"audit", {"common"}},
    {"import", {"common", "released"}},
    {"extraction", {"common", "import"}},
    {"output", {"common"}},
    {"search", {"common"}},
    {"web", {"common"}},
    {"publishing", {"common", "output", "web"}},
    {"preview", {"common"}},
    {"comparison", {"common"}},
    {"app",
     {"common", "templates", "released", "restricted", "audit", "import", "extraction", "output",
      "search", "web", "publishing", "preview", "comparison"}},
    {"reference", {"common", "app"}},
};

fs::path generator() {
  return fs::path(OPSG_SOURCE_DIR) / "generator";
}

std::string module_of(const fs::path& file) {
  const fs::path folder = file.parent_path();
  for (fs::path at = folder; at != generator(); at = at.parent_path()) {
    if (kMayInclude.contains(at.filename().string())) return at.filename().string();
  }
  return {};
}

std::vector<fs::path> source_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(generator())) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".h" || extension == ".cpp") files.push_back(entry.path());
  }
  return files;
}

std::vector<std::string> quoted_includes(const fs::path& file) {
  std::vector<std::string> includes;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("#include \"")) continue;
    includes.push_back(line.substr(10, line.rfind('"') - 10));
  }
  return includes;
}

std::map<std::string, std::string> module_by_header() {
  std::map<std::string, std::string> modules;
  for (const fs::path& file : source_files()) {
    if (file.extension() == ".h") modules.emplace(file.filename().string(), module_of(file));
  }
  return modules;
}

}  // namespace

TEST_CASE("Every source file belongs to a module") {
  REQUIRE(source_files().size() > 50);
  for (const fs::path& file : source_files()) {
    INFO(file);
    CHECK_FALSE(module_of(file).empty());
  }
}

TEST_CASE("Header names are unique, so that an include means one file") {
  std::set<std::string> seen;
  for (const fs::path& file : source_files()) {
    if (file.extension() != ".h") continue;
    INFO(file);
    CHECK(seen.insert(file.filename().string()).second);
  }
}

TEST_CASE("Modules include only what the architecture lets them") {
  const std::map<std::string, std::string> modules = module_by_header();
  for (const fs::path& file : source_files()) {
    const std::string from = module_of(file);
    for (const std::string& include : quoted_includes(file)) {
      INFO(file << " includes " << include);
      CHECK(include.find("..") == std::string::npos);
      const auto to = modules.find(include);
      if (to == modules.end()) continue;  // Generated into the build folder.
      CHECK((to->second == from || kMayInclude.at(from).contains(to->second)));
    }
  }
}
