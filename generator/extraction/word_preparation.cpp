#include "word_preparation.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "text.h"
#include "word_numbering.h"
#include "word_properties.h"
#include "word_xml.h"

namespace opsg::extraction {
namespace {

constexpr std::size_t kLongestQuote = 60;

std::string quoted(const std::string& text) {
  const std::u32string characters = decode_utf8(collapse_space(printable(text)));
  std::string quote;
  for (const char32_t c : characters.substr(0, kLongestQuote)) append_utf8(quote, c);
  return characters.size() > kLongestQuote ? quote + " ..." : quote;
}

/// For those who remove what they find: whatever is in a node comes before it.
std::vector<pugi::xml_node> innermost_first(const pugi::xml_node& node, const char* name) {
  std::vector<pugi::xml_node> found = descendants(node, name);
  std::reverse(found.begin(), found.end());
  return found;
}

/// Styles that hide their text, by themselves or through what they are based on.
std::set<std::string> hidden_styles(const pugi::xml_node& styles) {
  std::set<std::string> hidden;
  for (std::size_t before = 1, now = 0; before != now;) {
    before = hidden.size();
    for (const pugi::xml_node& style : styles.children("w:style")) {
      const pugi::xml_node own = style.child("w:rPr").child("w:vanish");
      const bool inherits =
          !own && hidden.contains(style.child("w:basedOn").attribute("w:val").value());
      if (is_on(own) || inherits) hidden.insert(style.attribute("w:styleId").value());
    }
    now = hidden.size();
  }
  return hidden;
}

pugi::xml_node paragraph_of(pugi::xml_node node) {
  while (node && std::string_view(node.name()) != "w:p") node = node.parent();
  return node;
}

bool is_hidden(const pugi::xml_node& run, const std::set<std::string>& styles) {
  const pugi::xml_node properties = run.child("w:rPr");
  if (const pugi::xml_node own = properties.child("w:vanish")) return is_on(own);
  const pugi::xml_node paragraph = paragraph_of(run).child("w:pPr");
  return styles.contains(properties.child("w:rStyle").attribute("w:val").value()) ||
         styles.contains(paragraph.child("w:pStyle").attribute("w:val").value());
}

void remove_hidden_text(const pugi::xml_node& body, const pugi::xml_node& styles,
                        const SourcePath& name, Diagnostics& diagnostics) {
  const std::set<std::string> hiding = hidden_styles(styles);
  std::string last;
  for (pugi::xml_node run : innermost_first(body, "w:r")) {
    if (!is_hidden(run, hiding)) continue;
    const std::string text = quoted(shown_text(run));
    run.parent().remove_child(run);
    if (text.empty()) continue;
    diagnostics
        .warning("import-hidden-text", {name, 1, 1, 0},
                 fmt::format("hidden text was left out: \"{}\"", text))
        .with_help("show hidden text in Word; what belongs to the record, write there yourself");
  }
}

/// A run of nothing but this text, before everything else that the paragraph shows.
void prepend_text(pugi::xml_node paragraph, const std::string& text) {
  const pugi::xml_node properties = paragraph.child("w:pPr");
  pugi::xml_node run =
      properties ? paragraph.insert_child_after("w:r", properties) : paragraph.prepend_child("w:r");
  pugi::xml_node words = run.append_child("w:t");
  words.append_attribute("xml:space") = "preserve";
  words.text() = text.c_str();
}

/// A number without words is that of an empty line, which nobody sees.
void write_numbers(const pugi::xml_node& body, const pugi::xml_node& numbering,
                   pugi::xml_node styles) {
  WordNumbering numbers(numbering, styles);
  for (pugi::xml_node paragraph : descendants(body, "w:p")) {
    if (trim(shown_text(paragraph)).empty()) continue;
    const std::string label = numbers.label(paragraph);
    if (!label.empty()) prepend_text(paragraph, label + ' ');
  }
  // Pandoc must not number a second time.
  for (const pugi::xml_node& tree : {body, styles}) {
    for (pugi::xml_node each : innermost_first(tree, "w:numPr")) each.parent().remove_child(each);
  }
}

bool is_in_run(const pugi::xml_node& node) {
  return std::string_view(node.parent().name()) == "w:r";
}

void mark_tabs(const pugi::xml_node& body) {
  for (pugi::xml_node tab : descendants(body, "w:tab")) {
    if (!is_in_run(tab)) continue;  // Where tabs are set, not one of them.
    tab.set_name("w:t");
    tab.text() = std::string(kTabMark).c_str();
  }
}

pugi::xml_node outermost(pugi::xml_node node, std::string_view name) {
  pugi::xml_node found;
  for (; node; node = node.parent()) {
    if (node.name() == name) found = node;
  }
  return found;
}

/// Puts the paragraphs of text boxes, which pandoc passes over, behind the paragraph that holds the
/// box. Word writes each box twice, once for older readers.
void unpack_text_boxes(const pugi::xml_node& body) {
  for (pugi::xml_node box : innermost_first(body, "w:txbxContent")) {
    pugi::xml_node holder = outermost(box, "w:p");
    const bool is_second = !outermost(box, "mc:Fallback").empty();
    if (holder && !is_second) {
      for (pugi::xml_node block : box.children()) {
        holder = holder.parent().insert_copy_after(block, holder);
      }
    }
    box.remove_children();
  }
}

/// What every page repeats comes once.
class PageFurniture {
 public:
  PageFurniture(const WordParts& parts, const std::string& main) : parts_(parts), main_(main) {}

