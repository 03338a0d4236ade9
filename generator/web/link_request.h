#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "easy_handle.h"
#include "web_address.h"

namespace opsg::web {

struct RequestLimits {
  std::chrono::milliseconds time{};
  std::size_t answer_bytes = 0;
};

/// One request, ready to be added to a multi handle. Does not move: libcurl holds its address.
class LinkRequest {
 public:
  enum class Method { head, get };

  /// `public_only`: refuses to connect to private addresses, unless a proxy stands between, which
  /// has to judge that by itself.
  LinkRequest(const WebAddress& address, Method method, const RequestLimits& limits,
              bool public_only);
  LinkRequest(const LinkRequest&) = delete;
  LinkRequest& operator=(const LinkRequest&) = delete;

  CURL* handle() const { return handle_.get(); }
  long status() const { return response_status(handle_); }
  /// Where a redirect leads, as an absolute URL.
  std::optional<std::string> redirect() const;
  bool was_refused_as_private() const { return refused_as_private_; }
  /// The answer was longer than its limit. The status, if there is one, is good all the same.
  bool was_cut() const { return received_ > limits_.answer_bytes; }

 private:
  static std::size_t receive(char* bytes, std::size_t size, std::size_t count, void* request);
  static curl_socket_t open_socket(void* request, curlsocktype purpose, curl_sockaddr* address);

  EasyHandle handle_;
  RequestLimits limits_;
  std::size_t received_ = 0;
  bool public_only_ = false;
  bool refused_as_private_ = false;
};

}  // namespace opsg::web
