#include "reload_channel.h"

namespace opsg::preview {

void ReloadChannel::notify() {
  {
    const std::lock_guard lock(mutex_);
    ++news_;
  }
  changed_.notify_all();
}

void ReloadChannel::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
}

bool ReloadChannel::is_closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

std::uint64_t ReloadChannel::wait(std::uint64_t seen, std::chrono::milliseconds longest) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, longest, [&] { return closed_ || news_ != seen; });
  return news_;
}

}  // namespace opsg::preview
