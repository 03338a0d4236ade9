#include <string>
#include <utility>
#include <vector>

#include "catch2.h"
#include "noninterference.h"
#include "trap.h"

namespace opsg::test {
namespace {

using restricted::GateRules;

struct NamedRule {
  std::string name;
  bool GateRules::*rule;
};

const std::vector<NamedRule> kRules = {
    {"document_labels", &GateRules::document_labels},
    {"meeting_labels", &GateRules::meeting_labels},
    {"section_markings", &GateRules::section_markings},
    {"block_markings", &GateRules::block_markings},
    {"row_markings", &GateRules::row_markings},
    {"span_markings", &GateRules::span_markings},
    {"table_labels", &GateRules::table_labels},
    {"personal_names", &GateRules::personal_names},
    {"names_in_prose", &GateRules::names_in_prose},
    {"drafts", &GateRules::drafts},
    {"embargoes", &GateRules::embargoes},
    {"attachment_labels", &GateRules::attachment_labels},
    {"attachment_bytes", &GateRules::attachment_bytes},
    {"near_misses", &GateRules::near_misses},
    {"lower_markings", &GateRules::lower_markings},
    {"lead_ins", &GateRules::lead_ins},
    {"handling_statements", &GateRules::handling_statements},
    {"lower_documents", &GateRules::lower_documents},
    {"structure", &GateRules::structure},
    {"parse_equality", &GateRules::parse_equality},
};

bool some_trap_fails(const GateRules& rules) {
  for (const Trap& trap : load_traps()) {
    if (!trap.holds(rules)) return true;
  }
  return false;
}

bool some_generated_site_differs(const GateRules& rules) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    if (!difference_between_variants(seed, rules).empty()) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("The list of rules is complete") {
  CHECK(kRules.size() * sizeof(bool) == sizeof(GateRules));
}

TEST_CASE("With all rules in force, every test holds") {
  CHECK_FALSE(some_trap_fails({}));
  CHECK_FALSE(some_generated_site_differs({}));
}

TEST_CASE("With any one rule of the gate switched off, some test fails") {
  for (const NamedRule& rule : kRules) {
    INFO(rule.name);
    GateRules rules;
    rules.*rule.rule = false;
    CHECK((some_trap_fails(rules) || some_generated_site_differs(rules)));
  }
}

}  // namespace opsg::test
