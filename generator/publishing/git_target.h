#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "git_repository.h"
#include "publish_target.h"
#include "remote_state.h"

namespace opsg::publishing {

/// A file that keeps GitHub Pages from making a site of the branch's own.
inline constexpr std::string_view kNoJekyll = ".nojekyll";

/// A branch of a git repository that a host serves (GitHub Pages, GitLab Pages): one commit without
/// history, so that withdrawn text does not stay in it. A push replaces it in one go, and only
/// where nobody else has moved it since it was read: no other lock is needed.
class GitTarget : public PublishTarget {
 public:
  GitTarget(std::string url, std::string branch, std::vector<std::string> leave)
      : url_(std::move(url)), branch_(std::move(branch)), leave_(std::move(leave)) {}

  Published<std::optional<std::string>> read(const std::string& path) override;
  Published<PublishReport> publish(const Release& release, const PublishRequest& request) override;

 private:
  /// What the branch holds; the commit is missing where there is none.
  struct Branch {
    std::optional<GitCommit> commit;
    GitTree tree;
  };

  std::string name() const { return url_ + " (branch " + branch_ + ')'; }
  Published<void> prepare();
  Published<Branch> fetch() const;
  Published<RemoteState> state_of(const Branch& branch) const;
  Published<GitTree> store(const Release& release, const Branch& branch,
                           const RemoteState& state) const;
  Published<void> replace(const Branch& branch, const std::string& tree,
                          const PublishRequest& request) const;

  std::string url_;
  std::string branch_;
  std::vector<std::string> leave_;
  std::optional<GitRepository> repository_;
  std::optional<Branch> read_;  ///< What was fetched to be read.
};

}  // namespace opsg::publishing
