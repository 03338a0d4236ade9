#include "allowed_hosts.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text.h"

namespace opsg::preview {
namespace {

bool is_ipv4(const std::string& host) {
  std::array<unsigned char, sizeof(in_addr)> parsed{};
  return inet_pton(AF_INET, host.c_str(), parsed.data()) == 1;
}

bool is_ipv6(const std::string& host) {
  std::array<unsigned char, sizeof(in6_addr)> parsed{};
  return inet_pton(AF_INET6, host.c_str(), parsed.data()) == 1;
}

template <std::size_t N>
bool is_all_zeros(const std::array<unsigned char, N>& address) {
  return std::all_of(address.begin(), address.end(), [](unsigned char byte) { return byte == 0; });
}

bool is_bracketed_ipv6(std::string_view host) {
  return host.size() > 2 && host.front() == '[' && host.back() == ']' &&
         is_ipv6(std::string(host.substr(1, host.size() - 2)));
}

bool is_own_name(std::string_view host) {
  return equals_ignoring_case(host, "localhost") || host == "127.0.0.1" || host == "[::1]";
}

}  // namespace

bool PreviewAddress::is_valid() const {
  return host == "localhost" || is_ipv4(host) || is_ipv6(host);
}

bool PreviewAddress::is_loopback() const {
  return host == "localhost" || host == "::1" || (is_ipv4(host) && host.starts_with("127."));
}

bool PreviewAddress::is_any() const {
  std::array<unsigned char, sizeof(in_addr)> four{};
  std::array<unsigned char, sizeof(in6_addr)> six{};
  return (inet_pton(AF_INET, host.c_str(), four.data()) == 1 && is_all_zeros(four)) ||
         (inet_pton(AF_INET6, host.c_str(), six.data()) == 1 && is_all_zeros(six));
}

std::string PreviewAddress::origin() const {
  if (is_any()) return fmt::format("http://localhost:{}", port);
  return is_ipv6(host) ? fmt::format("http://[{}]:{}", host, port)
                       : fmt::format("http://{}:{}", host, port);
}

bool is_allowed_host(std::string_view host, const PreviewAddress& address) {
  const std::string port = fmt::format(":{}", address.port);
  if (!host.ends_with(port)) return false;
  host.remove_suffix(port.size());
  if (is_own_name(host) || host == address.host) return true;
  return !address.is_loopback() && (is_ipv4(std::string(host)) || is_bracketed_ipv6(host));
}

}  // namespace opsg::preview
