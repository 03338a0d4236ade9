#include "sha256.h"

#include "catch2.h"

namespace opsg {

TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("SHA-256 of bytes that come in pieces is that of the whole") {
  Sha256 digest;
  digest.add("a");
  digest.add("");
  digest.add("bc");
  CHECK(digest.hex() == sha256_hex("abc"));
}

TEST_CASE("SHA-256 starts anew where it is told to") {
  Sha256 digest;
  digest.add("left over");
  digest.restart();
  CHECK(digest.hex() == sha256_hex(""));
  digest.restart();
  digest.add("abc");
  CHECK(digest.hex() == sha256_hex("abc"));
}

}  // namespace opsg
