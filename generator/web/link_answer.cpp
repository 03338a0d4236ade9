#include "link_answer.h"

#include <curl/curl.h>
#include <fmt/format.h>

namespace opsg::web {
namespace {

constexpr long kNotFound = 404;
constexpr long kGone = 410;

}  // namespace

LinkAnswer answer_of_status(long status) {
  if (status >= 200 && status < 400) return {LinkState::alive, {}};
  const bool absent = status == kNotFound || status == kGone;
  return {absent ? LinkState::dead : LinkState::unverified, fmt::format("it answers {}", status)};
}

LinkAnswer answer_of_failure(int curl_code) {
  switch (curl_code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return {LinkState::dead, "there is no such host"};
    case CURLE_COULDNT_CONNECT:
      return {LinkState::dead, "its host refuses the connection"};
    case CURLE_PEER_FAILED_VERIFICATION:
      return {LinkState::dead, "its certificate is not to be trusted"};
    case CURLE_OPERATION_TIMEDOUT:
      return {LinkState::unverified, "it does not answer in time"};
    default:
      return {LinkState::unverified, curl_easy_strerror(static_cast<CURLcode>(curl_code))};
  }
}

bool is_final_failure(int curl_code) {
  return curl_code == CURLE_PEER_FAILED_VERIFICATION || curl_code == CURLE_UNSUPPORTED_PROTOCOL ||
         curl_code == CURLE_URL_MALFORMAT;
}

}  // namespace opsg::web
