#pragma once

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "publish_config.h"
#include "publish_target.h"
#include "release_fixture.h"
#include "temp_folder.h"

namespace opsg::testing {

/// A port of the loopback that nothing listens on.
int free_port();

/// A server that was written by others, running for as long as this object lives.
class RunningServer {
 public:
  /// Waits until it listens on the port. Its output goes to `log`.
  RunningServer(const std::vector<std::string>& command, int port,
                const std::filesystem::path& log);
  ~RunningServer() { stop(); }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  void stop();

 private:
  pid_t process_ = -1;
};

/// A place that releases are published to with real programs and servers, and whose files a test
/// can look at.
class RemotePlace {
 public:
  virtual ~RemotePlace() = default;

  virtual publishing::TargetConfig config() const = 0;
  /// What is published there now, journals and leftovers included.
  virtual Files files() const = 0;
  /// Puts a release there as if it had been published long ago.
  virtual void seed(const ReleaseFixture& site) = 0;
  /// Puts a file there that is not the program's.
  virtual void add_foreign(const std::string& path) = 0;
  /// Secrets that nothing may print.
  virtual std::vector<std::string> secrets() const { return {}; }
  virtual int port() const { return 0; }

  std::unique_ptr<publishing::PublishTarget> target(
      const std::vector<std::string>& leave = {}) const;
};

/// A folder behind a server.
class FolderPlace : public RemotePlace {
 public:
  Files files() const override;
  void seed(const ReleaseFixture& site) override;
  void add_foreign(const std::string& path) override;
  const std::filesystem::path& root() const { return root_; }
  int port() const override { return port_; }

 protected:
  FolderPlace();

  TempFolder folder_;           ///< What the server needs besides.
  std::filesystem::path root_;  ///< What it serves.
  int port_ = 0;
  std::unique_ptr<RunningServer> server_;
};

/// `rsync --daemon` with a user and a password.
class RsyncDaemonPlace : public FolderPlace {
 public:
  RsyncDaemonPlace();
  publishing::TargetConfig config() const override;
  std::vector<std::string> secrets() const override { return {"daemon-secret"}; }
};

/// sshd with keys and settings of its own.
class RsyncSshPlace : public FolderPlace {
 public:
  RsyncSshPlace();
  ~RsyncSshPlace() override;
  publishing::TargetConfig config() const override;

 private:
  std::string path_variable_;
};

/// `rclone serve sftp` or `rclone serve webdav`, with a user and a password.
class RclonePlace : public FolderPlace {
 public:
  explicit RclonePlace(const std::string& protocol);
  publishing::TargetConfig config() const override;
  std::vector<std::string> secrets() const override;

 private:
  std::string remote_;
};

}  // namespace opsg::testing
