#include "word_xml.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

namespace opsg::extraction {
namespace {

/// Word itself nests some dozen elements, a table in a table's cell a dozen more.
constexpr int kDeepest = 256;

/// pugixml walks without recursion; only what is known not to be deep is handed on.
class Walker : public pugi::xml_tree_walker {
 public:
  explicit Walker(std::function<bool(pugi::xml_node&, int)> visit) : visit_(std::move(visit)) {}
  bool for_each(pugi::xml_node& node) override { return visit_(node, depth()); }

 private:
  std::function<bool(pugi::xml_node&, int)> visit_;
};

void walk(pugi::xml_node node, std::function<bool(pugi::xml_node&, int)> visit) {
  Walker walker(std::move(visit));
  node.traverse(walker);
}

struct StringWriter : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
};

std::string text_of(const pugi::xml_node& node, bool with_deletions) {
  std::string text;
  walk(node, [&](pugi::xml_node& each, int) {
    const std::string_view name = each.name();
    if (name == "w:t" || (with_deletions && name == "w:delText")) text += each.text().get();
    if (name == "w:tab" || name == "w:br" || name == "w:p") text += ' ';
    return true;
  });
  return text;
}

}  // namespace

bool load_word_xml(pugi::xml_document& document, const std::string& bytes) {
  constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata_single;
  if (!document.load_buffer(bytes.data(), bytes.size(), kOptions)) return false;
  bool reasonable = true;
  walk(document, [&](pugi::xml_node&, int depth) { return reasonable = depth < kDeepest; });
  return reasonable;
}

std::string save_word_xml(const pugi::xml_document& document) {
  StringWriter writer;
  document.save(writer, "", pugi::format_raw);
  return std::move(writer.text);
}

std::vector<pugi::xml_node> descendants(const pugi::xml_node& node, const char* name) {
  std::vector<pugi::xml_node> found;
  walk(node, [&](pugi::xml_node& each, int) {
    if (std::string_view(each.name()) == name) found.push_back(each);
    return true;
  });
  return found;
}

std::vector<pugi::xml_node> innermost_first(const pugi::xml_node& node, const char* name) {
  std::vector<pugi::xml_node> found = descendants(node, name);
  std::reverse(found.begin(), found.end());
  return found;
}

pugi::xml_node outermost(pugi::xml_node node, std::string_view name) {
  pugi::xml_node found;
  for (; node; node = node.parent()) {
    if (node.name() == name) found = node;
  }
  return found;
}

pugi::xml_node nearest_around(pugi::xml_node node, std::string_view name) {
  while (node && node.name() != name) node = node.parent();
  return node;
}

std::string shown_text(const pugi::xml_node& node) {
  return text_of(node, false);
}

std::string text_with_deletions(const pugi::xml_node& node) {
  return text_of(node, true);
}

bool is_on(const pugi::xml_node& property) {
  if (!property) return false;
  const std::string_view value = property.attribute("w:val").value();
  return value != "0" && value != "false" && value != "off";
}

std::string value_of(const pugi::xml_node& property) {
  return property.attribute("w:val").value();
}

}  // namespace opsg::extraction
