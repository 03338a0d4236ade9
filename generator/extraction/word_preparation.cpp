#include "word_preparation.h"

#include <set>
#include <string>
#include <vector>

#include "text.h"
#include "word_appearance.h"
#include "word_drawings.h"
#include "word_numbering.h"
#include "word_plain_form.h"
#include "word_properties.h"
#include "word_report.h"
#include "word_styles.h"
#include "word_tables.h"
#include "word_unwrapping.h"
#include "word_xml.h"

namespace opsg::extraction {
namespace {

/// A run of nothing but this text, before everything else that the paragraph shows.
void prepend_text(pugi::xml_node paragraph, const std::string& text) {
  const pugi::xml_node properties = paragraph.child("w:pPr");
  pugi::xml_node run =
      properties ? paragraph.insert_child_after("w:r", properties) : paragraph.prepend_child("w:r");
  pugi::xml_node words = run.append_child("w:t");
  words.append_attribute("xml:space") = "preserve";
  words.text() = text.c_str();
}

/// A number without words is that of an empty line, which nobody sees; one that is struck out with
/// its words still counts.
void write_numbers(const pugi::xml_node& body, const pugi::xml_node& numbering,
                   pugi::xml_node styles) {
  WordNumbering numbers(numbering, styles);
  for (pugi::xml_node paragraph : descendants(body, "w:p")) {
    const bool struck_out = is_struck_out(paragraph);
    if (!struck_out && trim(shown_text(paragraph)).empty()) continue;
    const std::string label = numbers.label(paragraph);
    if (!label.empty() && !struck_out) prepend_text(paragraph, label + ' ');
  }
  // Pandoc must not number a second time.
  for (const pugi::xml_node& tree : {body, styles}) {
    for (pugi::xml_node each : innermost_first(tree, "w:numPr")) each.parent().remove_child(each);
  }
}

bool has_hidden_end(const pugi::xml_node& paragraph) {
  const pugi::xml_node end = paragraph.child("w:pPr").child("w:rPr");
  return is_on(end.child("w:vanish")) || is_on(end.child("w:specVanish")) || end.child("w:del");
}

/// The paragraph that a reader sees as one with this one.
pugi::xml_node continuation(const pugi::xml_node& paragraph) {
  pugi::xml_node next = paragraph.next_sibling();
  while (std::string_view(next.name()).starts_with("w:bookmark")) next = next.next_sibling();
  const bool goes_on = has_hidden_end(paragraph) && std::string_view(next.name()) == "w:p";
  return goes_on ? next : pugi::xml_node();
}

void append_text(pugi::xml_node paragraph, const pugi::xml_node& next) {
  for (const pugi::xml_node& child : next.children()) {
    if (std::string_view(child.name()) != "w:pPr") paragraph.append_copy(child);
  }
}

/// Joins what a reader sees as one marked paragraph. Others stay apart: such ends are those of
/// headings with text behind them as well.
void join_marked_paragraphs(const pugi::xml_node& body) {
  std::set<pugi::xml_node> joined;
  for (const pugi::xml_node& paragraph : descendants(body, "w:p")) {
    if (joined.contains(paragraph) || !trim(shown_text(paragraph)).starts_with('(')) continue;
    for (pugi::xml_node next = continuation(paragraph); next; next = continuation(next)) {
      append_text(paragraph, next);
      joined.insert(next);
    }
  }
  for (pugi::xml_node each : innermost_first(body, "w:p")) {
    if (joined.contains(each)) each.parent().remove_child(each);
  }
}

bool is_in_run(const pugi::xml_node& node) {
  return std::string_view(node.parent().name()) == "w:r";
}

void mark_tabs(const pugi::xml_node& body) {
  for (const char* name : {"w:tab", "w:ptab"}) {
    for (pugi::xml_node tab : descendants(body, name)) {
      if (!is_in_run(tab)) continue;  // Where tabs are set, not one of them.
      tab.set_name("w:t");
      tab.text() = std::string(kTabMark).c_str();
    }
  }
  for (pugi::xml_node line_end : descendants(body, "w:cr")) line_end.set_name("w:br");
}

void remove_deleted_text(const pugi::xml_node& root, WordReport& report) {
  for (const char* change : {"w:del", "w:moveFrom"}) {
    for (pugi::xml_node each : innermost_first(root, change)) {
      report.deleted_text(text_with_deletions(each));
      each.parent().remove_child(each);
    }
  }
}

/// What is the same wherever in the file text stands.
void prepare_text(const pugi::xml_node& root, const WordStyles& styles, WordReport& report) {
  unwrap_elements(root);
  report_drawings(root, report);
  unpack_drawings(root);
  resolve_alternatives(root);
  repeat_merged_markings(root);
  remove_unread_rows(root, report);
  remove_hidden_text(root, styles, report);
  remove_struck_text(root, styles, report);
  report_unseen_text(root, styles, report);
  write_capitals(root, styles);
  write_plain_form(root);
}

/// What every page repeats comes once.
class PageFurniture {
 public:
  PageFurniture(const WordParts& parts, const std::string& main, const WordStyles& styles,
                WordReport& report)
      : parts_(parts), main_(main), styles_(styles), report_(report) {}

