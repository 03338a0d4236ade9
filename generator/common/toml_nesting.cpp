#include "toml_nesting.h"

#include <algorithm>
#include <string>
#include <vector>

namespace opsg {
namespace {

/// Steps over strings and comments, so that dots and brackets are those of keys and values.
class NestingScanner {
 public:
  explicit NestingScanner(std::string_view text) : text_(text) {}

  std::optional<std::size_t> find_too_deep() {
    while (at_ < text_.size()) {
      const std::size_t start = at_;
      step(text_[at_]);
      if (depth() > kDeepestToml) return start;
    }
    return std::nullopt;
  }

 private:
  void step(char c) {
    if (c == '"' || c == '\'') return skip_string(c);
    if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
      return;
    }
    ++at_;
    if (c == '\n') return end_line();
    if (c == '.') ++dots_;
    if (c == '=') begin_value();
    if (c == ',') dots_ = key_dots_ = 0;
    if (c == '[' || c == '{') open(c);
    if (c == ']' || c == '}') close();
  }

  /// A bracket that begins a line outside of any value opens a header.
  void open(char c) {
    if (c == '[' && !in_value_ && open_.empty()) {
      header_dots_ = dots_ = 0;
      in_header_ = true;
      return;
    }
    open_.push_back(key_dots_ + 1);
    sum_ += open_.back();
    dots_ = key_dots_ = 0;
  }

  void close() {
    if (in_header_) header_dots_ = dots_;
    dots_ = key_dots_ = 0;
    in_header_ = false;
    if (open_.empty()) return;
    sum_ -= open_.back();
    open_.pop_back();
  }

  void begin_value() {
    key_dots_ = dots_;
    dots_ = 0;
    in_value_ = true;
  }

  void end_line() {
    if (!open_.empty()) return;
    dots_ = key_dots_ = 0;
    in_value_ = in_header_ = false;
  }

  void skip_string(char quote) {
    const std::string fence(3, quote);
    const bool multi_line = text_.substr(at_).starts_with(fence);
    at_ += multi_line ? 3 : 1;
    while (at_ < text_.size()) {
      if (!multi_line && text_[at_] == '\n') return;
      if (multi_line ? text_.substr(at_).starts_with(fence) : text_[at_] == quote) break;
      at_ += quote == '"' && text_[at_] == '\\' ? 2 : 1;
    }
    at_ = std::min(at_ + (multi_line ? 3 : 1), text_.size());
    // Two more quotes may belong to the string.
    for (int i = 0; multi_line && i < 2 && at_ < text_.size() && text_[at_] == quote; ++i) ++at_;
  }

  std::size_t depth() const { return header_dots_ + sum_ + key_dots_ + dots_; }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;  ///< What each open bracket, with its key, adds to the depth.
  std::size_t sum_ = 0;            ///< Of `open_`.
  std::size_t header_dots_ = 0;
  std::size_t key_dots_ = 0;  ///< Of the key whose value is being read.
  std::size_t dots_ = 0;      ///< Since the last key or value began.
  bool in_value_ = false;
  bool in_header_ = false;
};

}  // namespace

std::optional<std::size_t> find_too_deep_nesting(std::string_view text) {
  return NestingScanner(text).find_too_deep();
}

}  // namespace opsg
