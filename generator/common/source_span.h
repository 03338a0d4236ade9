#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace opsg {

/// A path inside the site, relative to its root, with '/' between parts. Shared, because every
/// parsed value carries one.
class SourcePath {
 public:
  SourcePath() = default;
  explicit SourcePath(std::string path)
      : path_(std::make_shared<const std::string>(std::move(path))) {}

  std::string_view view() const { return path_ ? std::string_view(*path_) : std::string_view(); }

  friend bool operator==(const SourcePath& a, const SourcePath& b) { return a.view() == b.view(); }
  friend auto operator<=>(const SourcePath& a, const SourcePath& b) { return a.view() <=> b.view(); }

 private:
  std::shared_ptr<const std::string> path_;
};

/// A place that a user wrote: `length` bytes from `column` of `line`. Lines and columns count
/// from 1, columns in bytes of UTF-8. Line 0 means the file as a whole.
struct SourceSpan {
  SourcePath path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;

  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
  friend auto operator<=>(const SourceSpan&, const SourceSpan&) = default;
};

}  // namespace opsg
