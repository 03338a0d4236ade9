#include "page_passages.h"

#include <algorithm>
#include <array>

#include "ascii.h"
#include "text.h"

namespace opsg::preview {
namespace {

/// Elements that part one passage from the next. Cells do not: a row is read as one.
constexpr std::array<std::string_view, 33> kBlocks = {
    "article", "aside",    "blockquote", "body",   "caption", "dd",   "details", "div", "dl",
    "dt",      "fieldset", "figcaption", "figure", "footer",  "form", "h1",      "h2",  "h3",
    "h4",      "h5",       "h6",         "header", "li",      "main", "nav",     "ol",  "p",
    "pre",     "section",  "svg",        "table",  "tr",      "ul"};

bool is_block(std::string_view element) {
  return std::binary_search(kBlocks.begin(), kBlocks.end(), element);
}

struct Tag {
  std::string element;  ///< In lower case.
  bool closes = false;
  std::size_t name_end = 0;
  std::size_t end = 0;  ///< Behind '>'.
};

/// The tag at `at`, where '<' stands.
Tag read_tag(std::string_view page, std::size_t at) {
  Tag tag;
  std::size_t next = at + 1;
  tag.closes = next < page.size() && page[next] == '/';
  if (tag.closes) ++next;
  const std::size_t name = next;
  while (next < page.size() && is_word_byte(page[next])) ++next;
  tag.element = ascii_lower(page.substr(name, next - name));
  tag.name_end = next;
  for (char quote = 0; next < page.size(); ++next) {
    const char c = page[next];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      break;
    }
  }
  tag.end = std::min(next + 1, page.size());
  return tag;
}

/// Behind the reference that begins at `at`: it stands for no letter.
std::size_t skip_reference(std::string_view page, std::size_t at) {
  constexpr std::size_t kLongest = 10;
  const std::size_t end = page.substr(at, kLongest).find(';');
  return end == std::string_view::npos ? at + 1 : at + end + 1;
}

/// U+0080 to U+00BF, two bytes each: signs, such as that of a permalink, and odd spaces.
bool is_sign(char first_byte) {
  return static_cast<unsigned char>(first_byte) == 0xC2;
}

void append_folded(std::string& out, char c) {
  if (is_word_byte(c)) out += to_ascii_lower(c);
}

/// Collects passages from one tag to the next.
class PassageReader {
 public:
  void text(char c) {
    append_folded(text_, c);
    if (!is_in_link_) append_folded(text_outside_links_, c);
  }

  void tag(const Tag& tag) {
    if (tag.element == "a") is_in_link_ = !tag.closes;
    if (!is_block(tag.element)) return;
    finish();
    is_open_ = !tag.closes;
    attributes_ = tag.name_end;
  }

  std::vector<PagePassage> take() {
    finish();
    return std::move(passages_);
  }

 private:
  /// Text behind a block that has ended belongs to none that could be shaded.
  void finish() {
    if (is_open_ && !text_.empty()) passages_.push_back({attributes_, text_, text_outside_links_});
    text_.clear();
    text_outside_links_.clear();
  }

  std::vector<PagePassage> passages_;
  std::string text_;
  std::string text_outside_links_;
  std::size_t attributes_ = 0;
  bool is_in_link_ = false;
  bool is_open_ = false;
};

}  // namespace

std::size_t main_begin(std::string_view page) {
  const std::size_t at = page.find("<main");
  return at == std::string_view::npos ? 0 : read_tag(page, at).end;
}

std::vector<PagePassage> page_passages(std::string_view page) {
  const std::size_t end = std::min(page.rfind("</main>"), page.size());
  PassageReader reader;
  for (std::size_t at = main_begin(page); at > 0 && at < end;) {
    if (page[at] == '<') {
      const Tag tag = read_tag(page, at);
      reader.tag(tag);
      at = tag.end;
    } else if (page[at] == '&') {
      at = skip_reference(page, at);
    } else if (is_sign(page[at])) {
      at += 2;
    } else {
      reader.text(page[at++]);
    }
  }
  return reader.take();
}

std::string folded_text(std::string_view text, bool is_markdown) {
  std::string folded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_markdown && text.substr(at).starts_with("](")) {
      at = std::min(text.find(')', at), text.size());
    } else if (is_sign(text[at])) {
      ++at;
    } else {
      append_folded(folded, text[at]);
    }
  }
  return folded;
}

}  // namespace opsg::preview
