#include "decoded_window.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "ascii.h"
#include "escapes.h"

namespace opsg::audit {
namespace {

/// Finds what begins escapes, each kind by a search of its own: faster than byte by byte, since
/// most texts have one kind, and few of it.
class EscapeSearch {
 public:
  EscapeSearch(std::string_view text, std::size_t end) : text_(text), end_(end) {}

  /// The next one not before `from`, which never goes back; the end for none.
  std::size_t next(std::size_t from) {
    std::size_t first = end_;
    for (Kind& kind : kinds_) {
      if (kind.next < from || kind.next == kUnknown) kind.next = find(kind.character, from);
      first = std::min(first, kind.next);
    }
    return first;
  }

 private:
  static constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);

  struct Kind {
    char character;
    std::size_t next = kUnknown;
  };

  std::size_t find(char c, std::size_t from) const {
    const void* at = std::memchr(text_.data() + from, c, end_ - from);
    return at ? static_cast<std::size_t>(static_cast<const char*>(at) - text_.data()) : end_;
  }

  std::string_view text_;
  std::size_t end_;
  std::array<Kind, 3> kinds_{{{'&'}, {'%'}, {'\\'}}};
};

}  // namespace

bool DecodedWindow::extend() {
  if (next_ == file_.size()) return false;
  extend_to(piece_end());
  return true;
}

void DecodedWindow::extend_to(std::size_t end) {
  EscapeSearch escapes(file_, end);
  while (next_ < end) {
    append_raw(escapes.next(next_));
    const auto rest = file_.substr(next_, end - next_);
    const auto stop = std::find_if(rest.begin(), rest.end(), parts_escapes);
    append_decoded(next_ + static_cast<std::size_t>(stop - rest.begin()));
  }
}

std::size_t DecodedWindow::piece_end() const {
  if (file_.size() - next_ <= piece_) return file_.size();
  const auto parts = [](char c) { return !is_beyond_ascii(c) && parts_escapes(c); };
  const auto rest = file_.substr(next_ + piece_);
  const auto at = std::find_if(rest.begin(), rest.end(), parts);
  return next_ + piece_ + static_cast<std::size_t>(at - rest.begin());
}

void DecodedWindow::append_raw(std::size_t end) {
  bytes_.append(file_, next_, end - next_);
  marks_.resize(bytes_.size(), kRaw);
  next_ = end;
}

/// No escape reaches beyond `end`.
void DecodedWindow::append_decoded(std::size_t end) {
  const std::size_t begin = bytes_.size();
  append_raw(end);
  decode_escapes(bytes_, marks_, begin, [](std::uint8_t) { return kDecoded; });
}

void DecodedWindow::drop(std::size_t count) {
  bytes_.erase(0, count);
  marks_.erase(marks_.begin(), marks_.begin() + static_cast<std::ptrdiff_t>(count));
  dropped_ += count;
}

}  // namespace opsg::audit
