#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sha256_ctx;  // Nettle's

namespace opsg {

/// The SHA-256 digest of the bytes, as 64 lower case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// The same, of bytes that come one after the other.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();

  void restart();
  void add(std::string_view bytes);
  /// Ends the digest: `restart` before adding again.
  std::string hex();

 private:
  std::unique_ptr<sha256_ctx> context_;
};

}  // namespace opsg
