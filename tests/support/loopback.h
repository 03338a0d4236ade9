#pragma once

#include <arpa/inet.h>
#include <sys/socket.h>

#include <random>
#include <stdexcept>

#include "file_descriptor.h"

namespace opsg::testing {

/// 127.0.0.1 and a port.
inline sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<in_port_t>(port));
  return address;
}

/// A port of the loopback address for a server that is to start, to be listened on or not for as
/// long as a test likes. Below the range that the kernel takes the ports of clients from (32768 and
/// up, `net.ipv4.ip_local_port_range`), so that no connection of another test can take it meanwhile.
inline int free_port() {
  std::random_device random;
  std::uniform_int_distribution<int> any(10'000, 32'000);
  for (int attempt = 0; attempt < 100; ++attempt) {
    const FileDescriptor probe(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const int port = any(random);
    const sockaddr_in address = loopback(port);
    if (::bind(probe.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
      return port;
    }
  }
  throw std::runtime_error("no free port");
}

}  // namespace opsg::testing
