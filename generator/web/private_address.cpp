#include "private_address.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>

namespace opsg::web {
namespace {

struct Network4 {
  std::uint32_t address;
  int bits;
};

constexpr std::array<Network4, 10> kPrivateNetworks = {{
    {0x00000000, 8},   // This host.
    {0x0A000000, 8},   // 10.0.0.0
    {0x64400000, 10},  // 100.64.0.0, shared by carriers.
    {0x7F000000, 8},   // 127.0.0.0
    {0xA9FE0000, 16},  // 169.254.0.0, link-local.
    {0xAC100000, 12},  // 172.16.0.0
    {0xC0000000, 24},  // 192.0.0.0, of protocols.
    {0xC0A80000, 16},  // 192.168.0.0
    {0xC6120000, 15},  // 198.18.0.0, of benchmarks.
    {0xE0000000, 3},   // Multicast and reserved.
}};

bool is_private(std::uint32_t address) {
  return std::any_of(kPrivateNetworks.begin(), kPrivateNetworks.end(),
                     [&](const Network4& network) {
                       return (address ^ network.address) >> (32 - network.bits) == 0;
                     });
}

std::uint32_t big_endian(std::span<const std::uint8_t, 4> bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 |
         std::uint32_t{bytes[2]} << 8 | std::uint32_t{bytes[3]};
}

bool is_private(std::span<const std::uint8_t, 16> address) {
  constexpr std::array<std::uint8_t, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  constexpr std::array<std::uint8_t, 12> kTranslated = {0, 0x64, 0xFF, 0x9B};  // RFC 6052
  const auto begins_with = [&](const std::array<std::uint8_t, 12>& prefix) {
    return std::equal(prefix.begin(), prefix.end(), address.begin());
  };
  if (begins_with(kMapped) || begins_with(kTranslated)) {
    return is_private(big_endian(address.last<4>()));
  }
  const bool public_unicast = (address[0] & 0xE0) == 0x20;  // 2000::/3 is all there is.
  return !public_unicast;
}

template <class T>
T copy_of(const sockaddr& address) {
  T copy{};
  std::memcpy(&copy, &address, sizeof copy);
  return copy;
}

}  // namespace

bool is_private_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    return is_private(ntohl(copy_of<sockaddr_in>(address).sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return true;
  const auto inet6 = copy_of<sockaddr_in6>(address);
  return is_private(std::span<const std::uint8_t, 16>(inet6.sin6_addr.s6_addr));
}

}  // namespace opsg::web
