#include "word_plain_form.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "word_xml.h"

namespace opsg::extraction {
namespace {

constexpr const char* kColumnWidth = "1000";

/// What pandoc reads only where it is alone in its run.
constexpr std::array kAloneInRun = {
    "w:drawing",          "w:pict",    "w:object",   "w:footnoteReference", "w:endnoteReference",
    "w:commentReference", "w:fldChar", "w:instrText"};

int number_of_columns(const pugi::xml_node& row) {
  const pugi::xml_node before = row.child("w:trPr").child("w:gridBefore");
  int columns = std::clamp(before.attribute("w:val").as_int(0), 0, kMostColumns);
  for (const pugi::xml_node& cell : row.children("w:tc")) {
    const pugi::xml_node span = cell.child("w:tcPr").child("w:gridSpan");
    columns += std::clamp(span.attribute("w:val").as_int(1), 1, kMostColumns);
    if (columns > kMostColumns) break;
  }
  return columns;
}

void set_width(pugi::xml_node column) {
  const std::string_view width = column.attribute("w:w").value();
  if (!width.empty() && width.find_first_not_of("0123456789") == width.npos) return;
  column.remove_attribute("w:w");
  column.append_attribute("w:w") = kColumnWidth;
}

void complete_grid(pugi::xml_node table) {
  int missing = 0;
  for (const pugi::xml_node& row : table.children("w:tr")) {
    missing = std::max(missing, number_of_columns(row));
  }
  pugi::xml_node grid = table.child("w:tblGrid");
  const pugi::xml_node properties = table.child("w:tblPr");
  if (!grid) {
    grid = properties ? table.insert_child_after("w:tblGrid", properties)
                      : table.prepend_child("w:tblGrid");
  }
  for (const pugi::xml_node& column : grid.children("w:gridCol")) {
    set_width(column);
    --missing;
  }
  for (; missing > 0; --missing) set_width(grid.append_child("w:gridCol"));
}

/// Cells that reach across rows become as many, of which all but the first are empty.
void part_merged_cells(const pugi::xml_node& root) {
  for (pugi::xml_node merge : innermost_first(root, "w:vMerge")) {
    merge.parent().remove_child(merge);
  }
}

bool is_alone_in_run(const pugi::xml_node& node) {
  return std::find(kAloneInRun.begin(), kAloneInRun.end(), std::string_view(node.name())) !=
         kAloneInRun.end();
}

/// A run behind this one, as bold and as slanted; more of its properties might make a large file of
/// a small one.
pugi::xml_node run_behind(pugi::xml_node run) {
  pugi::xml_node piece = run.parent().insert_child_after("w:r", run);
  pugi::xml_node properties = piece.append_child("w:rPr");
  for (const char* name : {"w:b", "w:i"}) {
    if (is_on(run.child("w:rPr").child(name))) properties.append_child(name);
  }
  return piece;
}

/// Parts the run before and behind the children that are to be alone.
void part_run(const pugi::xml_node& run) {
  pugi::xml_node piece = run, last;
  for (pugi::xml_node child = run.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    if (std::string_view(child.name()) != "w:rPr") {
      if (last && (is_alone_in_run(last) || is_alone_in_run(child))) piece = run_behind(piece);
      last = piece == run ? child : piece.append_move(child);
    }
    child = next;
  }
}

void complete_change(pugi::xml_node change) {
  for (const char* name : {"w:id", "w:author"}) {
    if (!change.attribute(name)) change.append_attribute(name) = "0";
  }
}

}  // namespace

void resolve_alternatives(const pugi::xml_node& root) {
  for (pugi::xml_node both : innermost_first(root, "mc:AlternateContent")) {
    const pugi::xml_node first = both.child("mc:Choice");
    const pugi::xml_node kept = first.first_child() ? first : both.child("mc:Fallback");
    for (pugi::xml_node child = kept.first_child(); child;) {
      const pugi::xml_node next = child.next_sibling();
      both.parent().insert_move_before(child, both);
      child = next;
    }
    both.parent().remove_child(both);
  }
}

void write_plain_form(const pugi::xml_node& root) {
  part_merged_cells(root);
  for (const pugi::xml_node& table : descendants(root, "w:tbl")) complete_grid(table);
  for (const pugi::xml_node& run : innermost_first(root, "w:r")) part_run(run);
  for (const char* name : {"w:ins", "w:del", "w:moveTo", "w:moveFrom"}) {
    for (const pugi::xml_node& change : descendants(root, name)) complete_change(change);
  }
}

}  // namespace opsg::extraction
