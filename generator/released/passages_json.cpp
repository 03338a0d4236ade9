#include "passages_json.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <string_view>
#include <utility>

#include "json_format.h"

namespace opsg::released {
namespace {

DataField text_of(std::string name, std::string meaning) {
  return {std::move(name), DataType::text, std::move(meaning)};
}

DataField maybe(DataField field) {
  field.optional = true;
  return field;
}

std::vector<DataField> fields_of_a_passage() {
  DataField kind = text_of("kind", "what it is");
  kind.choices = {"heading", "paragraph", "list-item", "table-row", "quote", "code",
                  "note",    "field",     "fact",      "term",      "party", "attachment"};
  return {std::move(kind), text_of("text", "as it reads"),
          maybe({"links", DataType::texts,
                 "where its links lead: URLs, or paths below the site's root"}),
          maybe(text_of("sha256", "of an attachment's bytes")),
          maybe(text_of("url", "its place, from the document's url on: #item-3"))};
}

class DocumentWriter {
 public:
  explicit DocumentWriter(const PassageDocument& document) : document_(document) {
    json_ = "{";
    add_text("document", document.name);
    if (!document.meeting.empty()) add_text("meeting", document.meeting);
    add_text("url", document.url);
    json_ += ",\"sections\":[";
  }

  void add(const Passage& passage) {
    assert(passage.document == document_.name && passage.meeting == document_.meeting);
    if (!in_section_ || !is_of_section(passage)) {
      begin_section(passage);
    } else {
      json_ += ',';
    }
    json_ += "\n{";
    add_text("kind", passage.kind);
    add_text("text", passage.text);
    if (!passage.links.empty()) add_list("links", passage.links);
    if (!passage.sha256.empty()) add_text("sha256", passage.sha256);
    if (passage.url != document_.url) add_text("url", place_on_page(passage.url));
    json_ += '}';
  }

  std::string take() {
    json_ += in_section_ ? "]}]}" : "]}";
    return std::move(json_);
  }

 private:
  bool is_of_section(const Passage& passage) const {
    return passage.item == section_.item && passage.item_title == section_.item_title &&
           passage.register_name == section_.register_name && passage.entry == section_.entry &&
           passage.headings == section_.headings;
  }

  void begin_section(const Passage& first) {
    json_ += in_section_ ? "]},\n{" : "\n{";
    in_section_ = true;
    section_ = first;
    if (!first.item.empty()) add_text("item", first.item);
    if (!first.item_title.empty()) add_text("item_title", first.item_title);
    if (!first.entry.empty()) {
      add_text("register", first.register_name);
      add_text("entry", first.entry);
    }
    add_list("headings", first.headings);
    add_key("passages");
    json_ += '[';
  }

  /// What follows the page's URL; elsewhere than on the page, the URL itself.
  std::string_view place_on_page(std::string_view url) const {
    const std::size_t length = document_.url.size();
    return url.starts_with(document_.url) && url[length] == '#' ? url.substr(length) : url;
  }

  void add_list(std::string_view key, const std::vector<std::string>& texts) {
    add_key(key);
    json_ += '[';
    for (const std::string& text : texts) {
      if (json_.back() != '[') json_ += ',';
      append_json_string(json_, text);
    }
    json_ += ']';
  }

  void add_text(std::string_view key, std::string_view value) {
    add_key(key);
    append_json_string(json_, value);
  }

  /// With a comma before it where it is not the first of its object.
  void add_key(std::string_view key) {
    if (json_.back() != '{') json_ += ',';
    json_.append("\"").append(key).append("\":");
  }

  const PassageDocument& document_;
  std::string json_;
  Passage section_;  ///< The first of its passages.
  bool in_section_ = false;
};

}  // namespace

std::vector<DataField> passage_fields() {
  return {
      text_of("document", "what it is: meetings/2021-01-25-opsg-41/minutes"),
      maybe(text_of("meeting", "the meeting's code")),
      {"url", DataType::url, "the page that shows it"},
      objects_of("sections", "its parts, by agenda item, entry and headings",
                 {maybe(text_of("item", "the number of the agenda item")),
                  maybe(text_of("item_title", "the title of the agenda item")),
                  maybe(text_of("register", "the register of the entry")),
                  maybe(text_of("entry", "the key of the entry")),
                  {"headings", DataType::texts, "the headings above it in the item, highest first"},
                  objects_of("passages", "in the order of the text", fields_of_a_passage())})};
}

std::string document_json(const PassageDocument& document) {
  DocumentWriter writer(document);
  document.read([&](const Passage& passage) { writer.add(passage); });
  return writer.take();
}

void for_each_document_json(const PageContext& context, const TextSink& sink) {
  constexpr std::size_t kAtOnce = 256;  // All of them at once would double what the file takes.
  const std::vector<PassageDocument> documents = passage_documents(context);
  for (std::size_t begin = 0; begin < documents.size(); begin += kAtOnce) {
    std::vector<std::string> texts(std::min(kAtOnce, documents.size() - begin));
    tbb::parallel_for(std::size_t{0}, texts.size(),
                      [&](std::size_t i) { texts[i] = document_json(documents[begin + i]); });
    for (const std::string& text : texts) sink(text);
  }
}

}  // namespace opsg::released
