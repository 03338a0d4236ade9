#include "word_tables.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "text.h"
#include "word_xml.h"

namespace opsg::extraction {
namespace {

constexpr std::size_t kLongestMarking = 200;
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
  const bool is_table = std::string_view(table.name()) == "w:tbl";
  if (is_table && descendants(table, "w:tr").empty()) table.parent().remove_child(table);
}

bool reaches_down(const pugi::xml_node& cell) {
  const pugi::xml_node merge = cell.child("w:tcPr").child("w:vMerge");
  return merge && std::string_view(merge.attribute("w:val").value()) != "restart";
}

/// What a cell says in rows that it reaches down to: if it begins with a bracket all of it, or the
/// bracket where it is long.
std::string marking_of(const pugi::xml_node& cell) {
  const std::string text = collapse_space(shown_text(cell));
  if (!text.starts_with('(')) return {};
  if (text.size() <= kLongestMarking) return text;
  const std::size_t end = text.find(')');
  return end < kLongestMarking ? text.substr(0, end + 1) : std::string();
}

struct MergedCell {
  pugi::xml_node first;
  std::string marking;
};

void repeat_marking(const MergedCell& merged, pugi::xml_node cell) {
  empty_cell(cell);
  cell.append_child("w:p").append_child("w:r").append_child("w:t").text() = merged.marking.c_str();
  for (pugi::xml_node each : {merged.first, cell}) {
    each.child("w:tcPr").remove_child("w:vMerge");
  }
}

void repeat_markings_of(const pugi::xml_node& table) {
  std::map<int, MergedCell> above;
  for (const pugi::xml_node& row : table.children("w:tr")) {
    const pugi::xml_node before = row.child("w:trPr").child("w:gridBefore");
    int column = std::clamp(before.attribute("w:val").as_int(0), 0, kMostColumns);
    for (const pugi::xml_node& cell : row.children("w:tc")) {
      if (!reaches_down(cell)) {
        above[column] = {cell, marking_of(cell)};
      } else if (const auto found = above.find(column); found != above.end()) {
        if (!found->second.marking.empty()) repeat_marking(found->second, cell);
      }
      const pugi::xml_node span = cell.child("w:tcPr").child("w:gridSpan");
      column += std::clamp(span.attribute("w:val").as_int(1), 1, kMostColumns);
    }
  }
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
  for (const pugi::xml_node& table : innermost_first(root, "w:tbl")) repeat_markings_of(table);
}

}  // namespace opsg::extraction
