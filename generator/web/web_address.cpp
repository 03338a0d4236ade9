#include "web_address.h"

#include <curl/curl.h>

#include <memory>

#include "text.h"

namespace opsg::web {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

std::string part_of(const Url& url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK) return {};
  std::string copy = text;
  curl_free(text);
  return copy;
}

}  // namespace

std::optional<WebAddress> parse_web_address(std::string_view text) {
  const Url url(curl_url());
  const std::string copy(text);
  constexpr unsigned kFlags = CURLU_URLENCODE | CURLU_DISALLOW_USER;
  if (curl_url_set(url.get(), CURLUPART_URL, copy.c_str(), kFlags) != CURLUE_OK) return {};
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  const std::string scheme = part_of(url, CURLUPART_SCHEME);
  const std::string host = part_of(url, CURLUPART_HOST);
  if ((scheme != "https" && scheme != "http") || host.empty()) return std::nullopt;
  return WebAddress{part_of(url, CURLUPART_URL), ascii_lower(host), scheme,
                    part_of(url, CURLUPART_PORT, CURLU_DEFAULT_PORT)};
}

}  // namespace opsg::web