  /// The paragraphs of all page headers or footers; their links lead nowhere here and are text.
  std::vector<std::string> paragraphs(std::string_view relation) {
    std::vector<std::string> found;
    for (const std::string& part : related_parts(parts_, main_, relation)) {
      pugi::xml_document document;
      if (!load_word_xml(document, parts_.find(part)->second)) continue;
      unpack_text_boxes(document);
      for (const pugi::xml_node& paragraph : descendants(document, "w:p")) {
        std::string text = collapse_space(shown_text(paragraph));
        if (!text.empty() && seen_.insert(text).second) found.push_back(std::move(text));
      }
    }
    return found;
  }

 private:
  const WordParts& parts_;
  const std::string& main_;
  std::set<std::string> seen_;
};

void add_page_furniture(pugi::xml_node body, const WordParts& parts, const std::string& main) {
  PageFurniture furniture(parts, main);
  const auto headers = furniture.paragraphs("header");
  for (auto text = headers.rbegin(); text != headers.rend(); ++text) {
    prepend_text(body.prepend_child("w:p"), *text);
  }
  for (const std::string& text : furniture.paragraphs("footer")) {
    prepend_text(body.append_child("w:p"), text);
  }
}

/// Loads the first part of this relation; true where there is none.
bool load_related(pugi::xml_document& document, const WordParts& parts, const std::string& main,
                  std::string_view relation, std::string& part) {
  const auto names = related_parts(parts, main, relation);
  if (names.empty()) return true;
  part = names.front();
  return load_word_xml(document, parts.find(part)->second);
}

}  // namespace

bool prepare_word(WordParts& parts, const std::string& main, const SourcePath& name,
                  Diagnostics& diagnostics) {
  pugi::xml_document document, numbering, styles;
  std::string numbering_part, styles_part;
  if (!load_word_xml(document, parts[main]) ||
      !load_related(numbering, parts, main, "numbering", numbering_part) ||
      !load_related(styles, parts, main, "styles", styles_part)) {
    diagnostics.error("import-damaged", {name, 0, 0, 0}, "a part of this Word file is damaged")
        .with_help("open it in Word, save it anew, and import that");
    return false;
  }
  const pugi::xml_node body = document.child("w:document").child("w:body");
  report_properties(parts, name, diagnostics);
  unpack_text_boxes(body);
  remove_hidden_text(body, styles.child("w:styles"), name, diagnostics);
  write_numbers(body, numbering.child("w:numbering"), styles.child("w:styles"));
  add_page_furniture(body, parts, main);
  mark_tabs(body);
  parts[main] = save_word_xml(document);
  if (!styles_part.empty()) parts[styles_part] = save_word_xml(styles);
  return true;
}

}  // namespace opsg::extraction
