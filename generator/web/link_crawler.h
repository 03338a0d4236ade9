#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "link_answer.h"
#include "progress.h"

namespace opsg::web {

/// How much a crawl may ask of others, and of our own time.
struct CrawlLimits {
  std::size_t connections = 8;
  std::size_t connections_per_host = 2;
  std::chrono::milliseconds request_time = std::chrono::seconds(10);
  std::chrono::milliseconds total_time = std::chrono::minutes(5);
  int redirects = 5;
  int retries = 1;                                    ///< After a failure that may pass.
  std::size_t answer_bytes = std::size_t{256} << 10;  ///< Read of an answer, headers included.
};

/// Asks for every URL once, however often it is given (a fragment makes no difference), and gives
/// one answer for each of `urls`, in their order. HEAD first; what HEAD does not settle is asked
/// for by GET. Only http and https are followed, and nothing is sent but the request: no cookies,
/// no credentials, no referrer.
///
/// A redirect to another host is followed to public addresses only, so that no outside page can
/// send requests into the network of whoever checks links. The link itself may name any host.
std::vector<LinkAnswer> try_links(std::span<const std::string> urls, const CrawlLimits& limits,
                                  Progress* progress = nullptr);

}  // namespace opsg::web
