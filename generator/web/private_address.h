#pragma once

struct sockaddr;

namespace opsg::web {

/// Whether an IPv4 or IPv6 address is not of the public Internet: loopback, private use,
/// link-local, shared, multicast, or one of these inside an IPv6 address (RFC 6890). So is any
/// other family.
bool is_private_address(const sockaddr& address);

}  // namespace opsg::web
