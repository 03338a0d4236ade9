#include "withheld_shading.h"

#include <fmt/format.h>

#include <algorithm>
#include <dtl/dtl.hpp>
#include <utility>

#include "html_text.h"
#include "page_passages.h"

namespace opsg::preview {
namespace {

/// A shorter passage stands in many a text by chance.
constexpr std::size_t kTellingPassage = 8;
constexpr std::size_t kTellingValue = 3;
/// The time that a comparison takes grows with the square of the difference.
constexpr std::size_t kMostCompared = 10'000;

std::vector<std::string> texts_of(const std::vector<PagePassage>& passages) {
  std::vector<std::string> texts;
  for (const PagePassage& passage : passages) texts.push_back(passage.text);
  return texts;
}

/// The indices of those passages that are not shown, in order.
std::vector<std::size_t> withheld_passages(const std::vector<std::string>& page,
                                           const std::vector<std::string>& shown) {
  std::vector<std::size_t> withheld;
  if (page.size() + shown.size() > kMostCompared) {
    for (std::size_t i = 0; i < page.size(); ++i) {
      if (std::find(shown.begin(), shown.end(), page[i]) == shown.end()) withheld.push_back(i);
    }
    return withheld;
  }
  dtl::Diff<std::string> diff(shown, page);
  diff.compose();
  const auto script = diff.getSes().getSequence();
  std::size_t next = 0;
  for (const auto& [text, step] : script) {
    if (step.type == dtl::SES_DELETE) continue;
    if (step.type == dtl::SES_ADD) withheld.push_back(next);
    ++next;
  }
  return withheld;
}

}  // namespace

WithheldShading::WithheldShading(std::string audience, const std::vector<WithheldPortion>& portions)
    : audience_(std::move(audience)) {
  for (const WithheldPortion& portion : portions) {
    portions_.push_back(
        {portion, folded_text(portion.text, true), folded_text(portion.inside, true)});
  }
  // The smallest portion around a passage is the one that decides.
  std::stable_sort(portions_.begin(), portions_.end(), [](const Portion& a, const Portion& b) {
    return a.text.size() < b.text.size();
  });
}

const WithheldShading::Portion* WithheldShading::deciding(const PagePassage& passage) const {
  const auto is_inside = [&](const Portion& portion) {
    return portion.inside.size() >= kTellingValue &&
           passage.text.find(portion.inside) != std::string::npos;
  };
  // Lists add links to what they quote: then the words outside the links are the record's.
  for (const std::string* text : {&passage.text, &passage.text_outside_links}) {
    const auto covers = [&](const Portion& portion) {
      return text->size() >= kTellingPassage && portion.text.find(*text) != std::string::npos;
    };
    const auto around = std::find_if(portions_.begin(), portions_.end(), covers);
    if (around != portions_.end()) return &*around;
  }
  const auto inside = std::find_if(portions_.begin(), portions_.end(), is_inside);
  return inside == portions_.end() ? nullptr : &*inside;
}

std::string WithheldShading::label(const Portion* portion) const {
  if (!portion) return fmt::format("not so for {}: follows from what is withheld", audience_);
  return fmt::format("{}, by {}: {}", portion->told.level, portion->told.rule, portion->told.place);
}

std::string WithheldShading::summary(const std::vector<const Portion*>& found,
                                     bool page_is_shown) const {
  std::string html = fmt::format(
      "<section id=\"opsg-site-withheld\" aria-label=\"Withheld\">\n"
      "<p><strong>{} is withheld from {}.</strong></p>\n<ul>\n",
      page_is_shown ? "What is shaded" : "This page", escape_html(audience_));
  for (const Portion* portion : found) {
    html += fmt::format("<li>{}: {} ({}, {})</li>\n", escape_html(portion->told.level),
                        escape_html(portion->told.reason), escape_html(portion->told.rule),
                        escape_html(portion->told.place));
  }
  return html + "</ul>\n</section>\n";
}

std::string WithheldShading::shade(std::string_view page,
                                   std::optional<std::string_view> shown) const {
  const auto passages = page_passages(page);
  const auto shown_texts = shown ? texts_of(page_passages(*shown)) : std::vector<std::string>();
  const auto withheld = withheld_passages(texts_of(passages), shown_texts);
  if (withheld.empty()) return std::string(page);

  std::string shaded;
  std::vector<const Portion*> found;
  std::string last_label;
  std::size_t done = main_begin(page);
  for (std::size_t i = 0; i < withheld.size(); ++i) {
    const PagePassage& passage = passages[withheld[i]];
    const Portion* portion = deciding(passage);
    if (portion && std::find(found.begin(), found.end(), portion) == found.end()) {
      found.push_back(portion);
    }
    const std::string told = escape_html(label(portion));
    const bool goes_on = i > 0 && withheld[i] == withheld[i - 1] + 1 && told == last_label;
    shaded += page.substr(done, passage.attributes - done);
    shaded += fmt::format(" data-opsg-withheld=\"{}\" title=\"{}\"", goes_on ? "" : told, told);
    done = passage.attributes;
    last_label = told;
  }
  shaded += page.substr(done);
  return std::string(page.substr(0, main_begin(page))) + summary(found, shown.has_value()) + shaded;
}

}  // namespace opsg::preview
