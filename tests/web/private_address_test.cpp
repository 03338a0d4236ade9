#include "private_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <string>

#include "catch2.h"

namespace opsg::web {
namespace {

bool is_private(const std::string& text) {
  sockaddr_storage storage{};
  auto& address = reinterpret_cast<sockaddr&>(storage);
  auto& inet4 = reinterpret_cast<sockaddr_in&>(storage);
  auto& inet6 = reinterpret_cast<sockaddr_in6&>(storage);
  const bool is_inet6 = text.find(':') != std::string::npos;
  storage.ss_family = is_inet6 ? AF_INET6 : AF_INET;
  void* to = is_inet6 ? static_cast<void*>(&inet6.sin6_addr) : &inet4.sin_addr;
  REQUIRE(inet_pton(storage.ss_family, text.c_str(), to) == 1);
  return is_private_address(address);
}

TEST_CASE("addresses of private networks are told from public ones") {
  for (const char* address : {"0.0.0.0",
                              "10.1.2.3",
                              "100.64.0.1",
                              "100.127.255.255",
                              "127.0.0.1",
                              "127.255.255.254",
                              "169.254.169.254",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.168.1.1",
                              "198.19.0.1",
                              "224.0.0.1",
                              "255.255.255.255",
                              "::",
                              "::1",
                              "fe80::1",
                              "fc00::1",
                              "fdff::1",
                              "ff02::1",
                              "::ffff:127.0.0.1",
                              "::ffff:10.0.0.1",
                              "64:ff9b::192.168.1.1",
                              "100::1"}) {
    CAPTURE(address);
    CHECK(is_private(address));
  }
  for (const char* address :
       {"1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.0.0.1",
        "128.0.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1", "192.169.1.1", "198.20.0.1",
        "223.255.255.255", "2001:4860::1", "2a00::1", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1"}) {
    CAPTURE(address);
    CHECK_FALSE(is_private(address));
  }
}

TEST_CASE("an address of another family is nobody's business") {
  sockaddr address{};
  address.sa_family = AF_UNIX;
  CHECK(is_private_address(address));
}

}  // namespace
}  // namespace opsg::web
