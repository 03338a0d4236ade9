#include "base64.h"

#include <string>
#include <utility>

#include "catch2.h"

namespace opsg {
namespace {

TEST_CASE("base64: the examples of RFC 4648") {
  const auto [bytes, text] = GENERATE(table<std::string, std::string>({{"", ""},
                                                                       {"f", "Zg=="},
                                                                       {"fo", "Zm8="},
                                                                       {"foo", "Zm9v"},
                                                                       {"foob", "Zm9vYg=="},
                                                                       {"fooba", "Zm9vYmE="},
                                                                       {"foobar", "Zm9vYmFy"}}));
  CHECK(base64(bytes) == text);
  CHECK(from_base64(text) == bytes);
}

TEST_CASE("base64: any bytes of any length come back") {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += static_cast<char>(i * 7);
  CHECK(from_base64(base64(bytes)) == bytes);
  const std::string large((std::size_t{7} << 20) + 1, '\xFF');
  CHECK(from_base64(base64(large)) == large);
}

TEST_CASE("base64: what is none is refused") {
  const std::string text = GENERATE("Z", "Zg", "Zg=", "Zg===", "Z===", "====", "Zm9v\n", " Zm9v",
                                    "Zm 9", "Zg==Zg==", "Zh==", "Zm9-", "Zm9\xFF");
  CAPTURE(text);
  CHECK_FALSE(from_base64(text));
}

}  // namespace
}  // namespace opsg
