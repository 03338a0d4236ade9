#include "passage_list.h"

#include <fmt/format.h>

#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace opsg::comparison {
namespace {

/// Reads the list as it is parsed: a large site's need not be held as a tree as well. What stands
/// beside the list is passed over.
class PassageReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return !in_links_ && value({}); }
  bool boolean(bool) override { return not_a_text(); }
  bool number_integer(number_integer_t) override { return not_a_text(); }
  bool number_unsigned(number_unsigned_t) override { return not_a_text(); }
  bool number_float(number_float_t, const string_t&) override { return not_a_text(); }
  bool binary(binary_t&) override { return false; }
  bool string(string_t& text) override { return value(std::move(text)); }

  bool start_object(std::size_t) override {
    if (++depth_ == 1) return true;
    if (depth_ != kPassageDepth || !in_list_) return false;
    passage_ = {};
    seen_ = 0;
    return true;
  }

  bool end_object() override {
    if (depth_-- != kPassageDepth) return true;
    if (seen_ != kAllKeys || passage_.document.empty() || passage_.kind.empty()) return false;
    passages_.push_back(std::move(passage_));
    return true;
  }

  bool start_array(std::size_t) override {
    const bool is_list = depth_ == 1 && key_ == "passages" && !found_;
    const bool is_links = depth_ == kPassageDepth && key_ == "links";
    if (!is_list && !is_links) return false;
    (is_list ? in_list_ : in_links_) = true;
    found_ = true;
    ++depth_;
    if (is_links) seen_ |= bit_of(key_);
    return true;
  }

  bool end_array() override {
    (in_links_ ? in_links_ : in_list_) = false;
    --depth_;
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
  static constexpr int kPassageDepth = 3;  ///< The document, its list, the passage.
  static constexpr unsigned kAllKeys = (1U << 9) - 1;

  static constexpr std::string_view kKeys[] = {
      "document", "meeting", "item", "item_title", "kind", "text", "links", "sha256", "url"};

  static unsigned bit_of(std::string_view key) {
    for (unsigned i = 0; i < std::size(kKeys); ++i) {
      if (kKeys[i] == key) return 1U << i;
    }
    return 0;
  }

  bool not_a_text() const { return depth_ == 1; }

  bool value(std::string text) {
    if (depth_ == 1) return true;
    if (in_links_) {
      passage_.links.push_back(std::move(text));
      return true;
    }
    std::string* field = depth_ == kPassageDepth ? field_of(key_) : nullptr;
    if (!field) return false;
    *field = std::move(text);
    seen_ |= bit_of(key_);
    return true;
  }

  std::string* field_of(std::string_view key) {
    if (key == "document") return &passage_.document;
    if (key == "meeting") return &passage_.meeting;
    if (key == "item") return &passage_.item;
    if (key == "item_title") return &passage_.item_title;
    if (key == "kind") return &passage_.kind;
    if (key == "text") return &passage_.text;
    if (key == "sha256") return &passage_.sha256;
    return key == "url" ? &passage_.url : nullptr;
  }

  std::vector<Passage> passages_;
  Passage passage_;
  std::string key_;
  unsigned seen_ = 0;  ///< A bit for each key of the passage that was read.
  int depth_ = 0;
  bool found_ = false;
  bool in_list_ = false;
  bool in_links_ = false;
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
