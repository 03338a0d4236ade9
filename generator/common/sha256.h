#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace opsg {

/// The SHA-256 digest of the bytes, as 64 lower case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// The same, of bytes that come one after the other.
class Sha256 {
 public:
  Sha256();

  void restart();
  void add(std::string_view bytes);
  /// Ends the digest: `restart` before adding again.
  std::string hex();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };

  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

}  // namespace opsg
