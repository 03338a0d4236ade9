#pragma once

#include <memory>
#include <string>
#include <utility>

#include "preview_router.h"
#include "reload_channel.h"
#include "result.h"

namespace opsg::preview {

/// Speaks HTTP to browsers, with threads of its own.
class PreviewServer {
 public:
  /// Listens at the first free port from `port` on, of `ports` ones; 0 for any free one.
  static Result<PreviewServer> bind(const std::string& host, int port, int ports);
  PreviewServer(PreviewServer&& other) noexcept;
  PreviewServer& operator=(PreviewServer&& other) = delete;
  ~PreviewServer();

  const PreviewAddress& address() const;

 private:
  struct Impl;

 public:
  /// Answers as long as it lives. Its end closes all connections, those that wait for events too.
  class Running {
   public:
    explicit Running(Impl& server) : server_(&server) {}
    Running(Running&& other) noexcept : server_(std::exchange(other.server_, nullptr)) {}
    Running& operator=(Running&& other) = delete;
    ~Running();

   private:
    Impl* server_;  ///< Null where it was moved from.
  };

  /// Answers from now on, once. Borrows both, and the server, as long as the result lives.
  [[nodiscard]] Running start(const PreviewRouter& router, ReloadChannel& channel);

 private:
  explicit PreviewServer(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

}  // namespace opsg::preview
