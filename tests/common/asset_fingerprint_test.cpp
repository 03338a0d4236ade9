#include "asset_fingerprint.h"

#include "catch2.h"

namespace opsg {
namespace {

TEST_CASE("A fingerprint stands between an asset's name and its extension") {
  CHECK(asset_fingerprint("assets/site.0123456789ab.css") == "0123456789ab");
  CHECK(asset_fingerprint("assets/a.b/site.min.0123456789ab.css") == "0123456789ab");
  CHECK(asset_fingerprint("assets/site.css") == "");
  CHECK(asset_fingerprint("assets/site.0123456789AB.css") == "");
  CHECK(asset_fingerprint("assets/site.0123456789a.css") == "");
  CHECK(asset_fingerprint("assets/site.0123456789ab.css.gz") == "");
  CHECK(asset_fingerprint("data/site.0123456789ab.css") == "");
}

}  // namespace
}  // namespace opsg
