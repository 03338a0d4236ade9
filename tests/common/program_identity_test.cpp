#include "program_identity.h"

#include "catch2.h"

namespace opsg {
namespace {

TEST_CASE("a program has an identity, the same each time it is asked") {
  const auto identity = program_identity();
  REQUIRE(identity);
  CHECK(identity->size() == 64);
  CHECK(program_identity() == identity);
}

}  // namespace
}  // namespace opsg
