#include "passage_list.h"

#include <fmt/format.h>

#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "passage_place.h"

namespace opsg::comparison {
namespace {

/// Reads the list as it is parsed: a large site's need not be held as a tree as well. What stands
/// beside the list is passed over.
///
/// Releases of earlier versions are read too: theirs is one list of passages, each with all that
/// is now said once of its document and its agenda item, and with null for what it does not have;
/// later ones had sections that told no headings. Neither says of what entry a passage is.
class PassageReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return !is_in(Place::links) && !is_in(Place::headings) && value({}); }
  bool boolean(bool) override { return is_in(Place::file); }
  bool number_integer(number_integer_t) override { return is_in(Place::file); }
  bool number_unsigned(number_unsigned_t) override { return is_in(Place::file); }
  bool number_float(number_float_t, const string_t&) override { return is_in(Place::file); }
  bool binary(binary_t&) override { return false; }
  bool string(string_t& text) override { return value(std::move(text)); }

  bool start_object(std::size_t) override {
    if (way_.empty()) return enter(Place::file);
    switch (way_.back()) {
      case Place::documents:
        passage_ = {};
        page_.clear();
        return enter(Place::document);
      case Place::sections:
        begin_section();
        return enter(Place::section);
      case Place::passages:
        begin_passage();
        return enter(Place::passage);
      default:
        return false;
    }
  }

  bool end_object() override {
    const bool is_passage = is_in(Place::passage);
    way_.pop_back();
    if (!is_passage) return true;
    const unsigned needed = is_flat_ ? kAllKeys : bit_of("kind") | bit_of("text");
    const bool whole = (seen_ & needed) == needed && !passage_.document.empty() &&
                       !passage_.kind.empty() && (is_flat_ || !passage_.url.empty());
    // Other passages stand under no heading, in whatever form.
    passage_.place_known = has_place_ || !stands_in_text(passage_);
    if (whole) passages_.push_back(passage_);
    return whole;
  }

  bool start_array(std::size_t) override {
    if (is_in(Place::file) && !found_) {
      found_ = true;
      is_flat_ = key_ == "passages";
      if (is_flat_) return enter(Place::passages);
      return key_ == "documents" && enter(Place::documents);
    }
    if (is_in(Place::document)) return key_ == "sections" && enter(Place::sections);
    if (is_in(Place::section)) return start_list_of_section();
    if (!is_in(Place::passage) || key_ != "links") return false;
    seen_ |= bit_of(key_);
    return enter(Place::links);
  }

  bool end_array() override {
    way_.pop_back();
    return true;
  }

  bool key(string_t& name) override {
    key_ = std::move(name);
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
    return false;
  }

  bool found() const { return found_; }
  std::vector<Passage> take() { return std::move(passages_); }

 private:
  /// The objects and lists of the file.
  enum class Place {
    file,
    documents,
    document,
    sections,
    section,
    headings,
    passages,
    passage,
    links
  };

  static constexpr unsigned kAllKeys = (1U << 9) - 1;

  static constexpr std::string_view kKeys[] = {
      "document", "meeting", "item", "item_title", "kind", "text", "links", "sha256", "url"};

  static unsigned bit_of(std::string_view key) {
    for (unsigned i = 0; i < std::size(kKeys); ++i) {
      if (kKeys[i] == key) return 1U << i;
    }
    return 0;
  }

  bool is_in(Place place) const { return !way_.empty() && way_.back() == place; }

  bool enter(Place place) {
    way_.push_back(place);
    return true;
  }

  void begin_section() {
    passage_.item.clear();
    passage_.item_title.clear();
    passage_.register_name.clear();
    passage_.entry.clear();
    passage_.headings.clear();
    has_place_ = false;
  }

  bool start_list_of_section() {
    if (key_ == "passages") return enter(Place::passages);
    has_place_ = key_ == "headings";
    return has_place_ && enter(Place::headings);
  }

  /// With what its document and its section say of it.
  void begin_passage() {
    seen_ = 0;
    if (is_flat_) passage_ = {};
    passage_.kind.clear();
    passage_.text.clear();
    passage_.links.clear();
    passage_.sha256.clear();
    passage_.url = page_;
  }

  bool value(std::string text) {
    if (is_in(Place::file)) return true;
    if (is_in(Place::links) || is_in(Place::headings)) {
      (is_in(Place::links) ? passage_.links : passage_.headings).push_back(std::move(text));
      return true;
    }
    std::string* const field = field_of(key_);
    if (!field) return false;
    const bool is_on_page = field == &passage_.url && text.starts_with('#');
    *field = is_on_page ? page_ + text : std::move(text);
    if (is_in(Place::passage)) seen_ |= bit_of(key_);
    return true;
  }

  /// Null where the object that is being read has no such text.
  std::string* field_of(std::string_view key) {
    const bool all = is_flat_ && is_in(Place::passage);
    if (all || is_in(Place::document)) {
      if (key == "document") return &passage_.document;
      if (key == "meeting") return &passage_.meeting;
      if (key == "url" && !all) return &page_;
    }
    if (all || is_in(Place::section)) {
      if (key == "item") return &passage_.item;
      if (key == "item_title") return &passage_.item_title;
    }
    if (is_in(Place::section)) {
      if (key == "register") return &passage_.register_name;
      if (key == "entry") return &passage_.entry;
    }
    if (!is_in(Place::passage)) return nullptr;
    if (key == "kind") return &passage_.kind;
    if (key == "text") return &passage_.text;
    if (key == "sha256") return &passage_.sha256;
    return key == "url" ? &passage_.url : nullptr;
  }

  std::vector<Passage> passages_;
  Passage passage_;
  std::string page_;  ///< The URL of the document's page.
  std::string key_;
  std::vector<Place> way_;  ///< What is open, outermost first.
  unsigned seen_ = 0;       ///< A bit for each key of the passage that was read.
  bool found_ = false;
  bool is_flat_ = false;
  bool has_place_ = false;  ///< The section says under what headings its passages stand.
};

}  // namespace

Result<std::vector<Passage>> read_passages(std::string_view json) {
  PassageReader reader;
  if (!nlohmann::json::sax_parse(json.begin(), json.end(), &reader) || !reader.found()) {
    return failure("data/passages.json is damaged, or of another version of opsg-site");
  }
  return reader.take();
}

}  // namespace opsg::comparison