  /// The paragraphs of all page headers or footers; their links lead nowhere here and are text.
  std::vector<std::string> paragraphs(std::string_view relation) {
    std::vector<std::string> found;
    for (const std::string& part : related_parts(parts_, main_, relation)) {
      pugi::xml_document document;
      if (!load_word_xml(document, parts_.find(part)->second)) {
        damaged_ = true;
        continue;
      }
      prepare_text(document, styles_, report_);
      remove_deleted_text(document, report_);
      for (const pugi::xml_node& paragraph : descendants(document, "w:p")) {
        std::string text = collapse_space(shown_text(paragraph));
        if (!text.empty() && seen_.insert(text).second) found.push_back(std::move(text));
      }
    }
    return found;
  }

  bool is_damaged() const { return damaged_; }

 private:
  const WordParts& parts_;
  const std::string& main_;
  const WordStyles& styles_;
  WordReport& report_;
  std::set<std::string> seen_;
  bool damaged_ = false;
};

/// False where a part is damaged.
bool add_page_furniture(pugi::xml_node body, PageFurniture furniture) {
  const auto headers = furniture.paragraphs("header");
  for (auto text = headers.rbegin(); text != headers.rend(); ++text) {
    prepend_text(body.prepend_child("w:p"), *text);
  }
  for (const std::string& text : furniture.paragraphs("footer")) {
    prepend_text(body.append_child("w:p"), text);
  }
  return !furniture.is_damaged();
}

/// Pandoc leaves them out and tells of them, with their lines.
void collect_deletions(const pugi::xml_node& root, WordReport& report) {
  for (const char* change : {"w:del", "w:moveFrom"}) {
    for (const pugi::xml_node& each : descendants(root, change)) {
      report.aside(text_with_deletions(each));
    }
  }
}

void collect_comments(const WordParts& parts, const std::string& main, WordReport& report) {
  for (const std::string& part : related_parts(parts, main, "comments")) {
    pugi::xml_document comments;
    if (!load_word_xml(comments, parts.find(part)->second)) continue;
    for (const pugi::xml_node& each : descendants(comments, "w:comment")) {
      report.aside(shown_text(each));
    }
  }
}

/// False where a part is damaged.
bool prepare_notes(WordParts& parts, const std::string& main, const WordStyles& styles,
                   WordReport& report) {
  for (const char* relation : {"footnotes", "endnotes"}) {
    for (const std::string& part : related_parts(parts, main, relation)) {
      pugi::xml_document notes;
      if (!load_word_xml(notes, parts[part])) return false;
      prepare_text(notes, styles, report);
      collect_deletions(notes, report);
      parts[part] = save_word_xml(notes);
    }
  }
  return true;
}

/// Loads the first part of this relation; true where there is none.
bool load_related(pugi::xml_document& document, const WordParts& parts, const std::string& main,
                  std::string_view relation, std::string& part) {
  const auto names = related_parts(parts, main, relation);
  if (names.empty()) return true;
  part = names.front();
  return load_word_xml(document, parts.find(part)->second);
}

bool report_damage(const SourcePath& name, Diagnostics& diagnostics) {
  diagnostics.error("import-damaged", {name, 0, 0, 0}, "a part of this Word file is damaged")
      .with_help("open it in Word, save it anew, and import that");
  return false;
}

}  // namespace

bool prepare_word(WordParts& parts, const std::string& main, const SourcePath& name,
                  WordReport& report, Diagnostics& diagnostics) {
  pugi::xml_document document, numbering, styles_document;
  std::string numbering_part, styles_part;
  if (!load_word_xml(document, parts[main]) ||
      !load_related(numbering, parts, main, "numbering", numbering_part) ||
      !load_related(styles_document, parts, main, "styles", styles_part)) {
    return report_damage(name, diagnostics);
  }
  const pugi::xml_node body = document.child("w:document").child("w:body");
  if (!body) return report_damage(name, diagnostics);
  const pugi::xml_node styles_element = styles_document.child("w:styles");
  const WordStyles styles(styles_element);
  report_properties(parts, name, report, diagnostics);
  collect_comments(parts, main, report);
  prepare_text(body, styles, report);
  collect_deletions(body, report);
  if (!prepare_notes(parts, main, styles, report)) return report_damage(name, diagnostics);
  write_numbers(body, numbering.child("w:numbering"), styles_element);
  if (!add_page_furniture(body, PageFurniture(parts, main, styles, report))) {
    return report_damage(name, diagnostics);
  }
  join_marked_paragraphs(body);
  mark_tabs(body);
  parts[main] = save_word_xml(document);
  if (!styles_part.empty()) parts[styles_part] = save_word_xml(styles_document);
  return true;
}

}  // namespace opsg::extraction
