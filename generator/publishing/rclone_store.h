#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "remote_store.h"
#include "upload_program.h"

namespace opsg::publishing {

/// A folder of one of rclone's remotes, `name:path`: S3, SFTP, WebDAV and many others. Whether a
/// file is replaced in one go is for the remote to say: S3 does, SFTP and WebDAV write over it.
/// Bytes are compared by digests where the remote has them at hand.
class RcloneStore : public RemoteStore {
 public:
  /// Where the remote is a folder of this machine, a relative path of it starts in `folder`, as if
  /// rclone were called there.
  static Published<RcloneStore> open(const std::string& remote,
                                     const std::vector<std::string>& leave,
                                     const std::filesystem::path& folder);

  std::string name() const override { return remote_; }
  Published<RemoteListing> list() override;
  Published<RemoteTexts> read(const std::vector<std::string>& paths) override;
  Published<std::vector<std::string>> differing(const std::filesystem::path& folder,
                                                const std::vector<PresentFile>& files) override;
  Published<void> put(const std::filesystem::path& folder,
                      const std::vector<std::string>& paths) override;
  Published<void> remove(const std::vector<std::string>& paths) override;
  /// Removes whatever folder is empty, but for those that are left to the host.
  Published<void> remove_folders(const std::vector<std::string>& paths) override;
  std::optional<std::string> cut_off(const std::string& path) const override;

 private:
  RcloneStore(std::string remote, const std::vector<std::string>& leave, UploadProgram rclone)
      : remote_(std::move(remote)), leave_(leave), rclone_(std::move(rclone)) {}

  Published<bool> has_digests();

  std::string remote_;
  std::vector<std::string> leave_;
  UploadProgram rclone_;
  std::optional<bool> has_digests_;
};

/// What `rclone lsjson --recursive` prints; nothing where it is not that.
std::optional<RemoteListing> parse_rclone_listing(std::string_view json);

/// The paths that `rclone check --combined` marks as other than `=`.
std::vector<std::string> parse_rclone_check(std::string_view lines);

/// A path as a filter of rclone's that means it and nothing else.
std::string rclone_pattern(std::string_view path);

}  // namespace opsg::publishing
