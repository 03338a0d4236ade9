#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "publish_error.h"

namespace opsg::publishing {

/// Paths are below the store's root, with `/` between parts and none at the ends.
struct RemoteFile {
  std::string path;
  std::uint64_t size = 0;  ///< Bytes.
  bool regular = true;     ///< False for symbolic links, pipes and the like.
};

struct RemoteListing {
  std::vector<RemoteFile> files;     ///< By path: whatever is no folder.
  std::vector<std::string> folders;  ///< By path, the root aside; none in stores that have none.

  /// Null where there is none.
  const RemoteFile* find(const std::string& path) const;
  void sort();
};

/// A file of the release that is there, by its name and size at least.
struct PresentFile {
  std::string path;
  /// What is known besides the store says that it holds these bytes: the manifest there, where no
  /// publish has come to an end too early since.
  bool proven = false;
};

/// Of a file that is read back, in bytes.
inline constexpr std::uintmax_t kLargestText = std::uintmax_t{256} << 20;

/// Bytes by path.
using RemoteTexts = std::map<std::string, std::string>;

/// A place on another machine that holds files and cannot exchange one set of them for another.
/// Whoever calls it decides the order; each call is a program that may fail or be killed half way.
class RemoteStore {
 public:
  virtual ~RemoteStore() = default;

  /// What to call it in messages: its address, without secrets.
  virtual std::string name() const = 0;

  /// Everything that is there; nothing where the root does not exist.
  virtual Published<RemoteListing> list() = 0;

  /// Those of the files that exist.
  virtual Published<RemoteTexts> read(const std::vector<std::string>& paths) = 0;

  /// Those of the files whose bytes are other than those in `folder`. A store that could only find
  /// out by fetching them believes what is proven. A file that is right is not named: where files
  /// are written in place, to upload it again would harm whoever reads it.
  virtual Published<std::vector<std::string>> differing(const std::filesystem::path& folder,
                                                        const std::vector<PresentFile>& files) = 0;

  /// Puts these files of `folder` there, over what is there, and makes the folders they need.
  virtual Published<void> put(const std::filesystem::path& folder,
                              const std::vector<std::string>& paths) = 0;

  /// Removes these files; those that are not there are none to fail for.
  virtual Published<void> remove(const std::vector<std::string>& paths) = 0;

  /// Removes these folders, as far as they are empty.
  virtual Published<void> remove_folders(const std::vector<std::string>& paths) = 0;

  /// The file, or folder, that an upload which was cut off had meant to write when it left `path`
  /// behind; nothing where `path` does not look like that.
  virtual std::optional<std::string> cut_off(const std::string& path) const = 0;
};

}  // namespace opsg::publishing
