#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "progress.h"

namespace opsg::web {

/// Takes in the body of an answer as it comes.
class BodyReader {
 public:
  virtual ~BodyReader() = default;

  /// A body begins. It may be asked for again: what was read before does not count then.
  virtual void begin() = 0;
  virtual void read(std::string_view bytes) = 0;
};

struct PageRequest {
  std::string url;
  BodyReader* body = nullptr;  ///< Null where the status is all that matters.
};

struct PageAnswer {
  long status = 0;      ///< Of the last redirect's end; 0 where `failure` says why there is none.
  std::string failure;  ///< "it is longer than 1024 bytes"; empty where there is an answer.

  bool is_gone() const { return status == 404 || status == 410; }
};

/// What a server may cost us, whatever it sends.
struct FetchLimits {
  std::size_t connections = 8;
  std::chrono::milliseconds connect_time = std::chrono::seconds(10);
  /// How long an answer may come at less than 1 KiB a second, or not at all.
  std::chrono::seconds stall_time = std::chrono::seconds(20);
  std::chrono::milliseconds total_time = std::chrono::minutes(30);
  std::size_t body_bytes = std::size_t{1} << 30;
  std::size_t header_bytes = std::size_t{64} << 10;
  int redirects = 3;
  int retries = 2;  ///< After a failure that may pass.
};

/// Gets every page, and gives one answer for each of `requests`, in their order. As a stranger
/// asks: no cookies, no credentials, no referrer. Bodies are asked for as they are, and are none
/// where they come in another Content-Encoding. Redirects are followed on the same host alone, with
/// the same scheme and port or from http to https.
std::vector<PageAnswer> fetch_pages(std::span<const PageRequest> requests,
                                    const FetchLimits& limits, Progress* progress = nullptr);

}  // namespace opsg::web
