#pragma once

#include <curl/curl.h>

#include <chrono>
#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>

namespace opsg::web {

/// Whose transfers a pool carries out.
class TransferClient {
 public:
  virtual ~TransferClient() = default;

  /// The handle of what waits under this number, ready to run. It must live until `finish`, or
  /// until the pool has run.
  virtual CURL* start(std::size_t number) = 0;
  /// Its transfer has ended, and the pool has let go of the handle. It may be queued again.
  virtual void finish(std::size_t number, CURLcode code) = 0;
};

/// Runs transfers side by side, only so many at once and only so many to one host.
class TransferPool {
 public:
  using Clock = std::chrono::steady_clock;

  TransferPool(TransferClient& client, std::size_t connections, std::size_t connections_per_host);

  void queue(std::size_t number, std::string host);
  std::size_t queued() const { return waiting_.size(); }

  /// Returns when nothing waits any longer, or at the deadline: transfers that are under way then
  /// are ended without being finished, and what waits is never started.
  void run(Clock::time_point deadline);

 private:
  struct Transfer {
    std::size_t number = 0;
    std::string host;
  };
  struct FreeMulti {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
  };

  void start_waiting();
  void start(Transfer transfer);
  void finish_transfers();
  Transfer release(CURL* handle);

  TransferClient& client_;
  std::size_t connections_;
  std::size_t connections_per_host_;
  std::unique_ptr<CURLM, FreeMulti> multi_;
  std::deque<Transfer> waiting_;
  std::unordered_map<CURL*, Transfer> running_;
  std::unordered_map<std::string, std::size_t> running_on_;
};

}  // namespace opsg::web
