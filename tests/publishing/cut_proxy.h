#pragma once

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

#include "file_descriptor.h"

namespace opsg::testing {

/// A line to a port of the loopback that goes dead after so many bytes, in whichever direction:
/// what is open is closed, and nobody gets through any more.
class CutProxy {
 public:
  CutProxy(int upstream_port, std::int64_t bytes);
  ~CutProxy();
  CutProxy(const CutProxy&) = delete;
  CutProxy& operator=(const CutProxy&) = delete;

  int port() const { return port_; }
  bool is_cut() const { return left_ <= 0; }
  /// From now on everybody gets through, for as long as they like.
  void mend() { left_ = INT64_MAX; }

 private:
  void accept_all();
  void relay(FileDescriptor client);
  bool pass_on(int from, int to);

  int upstream_port_;
  std::atomic<std::int64_t> left_;
  std::atomic<bool> ends_ = false;
  FileDescriptor listener_;
  int port_ = 0;
  std::thread acceptor_;
  std::vector<std::thread> relays_;
};

}  // namespace opsg::testing
