#include "manifest_signature.h"

#include <cstdlib>

#include "catch2.h"
#include "folder_verification.h"
#include "manifest_file.h"
#include "release_folder.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;
using testing::ReleaseFolder;
using testing::TempFolder;

/// A new pair of keys in a folder of its own.
class Keys {
 public:
  /// `password`: what the secret key is locked with; none by default.
  explicit Keys(const std::string& password = {}) {
    const std::string how = password.empty()
                                ? "minisign -G -W"
                                : "printf '" + password + "\\n" + password + "\\n' | minisign -G";
    const std::string command = how + " -p " + public_file().string() + " -s " +
                                secret_file().string() + " >/dev/null 2>&1";
    REQUIRE(std::system(command.c_str()) == 0);
  }

  fs::path secret_file() const { return folder_ / "secret.key"; }
  fs::path public_file() const { return folder_ / "public.key"; }
  PublicKey public_key() const {
    auto key = PublicKey::read(public_file());
    REQUIRE(key);
    return *key;
  }

 private:
  TempFolder folder_;
};

std::string sign(std::string_view text, const Keys& keys) {
  auto signature = sign_manifest(text, keys.secret_file());
  REQUIRE(signature);
  return *signature;
}

bool verifies(std::string_view text, std::string_view signature, const Keys& keys) {
  const auto proved = verify_signature(text, signature, keys.public_key());
  REQUIRE(proved);
  return *proved;
}

TEST_CASE("a signature is good for its manifest and its key alone") {
  const Keys keys;
  const Keys others;
  const std::string signature = sign("manifest", keys);
  CHECK(verifies("manifest", signature, keys));
  CHECK_FALSE(verifies("Manifest", signature, keys));
  CHECK_FALSE(verifies("manifest", signature, others));
  CHECK_FALSE(verifies("manifest", sign("manifest", others), keys));
}

TEST_CASE("the same manifest has the same signature, whenever it is signed") {
  const Keys keys;
  CHECK(sign("manifest", keys) == sign("manifest", keys));
}

TEST_CASE("what is no signature proves nothing") {
  const Keys keys;
  const std::string good = sign("manifest", keys);
  const std::string text = GENERATE_COPY(
      std::string(), std::string("junk"), good.substr(0, good.size() / 2),
      std::string(3000, 'A') + "\n", std::string(100000, 'A'), std::string("\0\n\0\n", 4));
  CHECK_FALSE(verifies("manifest", text, keys));
}

TEST_CASE("a key with a password is refused, and nobody is asked for it") {
  const Keys keys("correct horse");
  const auto signature = sign_manifest("manifest", keys.secret_file());
  REQUIRE_FALSE(signature);
  CHECK_THAT(signature.error().message, Catch::Matchers::StartsWith("minisign does not sign with " +
                                                                    keys.secret_file().string()));
  CHECK_THAT(signature.error().message,
             Catch::Matchers::EndsWith("It must be a secret key without a password, as "
                                       "`minisign -G -W` makes one."));
}

TEST_CASE("a secret key that is not there is named") {
  const TempFolder folder;
  const auto signature = sign_manifest("manifest", folder / "none");
  REQUIRE_FALSE(signature);
  CHECK_THAT(signature.error().message, Catch::Matchers::Contains("No such file or directory"));
}

TEST_CASE("a public key is given as it is, or as its file") {
  const Keys keys;
  const std::string text = keys.public_key().base64();
  CHECK(text.size() == 56);
  REQUIRE(PublicKey::read(text));
  CHECK(PublicKey::read(text)->base64() == text);
  CHECK_FALSE(PublicKey::read(keys.secret_file()));
  CHECK_FALSE(PublicKey::read("-x"));
  CHECK_FALSE(PublicKey::read(text + "A"));
}

TEST_CASE("a manifest by itself is verified with the signature beside it") {
  const Keys keys;
  const TempFolder folder;
  const std::string text = output::format_manifest(testing::manifest_of({{"index.html", "home"}}));
  testing::write(folder / "may.txt", text);
  VerificationRequest request;
  request.key = keys.public_key();
  const auto holds = [&] {
    const auto read = read_manifest_file(folder / "may.txt", request);
    REQUIRE(read);
    return read->holds();
  };
  CHECK_FALSE(holds());
  testing::write(folder / "may.txt.minisig", sign(text, keys));
  CHECK(holds());
  testing::write(folder / "may.txt.minisig", sign(text, Keys()));
  CHECK_FALSE(holds());
}

TEST_CASE("a folder that must be signed is verified with its signature") {
  const Keys keys;
  const testing::Files site = {{"index.html", "home"}};
  const ReleaseFolder release(site);
  const fs::path signature = release / ".opsg-site-manifest.minisig";
  VerificationRequest request;
  request.key = keys.public_key();
  const auto first_difference = [&] {
    const auto verified = verify_folder(release.path(), request);
    REQUIRE(verified);
    return verified->holds() ? std::string() : describe(verified->differences.front());
  };
  CHECK(first_difference() == "signature: .opsg-site-manifest.minisig (there is none)");
  const std::string text = output::format_manifest(testing::manifest_of(site));
  testing::write(signature, sign(text, keys));
  CHECK(first_difference().empty());
  testing::write(signature, sign(text, Keys()));
  CHECK(first_difference() == "signature: .opsg-site-manifest.minisig (it is not by the key)");
  fs::remove(signature);
  fs::create_symlink("index.html", signature);
  CHECK(first_difference() == "signature: .opsg-site-manifest.minisig (it is a symbolic link)");
}

}  // namespace
}  // namespace opsg::publishing
