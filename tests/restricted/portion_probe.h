#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy_fixture.h"
#include "portions.h"

namespace opsg::restricted {

/// A document to look at: "minutes.md", whose text begins at line 1 and whose label stands in its
/// own file, "label".
class PortionProbe {
 public:
  explicit PortionProbe(std::string text, Level label = kWhite, GateRules rules = {});
  PortionProbe(const PortionProbe&) = delete;  // The map borrows the text.
  PortionProbe& operator=(const PortionProbe&) = delete;

  const PortionMap& map() const { return map_; }
  /// "amber section 3-7" and so on, one a line, without the document.
  std::string portions() const;
  /// What find_portions() reported, as the user sees it.
  std::string findings() const;
  /// Only the codes, with their places: "marking-lower 3:1".
  std::string codes() const;

  std::vector<Fragment> fragments(Level clearance);
  /// The document's one fragment, or "<n fragments>".
  std::string cleared(Level clearance);
  /// What clear_portions() reported, as the user sees it.
  std::string clearing_findings(Level clearance);

 private:
  std::string format(const Diagnostics& diagnostics) const;
  MarkingContext context() const;

  std::string text_;
  Policy policy_;
  GateRules rules_;
  Diagnostics diagnostics_;
  PortionMap map_;
};

/// Those of a white document.
std::string codes(const std::string& text);

/// A document, and what must be found in it.
struct Trap {
  std::string name;
  std::string text;
  Level label;
  std::string findings;
};

}  // namespace opsg::restricted
