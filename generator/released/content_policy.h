#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace opsg::released {

/// A Content Security Policy (https://www.w3.org/TR/CSP3/): what a page may load, by directive.
class ContentPolicy {
 public:
  ContentPolicy() = default;
  /// "default-src 'none'; img-src 'self'". Of a directive that is there twice the first counts.
  explicit ContentPolicy(std::string_view text);

  /// Allows from here on what either policy allows, and no less than that.
  void widen(const ContentPolicy& other);

  std::string text() const;

 private:
  using Sources = std::vector<std::string>;
  using Directives = std::vector<std::pair<std::string, Sources>>;

  const Sources* find(std::string_view name) const;
  const Sources* effective(std::string_view name) const;

  Directives directives_;
};

}  // namespace opsg::released
