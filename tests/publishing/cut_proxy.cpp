#include "cut_proxy.h"

#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "loopback.h"

namespace opsg::testing {
namespace {

constexpr int kPatience = 20;  // Milliseconds between looks at whether it is over.

FileDescriptor new_socket() {
  return FileDescriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

}  // namespace

CutProxy::CutProxy(int upstream_port, std::int64_t bytes)
    : upstream_port_(upstream_port), left_(bytes), listener_(new_socket()) {
  sockaddr_in address = loopback(0);
  socklen_t length = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener_.get(), any, length) != 0 || ::listen(listener_.get(), 64) != 0 ||
      ::getsockname(listener_.get(), any, &length) != 0) {
    throw std::runtime_error("cannot listen");
  }
  port_ = ntohs(address.sin_port);
  acceptor_ = std::thread([this] { accept_all(); });
}

CutProxy::~CutProxy() {
  ends_ = true;
  acceptor_.join();
  for (std::thread& relay : relays_) relay.join();
}

void CutProxy::accept_all() {
  while (!ends_) {
    pollfd file{listener_.get(), POLLIN, 0};
    if (::poll(&file, 1, kPatience) <= 0) continue;
    FileDescriptor client(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!client || is_cut()) continue;
    relays_.emplace_back([this](FileDescriptor socket) { relay(std::move(socket)); },
                         std::move(client));
  }
}

void CutProxy::relay(FileDescriptor client) {
  const FileDescriptor upstream = new_socket();
  const sockaddr_in address = loopback(upstream_port_);
  const auto* where = reinterpret_cast<const sockaddr*>(&address);
  if (::connect(upstream.get(), where, sizeof address) != 0) return;
  while (!ends_ && !is_cut()) {
    pollfd files[] = {{client.get(), POLLIN, 0}, {upstream.get(), POLLIN, 0}};
    if (::poll(files, 2, kPatience) < 0) return;
    if (files[0].revents && !pass_on(client.get(), upstream.get())) return;
    if (files[1].revents && !pass_on(upstream.get(), client.get())) return;
  }
}

/// False where the line has come to its end.
bool CutProxy::pass_on(int from, int to) {
  std::array<char, 1024> chunk;
  const ssize_t count = ::recv(from, chunk.data(), chunk.size(), 0);
  if (count <= 0 || left_.fetch_sub(count) < count) return false;
  return ::send(to, chunk.data(), static_cast<std::size_t>(count), MSG_NOSIGNAL) == count;
}

}  // namespace opsg::testing
