#include "link_request.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "private_address.h"

namespace opsg::web {
namespace {

constexpr const char* kLinkCheckAgent = "opsg-site (link check)";

/// With a proxy, the addresses that we connect to are the proxy's.
bool uses_proxy() {
  constexpr std::array<const char*, 5> kVariables = {"http_proxy", "https_proxy", "HTTPS_PROXY",
                                                     "all_proxy", "ALL_PROXY"};
  return std::any_of(kVariables.begin(), kVariables.end(), [](const char* name) {
    const char* value = std::getenv(name);
    return value && *value;
  });
}

}  // namespace

LinkRequest::LinkRequest(const WebAddress& address, Method method, const RequestLimits& limits,
                         bool public_only)
    : handle_(make_easy_handle(address, kLinkCheckAgent)),
      limits_(limits),
      public_only_(public_only && !uses_proxy()) {
  set_option(handle_, CURLOPT_NOBODY, method == Method::head ? 1L : 0L);
  set_option(handle_, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.time.count()));
  set_option(handle_, CURLOPT_WRITEFUNCTION, &LinkRequest::receive);
  set_option(handle_, CURLOPT_WRITEDATA, this);
  set_option(handle_, CURLOPT_HEADERFUNCTION, &LinkRequest::receive);
  set_option(handle_, CURLOPT_HEADERDATA, this);
  set_option(handle_, CURLOPT_OPENSOCKETFUNCTION, &LinkRequest::open_socket);
  set_option(handle_, CURLOPT_OPENSOCKETDATA, this);
}

std::optional<std::string> LinkRequest::redirect() const {
  char* url = nullptr;
  curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &url);
  return url ? std::optional<std::string>(url) : std::nullopt;
}

std::size_t LinkRequest::receive(char*, std::size_t size, std::size_t count, void* request) {
  auto& self = *static_cast<LinkRequest*>(request);
  self.received_ += size * count;
  return self.was_cut() ? 0 : size * count;  // Fewer than were handed over end the transfer.
}

curl_socket_t LinkRequest::open_socket(void* request, curlsocktype, curl_sockaddr* address) {
  auto& self = *static_cast<LinkRequest*>(request);
  if (self.public_only_ && is_private_address(address->addr)) {
    self.refused_as_private_ = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

}  // namespace opsg::web
