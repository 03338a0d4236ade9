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
  /// Where its server listens.
  virtual int port() const = 0;
  /// From now on the configuration names this port instead.
  void go_through(int port) { port_of_proxy_ = port; }

  std::unique_ptr<publishing::PublishTarget> target(
      const std::vector<std::string>& leave = {}) const;

 protected:
  int port_to_use() const { return port_of_proxy_ ? port_of_proxy_ : port(); }

 private:
  int port_of_proxy_ = 0;
};

/// Whether servers are to be another user's where we are root, whom no permission stops.
enum class ServedBy { us, nobody };

/// A folder behind a server.
class FolderPlace : public RemotePlace {
 public:
  /// Lets the server write everything but what is in `forbidden`, a folder below the root.
  void forbid(const std::string& forbidden) const;
  /// Lets it write everything.
  void allow() const;
  Files files() const override;
  void seed(const ReleaseFixture& site) override;
  void add_foreign(const std::string& path) override;
  const std::filesystem::path& root() const { return root_; }
  int port() const override { return port_; }

 protected:
  explicit FolderPlace(
      const std::filesystem::path& parent = std::filesystem::temp_directory_path());

  TempFolder folder_;           ///< What the server needs besides.
  std::filesystem::path root_;  ///< What it serves.
  int port_ = 0;
  std::unique_ptr<RunningServer> server_;
};

/// `rsync --daemon` with a user and a password.
class RsyncDaemonPlace : public FolderPlace {
 public:
  explicit RsyncDaemonPlace(
      ServedBy user = ServedBy::us,
      const std::filesystem::path& parent = std::filesystem::temp_directory_path());
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
  explicit RclonePlace(
      const std::string& protocol, ServedBy user = ServedBy::us,
      const std::filesystem::path& parent = std::filesystem::temp_directory_path());
  publishing::TargetConfig config() const override;
  std::vector<std::string> secrets() const override;

 private:
  /// One setting of rclone's remote, in the environment.
  void set(const std::string& name, const std::string& value) const;

  std::string remote_;
};

/// A branch of a bare repository behind `git daemon`.
class GitPlace : public RemotePlace {
 public:
  explicit GitPlace(const std::filesystem::path& parent = std::filesystem::temp_directory_path());
  int port() const override { return port_; }
  publishing::TargetConfig config() const override;
  Files files() const override;
  void seed(const ReleaseFixture& site) override;
  void add_foreign(const std::string& path) override;

  /// Lets the repository refuse every push, as hosts do where somebody may not write.
  void forbid() const;
  void allow() const;

  /// What git prints, run in the repository.
  std::string git(const std::vector<std::string>& arguments) const;

 private:
  std::string repository() const { return (folder_ / "site.git").string(); }

  TempFolder folder_;
  int port_ = 0;
  std::unique_ptr<RunningServer> server_;
};

}  // namespace opsg::testing
