#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

namespace opsg::audit {

/// Lines of output that were read before, as many as a cache holds: most of what pages say is said
/// by the theme, on each of them.
class KnownLines {
 public:
  /// Where the lines are kept if they are known: a view equal to them, or another one, which is to
  /// be replaced once they were read.
  std::string_view& place_of(std::string_view lines) {
    return (*places_)[std::hash<std::string_view>()(lines) % kPlaces];
  }

 private:
  static constexpr std::size_t kPlaces = 4096;
  using Places = std::array<std::string_view, kPlaces>;

  std::unique_ptr<Places> places_ = std::make_unique<Places>();
};

}  // namespace opsg::audit
