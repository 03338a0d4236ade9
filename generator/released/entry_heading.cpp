#include "entry_heading.h"

#include <array>
#include <utility>

#include "text.h"

namespace opsg::released {
namespace {

constexpr std::array<std::string_view, 5> kSeparators = {":", "- ", "– ", "— ", "−"};

/// Takes what parts an id from its title off the text; false where there is nothing of the kind.
bool take_separator(std::string_view& text) {
  text = trim(text);
  for (const std::string_view separator : kSeparators) {
    if (!text.starts_with(separator)) continue;
    text = trim(text.substr(separator.size()));
    return true;
  }
  return text.empty();
}

/// Titles are compared from meeting to meeting: a full stop makes no difference.
std::string_view without_full_stop(std::string_view title) {
  const bool stop = title.ends_with('.') && !title.ends_with("..") && !title.ends_with("etc.");
  return stop ? title.substr(0, title.size() - 1) : title;
}

}  // namespace

std::optional<EntryHeading> read_entry_heading(std::string_view text,
                                               const Vocabulary& vocabulary) {
  auto id = vocabulary.leading_id(text);
  if (!id) return std::nullopt;
  EntryHeading heading;
  heading.definition = id->definition;
  heading.id = std::move(id->id);
  heading.length = id->length;
  std::string_view title = text.substr(id->length);
  heading.separated = take_separator(title);
  heading.title = collapse_space(without_full_stop(title));
  return heading;
}

}  // namespace opsg::released
