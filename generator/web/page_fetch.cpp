#include "page_fetch.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <utility>

#include "link_answer.h"
#include "page_transfer.h"
#include "transfer_pool.h"
#include "web_address.h"

namespace opsg::web {
namespace {

constexpr long kTooManyRequests = 429;
constexpr long kServerError = 500;

/// One page on its way to an answer.
struct PagePursuit {
  std::optional<WebAddress> next;  ///< The page, or where it was redirected to.
  int redirects = 0;
  int retries = 0;
  std::optional<PageAnswer> answer;
  std::unique_ptr<PageTransfer> transfer;  ///< While it is under way.
};

PageAnswer failed(std::string reason) {
  return {0, std::move(reason)};
}

bool may_follow(const WebAddress& from, const WebAddress& to) {
  if (from.host != to.host) return false;
  const bool same = from.scheme == to.scheme && from.port == to.port;
  const bool made_secure =
      from.scheme == "http" && from.port == "80" && to.scheme == "https" && to.port == "443";
  return same || made_secure;
}

class Fetch : private TransferClient {
 public:
  Fetch(std::span<const PageRequest> requests, const FetchLimits& limits, Progress* progress)
      : requests_(requests),
        limits_(limits),
        progress_(progress),
        pursuits_(requests.size()),
        pool_(*this, limits.connections, limits.connections) {}

  std::vector<PageAnswer> run() {
    if (progress_) progress_->begin("fetching pages", requests_.size());
    for (std::size_t i = 0; i < requests_.size(); ++i) begin(i);
    pool_.run(TransferPool::Clock::now() + limits_.total_time);
    std::vector<PageAnswer> answers;
    for (const PagePursuit& pursuit : pursuits_) {
      answers.push_back(pursuit.answer.value_or(failed("there was no time left to ask for it")));
    }
    return answers;
  }

 private:
  void begin(std::size_t index) {
    auto address = parse_web_address(requests_[index].url);
    if (!address) return settle(index, failed("it is no web address"));
    go(index, std::move(*address));
  }

  void go(std::size_t index, WebAddress address) {
    pool_.queue(index, address.host);
    pursuits_[index].next = std::move(address);
  }

  CURL* start(std::size_t index) override {
    PagePursuit& pursuit = pursuits_[index];
    pursuit.transfer =
        std::make_unique<PageTransfer>(*pursuit.next, requests_[index].body, limits_);
    return pursuit.transfer->handle();
  }

  void finish(std::size_t index, CURLcode code) override {
    const std::unique_ptr<PageTransfer> transfer = std::move(pursuits_[index].transfer);
    if (transfer->fault() != PageTransfer::Fault::none) return judge_fault(index, *transfer);
    if (code != CURLE_OK && !transfer->had_enough()) {
      return retry(index, failed(answer_of_failure(code).reason), is_final_failure(code));
    }
    if (const auto target = transfer->redirect()) return follow(index, *target);
    const long status = transfer->status();
    const bool may_pass = status >= kServerError || status == kTooManyRequests;
    retry(index, {status, {}}, !may_pass);
  }

  void judge_fault(std::size_t index, const PageTransfer& transfer) {
    switch (transfer.fault()) {
      case PageTransfer::Fault::body_too_long:
        return settle(index, failed(fmt::format("it is longer than {} bytes", limits_.body_bytes)));
      case PageTransfer::Fault::headers_too_long:
        return settle(index, failed("its headers do not end"));
      case PageTransfer::Fault::encoded:
      case PageTransfer::Fault::none:
        break;
    }
    settle(index, failed("it comes compressed, although it was asked for as it is"));
  }

  void follow(std::size_t index, const std::string& target) {
    PagePursuit& pursuit = pursuits_[index];
    auto address = parse_web_address(target);
    if (!address || !may_follow(*pursuit.next, *address)) {
      settle(index, failed(fmt::format("it redirects to {}", address ? address->url : target)));
    } else if (++pursuit.redirects > limits_.redirects) {
      settle(index, failed(fmt::format("it redirects more than {} times", limits_.redirects)));
    } else {
      go(index, std::move(*address));
    }
  }

  void retry(std::size_t index, PageAnswer answer, bool is_final) {
    PagePursuit& pursuit = pursuits_[index];
    if (is_final || pursuit.retries == limits_.retries) return settle(index, std::move(answer));
    ++pursuit.retries;
    pool_.queue(index, pursuit.next->host);
  }

  void settle(std::size_t index, PageAnswer answer) {
    pursuits_[index].answer = std::move(answer);
    if (progress_) progress_->step();
  }

  std::span<const PageRequest> requests_;
  const FetchLimits& limits_;
  Progress* progress_;
  std::vector<PagePursuit> pursuits_;
  TransferPool pool_;  ///< Last, so that it lets go of handles before they are freed.
};

}  // namespace

std::vector<PageAnswer> fetch_pages(std::span<const PageRequest> requests,
                                    const FetchLimits& limits, Progress* progress) {
  return Fetch(requests, limits, progress).run();
}

}  // namespace opsg::web
