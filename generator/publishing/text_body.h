#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "page_fetch.h"

namespace opsg::publishing {

/// A small file as a whole. Of one that is larger than its limit a byte more than that is kept: it
/// fills no memory, and is not taken for a whole one.
class TextBody : public web::BodyReader {
 public:
  explicit TextBody(std::size_t limit) : limit_(limit) {}

  void begin() override { text_.clear(); }
  void read(std::string_view bytes) override {
    if (text_.size() <= limit_) text_ += bytes.substr(0, limit_ + 1 - text_.size());
  }

  const std::string& text() const { return text_; }

 private:
  std::size_t limit_;
  std::string text_;
};

}  // namespace opsg::publishing
