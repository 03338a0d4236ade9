#include "trap.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "text.h"

namespace opsg::test {
namespace {

namespace fs = std::filesystem;

fs::path trap_folder() {
  return fs::path(OPSG_SOURCE_DIR) / "tests/site/traps";
}

std::string read_whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

bool is_expectation(std::string_view section) {
  return section == "diagnostics" || section.ends_with(" contains") || section.ends_with(" lacks");
}

/// The page of each diagnostic ends with an empty line, which txtar files are better without.
std::string without_last_line_break(std::string text) {
  if (text.ends_with("\n\n")) text.pop_back();
  return text;
}

}  // namespace

TestSite Trap::site() const {
  std::map<std::string, std::string> files;
  for (const auto& [path, text] : archive.files) {
    if (!is_expectation(path)) files[path] = text;
  }
  return TestSite(files);
}

std::string Trap::expected_diagnostics() const {
  const std::string* text = archive.find("diagnostics");
  return text && !text->empty() ? *text + "\n" : std::string();
}

std::vector<OutputExpectation> Trap::output_expectations() const {
  std::vector<OutputExpectation> expectations;
  for (const auto& [section, text] : archive.files) {
    const auto space = section.rfind(' ');
    if (!is_expectation(section) || space == std::string::npos) continue;
    for (const std::string_view line : split_lines(text)) {
      expectations.push_back(
          {section.substr(0, space), std::string(line), section.ends_with(" contains")});
    }
  }
  return expectations;
}

bool Trap::holds(const restricted::GateRules& rules) const {
  TestRequest request;
  request.rules = rules;
  const TestBuild build = site().build(request);
  const auto expectations = output_expectations();
  return build.diagnostics == expected_diagnostics() &&
         std::all_of(expectations.begin(), expectations.end(), [&](const auto& expected) {
           const bool found = build.file(expected.path).find(expected.text) != std::string::npos;
           return found == expected.present;
         });
}

void Trap::update(const std::string& diagnostics) {
  archive.set("diagnostics", without_last_line_break(diagnostics));
  std::ofstream(trap_folder() / (name + ".txt"), std::ios::binary) << format_txtar(archive);
}

std::vector<Trap> load_traps() {
  std::vector<Trap> traps;
  for (const auto& entry : fs::directory_iterator(trap_folder())) {
    traps.push_back({entry.path().stem().string(), parse_txtar(read_whole(entry.path()))});
  }
  std::sort(traps.begin(), traps.end(),
            [](const Trap& a, const Trap& b) { return a.name < b.name; });
  return traps;
}

}  // namespace opsg::test
