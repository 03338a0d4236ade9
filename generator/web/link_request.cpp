#include "link_request.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "private_address.h"

namespace opsg::web {
namespace {

constexpr const char* kUserAgent = "opsg-site (link check)";

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
    : handle_(curl_easy_init()), limits_(limits), public_only_(public_only && !uses_proxy()) {
  set(CURLOPT_URL, address.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_NOBODY, method == Method::head ? 1L : 0L);
  set(CURLOPT_USERAGENT, kUserAgent);
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits.time.count()));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_PRIVATE, this);
  set(CURLOPT_WRITEFUNCTION, &LinkRequest::receive);
  set(CURLOPT_WRITEDATA, this);
  set(CURLOPT_HEADERFUNCTION, &LinkRequest::receive);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_OPENSOCKETFUNCTION, &LinkRequest::open_socket);
  set(CURLOPT_OPENSOCKETDATA, this);
}

long LinkRequest::status() const {
  long status = 0;
  curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
  return status;
}

std::optional<std::string> LinkRequest::redirect() const {
  char* url = nullptr;
  curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &url);
  return url ? std::optional<std::string>(url) : std::nullopt;
}

LinkRequest* LinkRequest::of(CURL* handle) {
  LinkRequest* request = nullptr;
  curl_easy_getinfo(handle, CURLINFO_PRIVATE, &request);
  return request;
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
