#include "sha256.h"

#include <nettle/sha2.h>

#include <array>

namespace opsg {
namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

std::string hexadecimal(const Digest& digest) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  out.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    out += kHex[byte >> 4];
    out += kHex[byte & 0x0F];
  }
  return out;
}

void update(sha256_ctx& context, std::string_view bytes) {
  ::sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string finish(sha256_ctx& context) {
  Digest digest{};
  ::sha256_digest(&context, digest.size(), digest.data());
  return hexadecimal(digest);
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  sha256_ctx context;
  ::sha256_init(&context);
  update(context, bytes);
  return finish(context);
}

Sha256::Sha256() : context_(std::make_unique<sha256_ctx>()) {
  restart();
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::restart() {
  ::sha256_init(context_.get());
}

void Sha256::add(std::string_view bytes) {
  update(*context_, bytes);
}

std::string Sha256::hex() {
  return finish(*context_);
}

}  // namespace opsg
