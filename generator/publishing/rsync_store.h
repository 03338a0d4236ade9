#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "remote_store.h"
#include "temporary_folder.h"
#include "upload_program.h"

namespace opsg::publishing {

/// A folder that rsync reaches: `user@host:path` over ssh, or `rsync://host/module/path`. A set of
/// files is put beside those that they replace, and then renamed over them in one go
/// (--delay-updates). Bytes are compared by rsync's checksums, on both sides.
class RsyncStore : public RemoteStore {
 public:
  static Published<RsyncStore> open(const std::string& destination);

  std::string name() const override { return destination_; }
  Published<RemoteListing> list() override;
  Published<RemoteTexts> read(const std::vector<std::string>& paths) override;
  Published<std::vector<std::string>> differing(const std::filesystem::path& folder,
                                                const std::vector<PresentFile>& files) override;
  Published<void> put(const std::filesystem::path& folder,
                      const std::vector<std::string>& paths) override;
  Published<void> remove(const std::vector<std::string>& paths) override;
  Published<void> remove_folders(const std::vector<std::string>& paths) override;
  std::optional<std::string> cut_off(const std::string& path) const override;

 private:
  RsyncStore(std::string destination, UploadProgram rsync, std::optional<TemporaryFolder> sockets);

  std::vector<std::string> arguments(const std::vector<std::string>& special) const;
  std::string root() const { return destination_ + '/'; }

  std::string destination_;  ///< Without a `/` at its end.
  UploadProgram rsync_;
  std::optional<TemporaryFolder> sockets_;  ///< Where ssh keeps the way to its one connection.
};

/// One line of `rsync --list-only`; nothing where it is none. The root's own has the path ".".
struct RsyncListLine {
  char type = '-';  ///< As `ls -l` has it: `d` for folders.
  std::uint64_t size = 0;
  std::string path;
};
std::optional<RsyncListLine> parse_rsync_list_line(std::string_view line);

}  // namespace opsg::publishing
