#include "word_tables.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text.h"
#include "word_xml.h"

namespace opsg::extraction {
namespace {

bool is_properties(const pugi::xml_node& node) {
  return std::string_view(node.name()) == "w:tcPr";
}

void empty_cell(pugi::xml_node cell) {
  for (pugi::xml_node child = cell.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    if (!is_properties(child)) cell.remove_child(child);
    child = next;
  }
}

void remove_deleted_cells(const pugi::xml_node& root, WordReport& report) {
  for (pugi::xml_node cell : innermost_first(root, "w:tc")) {
    if (!cell.child("w:tcPr").child("w:cellDel")) continue;
    report.deleted_text(text_with_deletions(cell));
    empty_cell(cell);
    cell.append_child("w:p");
  }
}

/// A table without rows is none.
void remove_row(const pugi::xml_node& row) {
  pugi::xml_node table = row.parent();
  table.remove_child(row);
  if (!table.child("w:tr")) table.parent().remove_child(table);
}

bool reaches_down(const pugi::xml_node& cell) {
  const pugi::xml_node merge = cell.child("w:tcPr").child("w:vMerge");
  return merge && std::string_view(merge.attribute("w:val").value()) != "restart";
}

bool is_marking(const pugi::xml_node& cell) {
  return trim(shown_text(cell)).starts_with('(');
}

/// The cells of one table that say what a cell above them says, with that cell.
using Merged = std::vector<std::pair<pugi::xml_node, pugi::xml_node>>;

Merged merged_markings(const pugi::xml_node& table) {
  Merged merged;
  std::map<int, pugi::xml_node> above;
  for (const pugi::xml_node& row : table.children("w:tr")) {
    int column = row.child("w:trPr").child("w:gridBefore").attribute("w:val").as_int(0);
    for (const pugi::xml_node& cell : row.children("w:tc")) {
      if (!reaches_down(cell)) {
        above[column] = cell;
      } else if (above.contains(column) && is_marking(above[column])) {
        merged.emplace_back(above[column], cell);
      }
      const pugi::xml_node span = cell.child("w:tcPr").child("w:gridSpan");
      column += std::max(span.attribute("w:val").as_int(1), 1);
    }
  }
  return merged;
}

}  // namespace

void remove_unread_rows(const pugi::xml_node& root, WordReport& report) {
  remove_deleted_cells(root, report);
  for (const pugi::xml_node& row : innermost_first(root, "w:tr")) {
    const pugi::xml_node properties = row.child("w:trPr");
    if (properties.child("w:del")) {
      report.deleted_text(text_with_deletions(row));
      remove_row(row);
    } else if (is_on(properties.child("w:hidden"))) {
      report.hidden_text(shown_text(row));
      remove_row(row);
    }
  }
}

void repeat_merged_markings(const pugi::xml_node& root) {
  for (const pugi::xml_node& table : descendants(root, "w:tbl")) {
    for (auto [above, cell] : merged_markings(table)) {
      empty_cell(cell);
      for (const pugi::xml_node& block : above.children()) {
        if (!is_properties(block)) cell.append_copy(block);
      }
      for (pugi::xml_node each : {above, cell}) each.child("w:tcPr").remove_child("w:vMerge");
    }
  }
}

}  // namespace opsg::extraction
