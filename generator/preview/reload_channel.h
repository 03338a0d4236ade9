#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace opsg::preview {

/// Wakes those who wait for news of the site. What the news is they ask for themselves.
class ReloadChannel {
 public:
  void notify();

  /// Nobody waits from now on.
  void close();
  bool is_closed() const;

  /// Waits until there was news since `seen`, the channel is closed, or the time has passed.
  /// Returns the number of news so far, to be handed in as `seen` the next time.
  std::uint64_t wait(std::uint64_t seen, std::chrono::milliseconds longest) const;

 private:
  mutable std::mutex mutex_;  ///< Guards what follows.
  mutable std::condition_variable changed_;
  std::uint64_t news_ = 0;
  bool closed_ = false;
};

}  // namespace opsg::preview
