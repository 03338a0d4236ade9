#include "text_linker.h"

#include <algorithm>
#include <set>

#include "ascii.h"
#include "html_url.h"
#include "safe_html.h"

namespace opsg::released {
namespace {

constexpr std::string_view kRedacted = "[redacted]";

bool ends_word(std::string_view rest) {
  return rest.empty() || !is_word_byte(rest.front());
}

/// "LS" in "LSs" too.
bool ends_acronym(std::string_view rest) {
  return ends_word(rest) || (rest.front() == 's' && ends_word(rest.substr(1)));
}

}  // namespace

TextLinker::TextLinker(const Site& site, const Permalinks& permalinks)
    : vocabulary_(site.vocabulary ? &*site.vocabulary : nullptr), permalinks_(permalinks) {
  std::set<std::size_t, std::greater<>> lengths;
  if (vocabulary_ != nullptr) {
    for (const auto& [acronym, expansion] : vocabulary_->glossary()) {
      if (acronym.empty()) continue;
      expansions_.emplace(acronym, expansion);
      acronym_starts_.add_range(acronym.front(), acronym.front());
      lengths.insert(acronym.size());
    }
  }
  acronym_lengths_.assign(lengths.begin(), lengths.end());
}

TextLinker::TextLinker(const TextLinker& other, const Permalinks& permalinks)
    : vocabulary_(other.vocabulary_),
      permalinks_(permalinks),
      expansions_(other.expansions_),
      acronym_starts_(other.acronym_starts_),
      acronym_lengths_(other.acronym_lengths_) {}

void TextLinker::append(std::string& html, std::string_view text, Place place,
                        PageScope& scope) const {
  std::size_t done = 0;
  if (place != Place::link && vocabulary_ != nullptr) {
    for (const Mention& mention : vocabulary_->find_mentions(text)) {
      append_unlinked(html, text.substr(done, mention.begin - done), place, scope);
      append_mention(html, text.substr(mention.begin, mention.length), mention, scope);
      done = mention.begin + mention.length;
    }
  }
  append_unlinked(html, text.substr(done), place, scope);
}

void TextLinker::append_mention(std::string& html, std::string_view text, const Mention& mention,
                                const PageScope& scope) const {
  const Permalinks::Target target = permalinks_.mention(mention);
  if (target.empty() || target.path == scope.path) return append_escaped(html, text);
  html += "<a href=\"";
  append_url(html, target.external.empty() ? permalinks_.href(target.path) : target.external);
  html += target.external.empty() ? "\">" : "\" rel=\"external noopener\">";
  append_escaped(html, text);
  html += "</a>";
}

void TextLinker::append_unlinked(std::string& html, std::string_view text, Place place,
                                 PageScope& scope) const {
  const auto append_words = [&](std::string_view words) {
    if (place == Place::prose) {
      append_expanded(html, words, scope);
    } else {
      append_escaped(html, words);
    }
  };
  while (!text.empty()) {
    const std::size_t redacted = std::min(text.find(kRedacted), text.size());
    append_words(text.substr(0, redacted));
    text.remove_prefix(redacted);
    if (text.empty()) return;
    html.append("<span class=\"redacted\">").append(kRedacted).append("</span>");
    text.remove_prefix(kRedacted.size());
  }
}

void TextLinker::append_expanded(std::string& html, std::string_view text, PageScope& scope) const {
  std::size_t done = 0;
  for (std::size_t i = acronym_starts_.find_in(text); i < text.size();
       i = acronym_starts_.find_in(text, i)) {
    const bool begins_word = i == 0 || !is_word_byte(text[i - 1]);
    const std::size_t length = begins_word ? acronym_length(text.substr(i)) : 0;
    const std::string_view acronym = text.substr(i, length);
    if (length == 0 || !scope.expanded.emplace(acronym).second) {
      i += std::max<std::size_t>(length, 1);
      continue;
    }
    append_escaped(html, text.substr(done, i - done));
    html += "<abbr title=\"";
    append_escaped(html, expansions_.at(acronym));
    html += "\">";
    append_escaped(html, acronym);
    html += "</abbr>";
    done = i += length;
  }
  append_escaped(html, text.substr(done));
}

std::size_t TextLinker::acronym_length(std::string_view text) const {
  for (const std::size_t length : acronym_lengths_) {
    if (length > text.size() || !ends_acronym(text.substr(length))) continue;
    if (expansions_.contains(text.substr(0, length))) return length;
  }
  return 0;
}

}  // namespace opsg::released
