#include "inline_comments.h"

#include <string>
#include <string_view>
#include <vector>

namespace opsg {
namespace {

constexpr std::string_view kSpace = " \t";

bool is_text(cmark_node* node) {
  return node && cmark_node_get_type(node) == CMARK_NODE_TEXT;
}

bool is_end_of_line(cmark_node* node) {
  return !node || cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK ||
         cmark_node_get_type(node) == CMARK_NODE_LINEBREAK;
}

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal ? literal : std::string_view();
}

bool ends_in_space(cmark_node* node) {
  if (!is_text(node)) return false;
  const std::string_view text = literal_of(node);
  return !text.empty() && kSpace.find(text.back()) != std::string_view::npos;
}

/// Whether something is left of the text. What is empty is taken out.
bool keep(cmark_node* text, std::string_view part) {
  if (!part.empty()) {
    cmark_node_set_literal(text, std::string(part).c_str());
    return true;
  }
  cmark_node_unlink(text);
  return false;
}

void trim_end(cmark_node* node) {
  while (is_text(node)) {
    cmark_node* const before = cmark_node_previous(node);
    const std::string_view text = literal_of(node);
    if (keep(node, text.substr(0, text.find_last_not_of(kSpace) + 1))) return;
    node = before;
  }
}

void trim_begin(cmark_node* node) {
  while (is_text(node)) {
    cmark_node* const behind = cmark_node_next(node);
    const std::string_view text = literal_of(node);
    const std::size_t begin = text.find_first_not_of(kSpace);
    if (keep(node, begin == std::string_view::npos ? std::string_view() : text.substr(begin))) {
      return;
    }
    node = behind;
  }
}

/// What follows. cmark leaves empty text where a line ends in white space.
cmark_node* next_with_text(cmark_node* node) {
  cmark_node* next = cmark_node_next(node);
  while (is_text(next) && literal_of(next).empty()) next = cmark_node_next(next);
  return next;
}

void drop(cmark_node* comment) {
  cmark_node* const before = cmark_node_previous(comment);
  cmark_node* const behind = next_with_text(comment);
  cmark_node_unlink(comment);
  if (is_end_of_line(behind)) {
    trim_end(before);
  } else if (is_end_of_line(before) || ends_in_space(before)) {
    trim_begin(behind);
  }
}

bool is_comment(cmark_node* node) {
  return cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE &&
         literal_of(node).starts_with("<!--");
}

}  // namespace

void drop_inline_comments(cmark_node* document) {
  std::vector<cmark_node*> comments;
  cmark_iter* iterator = cmark_iter_new(document);
  for (auto event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    cmark_node* node = cmark_iter_get_node(iterator);
    if (event == CMARK_EVENT_ENTER && is_comment(node)) comments.push_back(node);
  }
  cmark_iter_free(iterator);
  for (cmark_node* comment : comments) drop(comment);
}

}  // namespace opsg
