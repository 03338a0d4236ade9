#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "toml_value.h"

namespace opsg::publishing {

enum class TargetKind { directory, rsync, rclone, git };

/// One of site.toml's `[publish.targets.NAME]`. Its values were checked to be safe to hand to a
/// program as an argument: none begins with `-`, holds a control character or a password.
struct TargetConfig {
  std::string name;
  TargetKind kind = TargetKind::directory;
  /// Where it is: directory's `path`, rsync's `destination`, rclone's `remote`, git's `repository`.
  std::string destination;
  std::string branch = "gh-pages";  ///< git
  std::size_t keep = 5;             ///< directory: how many releases are kept, the current one too.
  /// rsync, rclone and git: files ("CNAME") and folders (".well-known/") that are the host's own.
  std::vector<std::string> leave;
  bool precompress = false;  ///< All but git: text files have compressed copies beside them.
  std::string audience = "public";
  std::optional<std::string>
      url;  ///< Where it is served, ends with '/'; else site.toml's base_url.
};

/// site.toml's `[publish]`.
struct PublishConfig {
  bool require_approval = false;
  bool headers_file = false;          ///< The site has a file of headers, which some hosts read.
  std::vector<TargetConfig> targets;  ///< In the order of site.toml.

  /// Null where there is none.
  const TargetConfig* find(std::string_view name) const;
  /// The one that is meant where none is named: "default", or the first. Null where there are none.
  const TargetConfig* default_target() const;
};

/// Reports everything that is wrong; targets with errors are left out.
PublishConfig read_publish_config(const TomlTable& site, Diagnostics& diagnostics);

}  // namespace opsg::publishing
