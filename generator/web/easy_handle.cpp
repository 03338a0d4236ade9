#include "easy_handle.h"

namespace opsg::web {

EasyHandle make_easy_handle(const WebAddress& address, const char* agent) {
  EasyHandle handle(curl_easy_init());
  set_option(handle, CURLOPT_URL, address.url.c_str());
  set_option(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  set_option(handle, CURLOPT_USERAGENT, agent);
  set_option(handle, CURLOPT_NOSIGNAL, 1L);
  return handle;
}

long response_status(const EasyHandle& handle) {
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  return status;
}

}  // namespace opsg::web
