#pragma once

namespace opsg::restricted {

/// Which of the gate's rules are in force. All of them, always; the tests switch one off at a time
/// to prove that some test notices. Never built from anything that a user can set.
struct GateRules {
  bool document_labels = true;   ///< A document above the clearance is withheld.
  bool meeting_labels = true;    ///< A meeting above the clearance is withheld.
  bool section_markings = true;  ///< `## 6. Title (AMBER)`
  bool block_markings = true;    ///< `(AMBER) A paragraph`, list item or quote
  bool row_markings = true;      ///< `| (AMBER) cell | ...`
  bool span_markings = true;     ///< `[AMBER: words]`
  bool table_labels = true;      ///< `classification = "amber"` in a TOML table
  bool personal_names = true;    ///< `name` and `alternate_for` have a level of their own.
  bool names_in_prose = true;    ///< An attendee's name in prose of a lower level is an error.
  bool drafts = true;
  bool embargoes = true;
  bool attachment_labels = true;
  bool attachment_bytes = true;     ///< The sha256 of meeting.toml must be the file's.
  bool near_misses = true;          ///< What looks like a marking and is none is an error.
  bool lower_markings = true;       ///< A lower marking inside a marked section is an error.
  bool lead_ins = true;             ///< A marked paragraph ending in ':' before an unmarked list.
  bool handling_statements = true;  ///< A statement of another level than the label is an error.
  bool lower_documents = true;      ///< A document labelled lower than its meeting is an error.
  bool structure = true;       ///< Setext headings, touching tables, open fences, ... are errors.
  bool parse_equality = true;  ///< The cleared parse must be the original's minus the withheld.
};

}  // namespace opsg::restricted
