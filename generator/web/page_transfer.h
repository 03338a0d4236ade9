#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "easy_handle.h"
#include "page_fetch.h"
#include "web_address.h"

namespace opsg::web {

/// One GET on its way. Does not move: libcurl holds its address.
class PageTransfer {
 public:
  /// Why we ended the transfer, or take its body for none.
  enum class Fault { none, body_too_long, headers_too_long, encoded };

  /// `limits` and `body` must outlive it.
  PageTransfer(const WebAddress& address, BodyReader* body, const FetchLimits& limits);
  PageTransfer(const PageTransfer&) = delete;
  PageTransfer& operator=(const PageTransfer&) = delete;

  CURL* handle() const { return handle_.get(); }
  long status() const { return response_status(handle_); }
  /// Where a redirect leads, as an absolute URL.
  std::optional<std::string> redirect() const;
  Fault fault() const { return fault_; }
  /// We ended the transfer as nobody reads the body. The status is good all the same.
  bool had_enough() const { return had_enough_; }

 private:
  struct FreeHeaders {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };

  static std::size_t receive_header(char* bytes, std::size_t size, std::size_t count, void* self);
  static std::size_t receive_body(char* bytes, std::size_t size, std::size_t count, void* self);
  bool take_header(std::string_view line);
  bool take_body(std::string_view bytes);
  bool fail(Fault fault);

  std::unique_ptr<curl_slist, FreeHeaders> headers_;
  EasyHandle handle_;
  BodyReader* body_;
  const FetchLimits& limits_;
  std::size_t header_bytes_ = 0;
  std::size_t body_bytes_ = 0;
  Fault fault_ = Fault::none;
  bool had_enough_ = false;
};

}  // namespace opsg::web
