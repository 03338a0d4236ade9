#include "field_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "ascii.h"
#include "inline_text.h"
#include "normalised_text.h"
#include "text.h"

namespace opsg::released {
namespace {

constexpr std::size_t kLongestName = 40;

/// "Revised target date": letters, digits and what joins them, beginning with a letter.
bool looks_like_label(std::string_view text) {
  const auto may_stand = [&](char c) {
    return is_word_byte(c) || std::string_view(" -/&'()").find(c) < 7;
  };
  return !text.empty() && text.size() <= kLongestName && is_ascii_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), may_stand);
}

/// An item of a list as a label and a value, as far as it is of that form.
struct FieldItem {
  const MarkdownNode* item = nullptr;
  const MarkdownNode* paragraph = nullptr;  ///< Null where the item begins with another block.
  std::string text;
  std::optional<std::size_t> colon;

  std::string_view label() const {
    return colon ? trim(std::string_view(text).substr(0, *colon)) : std::string_view();
  }
  std::string_view value() const { return trim(std::string_view(text).substr(*colon + 1)); }
  bool is_one_line() const { return paragraph && !paragraph->next(); }
};

FieldItem read_item(const MarkdownNode* item) {
  FieldItem out;
  out.item = item;
  const MarkdownNode* first = item->first_child();
  if (!first || !first->is(MarkdownKind::paragraph)) return out;
  out.paragraph = first;
  out.text = NormalisedText(inline_text(first).text).text();
  const std::size_t colon = out.text.find(':');
  const bool parts =
      colon != std::string::npos && (colon + 1 == out.text.size() || out.text[colon + 1] == ' ');
  if (parts && looks_like_label(trim(std::string_view(out.text).substr(0, colon)))) {
    out.colon = colon;
  }
  return out;
}

class FieldListReader {
 public:
  FieldListReader(const FragmentLines& lines, const FieldContext& context)
      : lines_(lines), context_(context) {}

  void read(const FieldItem& item) {
    if (has_redaction(item.text)) return;
    if (!item.colon) {
      malformed(item, "this item of a list of fields is none");
    } else if (!item.is_one_line()) {
      malformed(item, fmt::format("`{}` holds more than a value", item.label()));
    } else {
      read_field(item);
    }
  }

  std::vector<Field> take() { return std::move(fields_); }

 private:
  void malformed(const FieldItem& item, std::string message) {
    context_.diagnostics
        .error("field-malformed", lines_.block_span(item.paragraph ? item.paragraph : item.item),
               std::move(message))
        .with_help("write `Field: value`, and all else in a paragraph below the list");
  }

  void read_field(const FieldItem& item) {
    BlockCursor cursor(lines_, item.paragraph);
    const SourceSpan label_span = cursor.find(item.label());
    const FieldDefinition* definition = context_.definition.find_field(item.label());
    if (!definition) return unknown(item, label_span);
    if (item.value().empty()) return empty(item, label_span);
    cursor.find(":");
    const SourceSpan span = cursor.find(item.value());
    if (is_twice(*definition, span)) return;
    auto value = read_field_value(*definition, item.value(), span, context_);
    if (value) {
      fields_.push_back({definition->name, std::move(*value), std::string(item.value()), span});
    }
  }

  void unknown(const FieldItem& item, const SourceSpan& span) {
    std::vector<std::string> titles;
    for (const FieldDefinition& field : context_.definition.fields) titles.push_back(field.title);
    const auto meant = nearest(item.label(), titles);
    context_.diagnostics
        .error("field-unknown", span,
               fmt::format("`{}` is no field of {}", item.label(), context_.definition.title))
        .with_help(meant ? fmt::format("did you mean `{}`?", *meant)
                         : fmt::format("the fields are {}", fmt::join(titles, ", ")));
  }

  void empty(const FieldItem& item, const SourceSpan& span) {
    context_.diagnostics.error("field-empty", span, fmt::format("`{}` has no value", item.label()))
        .with_help("write one, or leave the field out");
  }

  bool is_twice(const FieldDefinition& definition, const SourceSpan& span) {
    for (const auto& [name, first] : seen_) {
      if (name != definition.name) continue;
      context_.diagnostics
          .error("field-twice", span, fmt::format("`{}` is given twice", definition.title))
          .note("first here", first)
          .with_help("keep one of them");
      return true;
    }
    seen_.emplace_back(definition.name, span);
    return false;
  }

  const FragmentLines& lines_;
  const FieldContext& context_;
  std::vector<std::pair<std::string, SourceSpan>> seen_;
  std::vector<Field> fields_;
};

}  // namespace

bool is_field_list(const MarkdownNode* block, const RegisterDefinition& definition) {
  if (!block || !block->is(MarkdownKind::list)) return false;
  bool all_look_like_fields = true;
  for (const MarkdownNode* item = block->first_child(); item; item = item->next()) {
    const FieldItem field = read_item(item);
    if (field.colon && definition.find_field(field.label())) return true;
    all_look_like_fields = all_look_like_fields && field.colon;
  }
  return all_look_like_fields;
}

std::vector<Field> read_field_list(const MarkdownNode* list, const FragmentLines& lines,
                                   const FieldContext& context) {
  FieldListReader reader(lines, context);
  for (const MarkdownNode* item = list->first_child(); item; item = item->next()) {
    reader.read(read_item(item));
  }
  return reader.take();
}

}  // namespace opsg::released
