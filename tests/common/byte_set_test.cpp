#include "byte_set.h"

#include <string>

#include "catch2.h"

namespace opsg {
namespace {

TEST_CASE("a set of bytes holds what it was given, bytes beyond ASCII included") {
  constexpr ByteSet set = ByteSet("x\xFF").add_range('a', 'c').add_range('\x80', '\x81');
  std::string held;
  for (int byte = 0; byte < 256; ++byte) {
    if (set.contains(static_cast<char>(byte))) held += static_cast<char>(byte);
  }
  CHECK(held == "abcx\x80\x81\xFF");
}

TEST_CASE("a text is searched from any place on, and its size stands for nothing found") {
  constexpr ByteSet set("<&");
  CHECK(set.find_in("a<b&") == 1);
  CHECK(set.find_in("a<b&", 2) == 3);
  CHECK(set.find_in("a<b&", 4) == 4);
  CHECK(set.find_in("") == 0);
  CHECK(set.find_in("abc") == 3);
  CHECK(set.find_other("<&a<") == 2);
  CHECK(set.find_other("<&a<", 3) == 4);
}

}  // namespace
}  // namespace opsg
