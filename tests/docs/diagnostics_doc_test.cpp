// Holds docs/diagnostics.md to the program: every code that the source reports is documented with
// its severities, and nothing else is.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.h"
#include "text.h"
#include "warning_codes.h"

namespace {

namespace fs = std::filesystem;
using opsg::split;
using opsg::split_lines;
using opsg::trim;

/// "error label-empty"
using Findings = std::set<std::string>;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> source_files() {
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(OPSG_SOURCE_DIR) / "generator")) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".h" || extension == ".cpp") files.push_back(entry.path());
  }
  return files;
}

std::vector<std::smatch> matches(const std::string& text, const std::regex& pattern) {
  return {std::sregex_iterator(text.begin(), text.end(), pattern), {}};
}

/// `arguments` begin behind the bracket that opens them.
std::string_view first_argument(std::string_view arguments) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const char c = arguments[i];
    if (c == '"') quoted = !quoted;
    if (quoted) {
      i += c == '\\';
      continue;
    }
    const bool closes = c == ')' || c == '}';
    if (depth == 0 && (closes || c == ',')) return trim(arguments.substr(0, i));
    depth += (c == '(' || c == '{') - closes;
  }
  return {};
}

/// A call that may report a finding. A `report` passes the code that it is given on as an error's.
struct Call {
  std::string severity;
  std::string first_argument;
  bool of_diagnostics = false;  ///< `diagnostics.error(...)`, rather than `error(...)`.
};

std::vector<Call> calls_in(const std::string& source) {
  static const std::regex kCall(R"((\.?)\b(error|warning|report)\()");
  std::vector<Call> calls;
  for (const std::smatch& match : matches(source, kCall)) {
    const auto behind = static_cast<std::size_t>(match.position() + match.length());
    const std::string_view first = first_argument(std::string_view(source).substr(behind));
    const bool of_diagnostics = match.length(1) > 0 && match[2] != "report";
    calls.push_back(
        {match[2] == "warning" ? "warning" : "error", std::string(first), of_diagnostics});
  }
  return calls;
}

/// The codes held in constants, by the constant's name.
std::map<std::string, std::string> constants_in(const std::string& source) {
  static const std::regex kConstant(R"re(\b(k[A-Z]\w*)\s*=\s*"([a-z]+(?:-[a-z]+)*)")re");
  std::map<std::string, std::string> constants;
  for (const std::smatch& match : matches(source, kConstant)) constants.emplace(match[1], match[2]);
  return constants;
}

/// Literals and constants: `empty ? "label-empty" : kCode` has two.
std::set<std::string> codes_of(const Call& call,
                               const std::map<std::string, std::string>& constants) {
  static const std::regex kCode(R"re("([a-z]+(?:-[a-z]+)*)"|\b(k[A-Z]\w*))re");
  std::set<std::string> codes;
  for (const std::smatch& match : matches(call.first_argument, kCode)) {
    const auto constant = constants.find(match[2]);
    if (match[1].matched) codes.insert(match[1]);
    if (constant != constants.end()) codes.insert(constant->second);
  }
  return codes;
}

/// Whether the file has a function that passes codes on, by a name that `calls_in` knows.
bool passes_codes_on(const std::string& source) {
  static const std::regex kRelay(R"(\b(error|report)( = \[&\])?\(std::string_view code\b)");
  return std::regex_search(source, kRelay);
}

Findings findings_of_program() {
  Findings findings;
  for (const fs::path& file : source_files()) {
    const std::string source = read(file);
    const auto constants = constants_in(source);
    for (const Call& call : calls_in(source)) {
      for (const std::string& code : codes_of(call, constants)) {
        findings.insert(call.severity + " " + code);
      }
    }
  }
  return findings;
}

std::vector<std::string> rows_of_documentation() {
  const std::string page = read(fs::path(OPSG_SOURCE_DIR) / "docs" / "diagnostics.md");
  std::vector<std::string> rows;
  for (const std::string_view line : split_lines(page)) {
    if (line.starts_with("| `")) rows.emplace_back(line);
  }
  return rows;
}

/// "| `code` | error, warning | meaning | mending |": what is between the bars.
std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  for (const std::string_view cell : split(row, '|')) cells.emplace_back(trim(cell));
  REQUIRE(cells.size() == 6);
  return {cells.begin() + 1, cells.end() - 1};
}

std::string code_in(const std::string& cell) {
  return cell.substr(1, cell.size() - 2);
}

Findings findings_of_documentation() {
  Findings findings;
  for (const std::string& row : rows_of_documentation()) {
    const std::vector<std::string> cells = cells_of(row);
    for (const std::string_view severity : split(cells[1], ',')) {
      findings.insert(std::string(trim(severity)) + " " + code_in(cells[0]));
    }
  }
  return findings;
}

Findings difference(const Findings& all, const Findings& known) {
  Findings rest;
  std::set_difference(all.begin(), all.end(), known.begin(), known.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

}  // namespace

TEST_CASE("Every diagnostic that the program can report is documented") {
  const Findings reported = findings_of_program();
  REQUIRE(reported.size() > 100);
  CHECK(difference(reported, findings_of_documentation()) == Findings{});
}

TEST_CASE("The program can report every diagnostic that is documented") {
  CHECK(difference(findings_of_documentation(), findings_of_program()) == Findings{});
}

TEST_CASE("A site can silence every warning that the program can report, and nothing else") {
  Findings silenceable;
  for (const std::string& code : opsg::warning_codes()) silenceable.insert("warning " + code);
  Findings warnings = findings_of_program();
  std::erase_if(warnings, [](const std::string& found) { return found.starts_with("error"); });
  CHECK(silenceable == warnings);
}

TEST_CASE("Every diagnostic has one row, with its meaning and how to mend it") {
  std::set<std::string> codes;
  for (const std::string& row : rows_of_documentation()) {
    INFO(row);
    const std::vector<std::string> cells = cells_of(row);
    CHECK(codes.insert(cells[0]).second);
    CHECK(cells[2].ends_with('.'));
    CHECK(cells[3].ends_with('.'));
  }
}

TEST_CASE("Codes are written where the tests above can see them") {
  for (const fs::path& file : source_files()) {
    const std::string source = read(file);
    const auto constants = constants_in(source);
    for (const Call& call : calls_in(source)) {
      if (!call.of_diagnostics || call.first_argument.empty()) continue;
      const bool passed_on = call.severity == "error" && call.first_argument == "code";
      INFO(file << ": " << call.severity << "(" << call.first_argument << ", ...)");
      CHECK((passed_on ? passes_codes_on(source) : !codes_of(call, constants).empty()));
    }
  }
}
