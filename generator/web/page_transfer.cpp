#include "page_transfer.h"

#include "text.h"

namespace opsg::web {
namespace {

constexpr const char* kVerifierAgent = "opsg-site (verify)";
constexpr long kSlowBytesPerSecond = 1024;
/// Of a body that nobody reads. A short one is read to its end, so that its connection can be kept.
constexpr std::size_t kEnough = std::size_t{256} << 10;
constexpr std::string_view kEncodingHeader = "content-encoding:";

/// RFC 9110, 8.4: no header means the same as "identity".
bool is_other_encoding(std::string_view header) {
  if (!starts_with_ignoring_case(header, kEncodingHeader)) return false;
  const std::string_view value = trim(header.substr(kEncodingHeader.size()));
  return !value.empty() && !equals_ignoring_case(value, "identity");
}

}  // namespace

PageTransfer::PageTransfer(const WebAddress& address, BodyReader* body, const FetchLimits& limits)
    : headers_(curl_slist_append(nullptr, "Accept-Encoding: identity")),
      handle_(make_easy_handle(address, kVerifierAgent)),
      body_(body),
      limits_(limits) {
  if (body_) body_->begin();
  set_option(handle_, CURLOPT_HTTPHEADER, headers_.get());
  set_option(handle_, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect_time.count()));
  set_option(handle_, CURLOPT_LOW_SPEED_LIMIT, kSlowBytesPerSecond);
  set_option(handle_, CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.stall_time.count()));
  set_option(handle_, CURLOPT_HEADERFUNCTION, &PageTransfer::receive_header);
  set_option(handle_, CURLOPT_HEADERDATA, this);
  set_option(handle_, CURLOPT_WRITEFUNCTION, &PageTransfer::receive_body);
  set_option(handle_, CURLOPT_WRITEDATA, this);
}

std::optional<std::string> PageTransfer::redirect() const {
  char* url = nullptr;
  curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &url);
  return url ? std::optional<std::string>(url) : std::nullopt;
}

/// libcurl ends a transfer whose callback takes fewer bytes than it was given.
std::size_t PageTransfer::receive_header(char* bytes, std::size_t size, std::size_t count,
                                         void* self) {
  const std::string_view line(bytes, size * count);
  return static_cast<PageTransfer*>(self)->take_header(line) ? line.size() : 0;
}

std::size_t PageTransfer::receive_body(char* bytes, std::size_t size, std::size_t count,
                                       void* self) {
  const std::string_view chunk(bytes, size * count);
  return static_cast<PageTransfer*>(self)->take_body(chunk) ? chunk.size() : 0;
}

bool PageTransfer::take_header(std::string_view line) {
  header_bytes_ += line.size();
  if (header_bytes_ > limits_.header_bytes) return fail(Fault::headers_too_long);
  return !body_ || !is_other_encoding(line) || fail(Fault::encoded);
}

bool PageTransfer::take_body(std::string_view bytes) {
  body_bytes_ += bytes.size();
  had_enough_ = !body_ && body_bytes_ > kEnough;
  if (!body_) return !had_enough_;
  if (body_bytes_ > limits_.body_bytes) return fail(Fault::body_too_long);
  body_->read(bytes);
  return true;
}

bool PageTransfer::fail(Fault fault) {
  fault_ = fault;
  return false;
}

}  // namespace opsg::web
