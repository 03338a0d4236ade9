#pragma once

#include <curl/curl.h>

#include <memory>

#include "web_address.h"

namespace opsg::web {

struct FreeEasyHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using EasyHandle = std::unique_ptr<CURL, FreeEasyHandle>;

/// A request to the address that follows no redirect, and sends neither cookies nor credentials.
/// `agent` says who asks.
EasyHandle make_easy_handle(const WebAddress& address, const char* agent);

template <class Value>
void set_option(const EasyHandle& handle, CURLoption option, Value value) {
  curl_easy_setopt(handle.get(), option, value);
}

/// 0 where no answer has come.
long response_status(const EasyHandle& handle);

}  // namespace opsg::web
