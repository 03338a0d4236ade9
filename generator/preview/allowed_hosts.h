#pragma once

#include <string>
#include <string_view>

namespace opsg::preview {

/// Where the preview listens.
struct PreviewAddress {
  std::string host = "127.0.0.1";  ///< An IP address or "localhost".
  int port = 0;

  /// Whether the host is one of those.
  bool is_valid() const;
  /// Whether nobody but this machine can reach it.
  bool is_loopback() const;
  /// Whether it is every address of this machine, which is none that a browser could open.
  bool is_any() const;
  /// "http://127.0.0.1:1313". Where it is any address, the one by which this machine opens it.
  std::string origin() const;
};

/// Whether a request with this Host header is meant for the preview. Other names are refused: a
/// page of any site in the same browser could give its own name this machine's address, and then
/// read what is previewed (DNS rebinding). On loopback only its own names are allowed, elsewhere
/// any IP address, which no name server can make up.
bool is_allowed_host(std::string_view host, const PreviewAddress& address);

}  // namespace opsg::preview
