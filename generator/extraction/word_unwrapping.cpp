#include "word_unwrapping.h"

#include <array>
#include <string_view>
#include <vector>

#include "word_xml.h"

namespace opsg::extraction {
namespace {

constexpr std::array kWrappers = {"w:fldSimple", "w:customXml", "w:smartTag",  "w:dir",
                                  "w:bdo",       "w:sdt",       "w:sdtContent"};
/// What the wrappers say of themselves.
constexpr std::array kDescriptions = {"w:fldData", "w:customXmlPr", "w:smartTagPr", "w:sdtPr",
                                      "w:sdtEndPr"};

bool is_within(pugi::xml_node node, std::string_view name) {
  for (node = node.parent(); node; node = node.parent()) {
    if (node.name() == name) return true;
  }
  return false;
}

void remove_all(const pugi::xml_node& root, const char* name) {
  for (pugi::xml_node each : innermost_first(root, name)) each.parent().remove_child(each);
}

void unwrap(pugi::xml_node wrapper) {
  pugi::xml_node parent = wrapper.parent();
  for (pugi::xml_node child = wrapper.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    parent.insert_move_before(child, wrapper);
    child = next;
  }
  parent.remove_child(wrapper);
}

/// What follows the node in its run becomes a run of its own.
void split_run_behind(const pugi::xml_node& node) {
  const pugi::xml_node run = node.parent();
  pugi::xml_node rest = run.parent().insert_child_after("w:r", run);
  if (const pugi::xml_node properties = run.child("w:rPr")) rest.append_copy(properties);
  while (pugi::xml_node next = node.next_sibling()) rest.append_move(next);
}

void unwrap_ruby(pugi::xml_node ruby) {
  pugi::xml_node place = ruby.parent();
  if (std::string_view(place.name()) != "w:r") return;
  split_run_behind(ruby);
  for (const pugi::xml_node& run : ruby.child("w:rubyBase").children()) {
    place = place.parent().insert_copy_after(run, place);
  }
  ruby.parent().remove_child(ruby);
}

/// Pandoc knows insertions of runs alone, in paragraphs, and links that lead somewhere.
bool is_unknown(const pugi::xml_node& node) {
  if (is_within(node, "w:ins") || is_within(node, "w:moveTo")) return true;
  if (node.child("w:p") || node.child("w:tbl") || node.child("w:tr")) return true;
  const bool is_link = std::string_view(node.name()) == "w:hyperlink";
  return is_link && !node.attribute("r:id") && !node.attribute("w:anchor");
}

}  // namespace

void unwrap_elements(const pugi::xml_node& root) {
  for (const char* name : kDescriptions) remove_all(root, name);
  for (const pugi::xml_node& ruby : innermost_first(root, "w:ruby")) unwrap_ruby(ruby);
  for (const char* name : kWrappers) {
    for (const pugi::xml_node& each : innermost_first(root, name)) unwrap(each);
  }
  for (const char* name : {"w:hyperlink", "w:ins", "w:moveTo"}) {
    for (const pugi::xml_node& each : innermost_first(root, name)) {
      if (is_unknown(each)) unwrap(each);
    }
  }
}

}  // namespace opsg::extraction
