#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "temporary_folder.h"
#include "upload_program.h"

namespace opsg::publishing {

/// A file of a git tree.
struct GitFile {
  std::string mode;  ///< "100644"; "120000" for symbolic links.
  std::string blob;

  bool operator==(const GitFile&) const = default;
};

/// By path.
using GitTree = std::map<std::string, GitFile>;

struct GitCommit {
  std::string id;
  std::string tree;
  bool has_parents = false;
};

/// A bare repository of our own among the temporary files: what is done in it touches neither the
/// site's repository nor its hooks. Only plumbing, which does the same in every version of git and
/// whatever the user has configured; from that come credentials, proxies and the like alone.
class GitRepository {
 public:
  static Published<GitRepository> make();

  /// What the branch of another repository points to; nothing where it has no such branch.
  Published<std::optional<std::string>> remote_head(const std::string& url,
                                                    const std::string& branch) const;
  /// Fetches this branch's last commit, without those before it.
  Published<GitCommit> fetch(const std::string& url, const std::string& branch) const;

  Published<GitTree> list(const std::string& commit) const;
  Published<std::string> read(const std::string& blob) const;

  /// Stores these files of a folder, as they are: their blobs, in the order of the paths.
  Published<std::vector<std::string>> store(const std::filesystem::path& folder,
                                            const std::vector<std::string>& paths) const;
  Published<std::string> store_empty() const;
  Published<std::string> write_tree(const GitTree& tree) const;
  /// A commit without a parent, made by nobody in particular, now.
  Published<std::string> commit(const std::string& tree) const;

  /// Lets the branch point to the commit, if it points to `expected` (or, with nothing, is not
  /// there) at that moment. False where it does not.
  Published<bool> push(const std::string& url, const std::string& branch, const std::string& commit,
                       const std::optional<std::string>& expected) const;

 private:
  GitRepository(TemporaryFolder folder, UploadProgram git)
      : folder_(std::move(folder)), git_(std::move(git)) {}

  Published<std::string> run(std::string_view what, const std::vector<std::string>& words,
                             std::string_view input = {}) const;

  TemporaryFolder folder_;
  UploadProgram git_;
};

}  // namespace opsg::publishing
