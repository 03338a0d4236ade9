#include "transfer_pool.h"

#include <utility>

namespace opsg::web {
namespace {

constexpr int kPollMilliseconds = 100;

/// libcurl wants this once, before any thread uses it.
CURLM* make_multi() {
  static const CURLcode kDone = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(kDone);
  return curl_multi_init();
}

}  // namespace

TransferPool::TransferPool(TransferClient& client, std::size_t connections,
                           std::size_t connections_per_host)
    : client_(client),
      connections_(connections),
      connections_per_host_(connections_per_host),
      multi_(make_multi()) {}

void TransferPool::queue(std::size_t number, std::string host) {
  waiting_.push_back({number, std::move(host)});
}

void TransferPool::run(Clock::time_point deadline) {
  while ((!waiting_.empty() || !running_.empty()) && Clock::now() < deadline) {
    start_waiting();
    int still_running = 0;
    curl_multi_perform(multi_.get(), &still_running);
    finish_transfers();
    if (!running_.empty()) curl_multi_poll(multi_.get(), nullptr, 0, kPollMilliseconds, nullptr);
  }
  while (!running_.empty()) release(running_.begin()->first);
}

void TransferPool::start_waiting() {
  for (std::size_t left = waiting_.size(); left > 0 && running_.size() < connections_; --left) {
    Transfer transfer = std::move(waiting_.front());
    waiting_.pop_front();
    if (running_on_[transfer.host] < connections_per_host_) {
      start(std::move(transfer));
    } else {
      waiting_.push_back(std::move(transfer));
    }
  }
}

void TransferPool::start(Transfer transfer) {
  CURL* const handle = client_.start(transfer.number);
  ++running_on_[transfer.host];
  running_.emplace(handle, std::move(transfer));
  curl_multi_add_handle(multi_.get(), handle);
}

void TransferPool::finish_transfers() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const CURLcode code = message->data.result;
    client_.finish(release(message->easy_handle).number, code);
  }
}

TransferPool::Transfer TransferPool::release(CURL* handle) {
  curl_multi_remove_handle(multi_.get(), handle);
  Transfer transfer = std::move(running_.at(handle));
  running_.erase(handle);
  --running_on_[transfer.host];
  return transfer;
}

}  // namespace opsg::web
