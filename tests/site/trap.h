#pragma once

#include <map>
#include <string>
#include <vector>

#include "test_site.h"
#include "txtar.h"

namespace opsg::test {

struct OutputExpectation {
  std::string path;
  std::string text;
  bool present = true;
};

/// A site in one text file with all that the program must say of it. Sections: the site's files;
/// `PATH contains` and `PATH lacks` with one text of the output a line; `diagnostics`.
struct Trap {
  std::string name;
  Txtar archive;

  TestSite site() const;
  std::string expected_diagnostics() const;
  std::vector<OutputExpectation> output_expectations() const;
  /// Whether the site does what the file says, with these rules of the gate.
  bool holds(const restricted::GateRules& rules) const;
  /// Writes the diagnostics into the file.
  void update(const std::string& diagnostics);
};

/// All of tests/site/traps, by name.
std::vector<Trap> load_traps();

}  // namespace opsg::test
