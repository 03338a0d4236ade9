#include "sha256.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>
#include <memory>

namespace opsg {
namespace {

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

/// Looked up once: OpenSSL finds an algorithm by its name, behind a lock.
const EVP_MD* sha256() {
  static const std::unique_ptr<EVP_MD, decltype(&::EVP_MD_free)> fetched(
      ::EVP_MD_fetch(nullptr, "SHA256", nullptr), ::EVP_MD_free);
  return fetched.get();
}

std::string hexadecimal(const Digest& digest) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  out.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    out += kHex[byte >> 4];
    out += kHex[byte & 0x0F];
  }
  return out;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  Digest digest;
  ::EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, sha256(), nullptr);
  return hexadecimal(digest);
}

Sha256::Sha256() : context_(::EVP_MD_CTX_new()) {
  restart();
}

void Sha256::restart() {
  ::EVP_DigestInit_ex(context_.get(), sha256(), nullptr);
}

void Sha256::add(std::string_view bytes) {
  ::EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
}

std::string Sha256::hex() {
  Digest digest{};
  ::EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr);
  return hexadecimal(digest);
}

void Sha256::Free::operator()(evp_md_ctx_st* context) const {
  ::EVP_MD_CTX_free(context);
}

}  // namespace opsg
