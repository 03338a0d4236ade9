#include "publish_config.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "table_reader.h"
#include "target_values.h"
#include "text.h"

namespace opsg::publishing {
namespace {

const std::array<std::string, 3> kPublishKeys = {"require_approval", "headers_file", "targets"};
const std::array<std::string, 4> kKindNames = {"directory", "rsync", "rclone", "git"};
constexpr std::int64_t kMostReleases = 1000;

/// What site.toml calls the place of a target of this kind, and what such a place looks like.
struct KindSyntax {
  TargetKind kind;
  std::string destination_key;
  std::vector<std::string> other_keys;
  bool (*is_destination)(std::string_view);
  std::string_view example;
};

const std::array<KindSyntax, 4>& kind_syntaxes() {
  static const std::array<KindSyntax, 4> kSyntaxes = {{
      {TargetKind::directory,
       "path",
       {"keep", "precompress"},
       is_folder_path,
       "/srv/www/committee"},
      {TargetKind::rsync,
       "destination",
       {"leave", "precompress"},
       is_rsync_destination,
       "publisher@www.example.org:/srv/www/committee"},
      {TargetKind::rclone,
       "remote",
       {"leave", "precompress"},
       is_rclone_remote,
       "store:committee-site"},
      {TargetKind::git,
       "repository",
       {"branch", "leave"},
       is_git_repository,
       "git@git.example.org:committee/site.git"},
  }};
  return kSyntaxes;
}

/// A key whose value would be a secret, whatever else may be wrong with it.
bool holds_secret(std::string_view key) {
  const std::string lower = ascii_lower(key);
  constexpr std::array<std::string_view, 5> kWords = {"pass", "secret", "token", "credential",
                                                      "private_key"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

/// Reads one target. A line with a secret is not shown: the log of a build may be read by others.
class TargetReader {
 public:
  TargetReader(const TomlKey& key, const TomlTable& table, Diagnostics& diagnostics)
      : key_(key),
        table_(without_secrets(table, diagnostics)),
        diagnostics_(diagnostics),
        reader_(table_, key.span, found_) {
    target_.name = key.name;
  }

  std::optional<TargetConfig> read() {
    if (has_secret_) return std::nullopt;
    if (!is_target_name(key_.name))
      invalid(key_.span, key_.name, "no name of a target", "web-host");
    if (const KindSyntax* syntax = read_kind()) {
      target_.kind = syntax->kind;
      allow_keys(*syntax);
      read_destination(*syntax);
      read_others();
    }
    const bool usable = !found_.has_errors();
    diagnostics_.append(std::move(found_));
    return usable ? std::optional(std::move(target_)) : std::nullopt;
  }

 private:
  TomlTable without_secrets(const TomlTable& table, Diagnostics& diagnostics) {
    TomlTable rest = table;
    std::erase_if(rest.entries, [&](const auto& entry) {
      const auto& [key, value] = entry;
      const bool secret =
          holds_secret(key.name) || (value.string() && has_password(*value.string()));
      if (secret) report_secret(key, diagnostics);
      return secret;
    });
    return rest;
  }

  void report_secret(const TomlKey& key, Diagnostics& diagnostics) {
    has_secret_ = true;
    diagnostics
        .error("publish-secret", SourceSpan{key.span.path, 0, 0, 0},
               fmt::format("`{}` of [publish.targets.{}] holds a secret", key.name, key_.name))
        .with_help(
            "take it out, and change it if others could read it: secrets come from the "
            "environment (docs/publishing.md)");
  }

  void invalid(const SourceSpan& span, std::string_view value, std::string_view reason,
               std::string_view example) {
    found_.error("publish-value-invalid", span, fmt::format("`{}` is {}", printable(value), reason))
        .with_help(fmt::format("write one such as `{}`", example));
  }

  const KindSyntax* read_kind() {
    const std::string name = reader_.required_text("kind");
    const auto known = std::find(kKindNames.begin(), kKindNames.end(), name);
    if (known != kKindNames.end()) {
      return &kind_syntaxes()[static_cast<std::size_t>(known - kKindNames.begin())];
    }
    if (name.empty()) return nullptr;
    const auto meant = nearest(name, kKindNames);
    found_
        .error("publish-kind-unknown", table_.find("kind")->span(),
               fmt::format("`{}` is no kind of target", printable(name)))
        .with_help(meant ? fmt::format("did you mean `{}`?", *meant)
                         : fmt::format("the kinds are {}", fmt::join(kKindNames, ", ")));
    return nullptr;
  }

  void allow_keys(const KindSyntax& syntax) {
    std::vector<std::string> keys = {"kind", syntax.destination_key};
    keys.insert(keys.end(), syntax.other_keys.begin(), syntax.other_keys.end());
    keys.insert(keys.end(), {"audience", "url"});
    reader_.allow_only(keys);
  }

  void read_destination(const KindSyntax& syntax) {
    target_.destination = reader_.required_text(syntax.destination_key);
    if (target_.destination.empty() || syntax.is_destination(target_.destination)) return;
    invalid(table_.find(syntax.destination_key)->span(), target_.destination,
            fmt::format("no {} that the program can use", syntax.destination_key), syntax.example);
  }

  void read_others() {
    read_text("branch", target_.branch, is_branch_name, "no name of a branch", "gh-pages");
    read_text("audience", target_.audience, is_audience_name, "no name of an audience", "public");
    read_url();
    read_keep();
    read_leave();
    target_.precompress = reader_.flag("precompress");
  }

  void read_text(std::string_view key, std::string& text, bool (*is_good)(std::string_view),
                 std::string_view reason, std::string_view example) {
    const TomlValue* value = table_.find(key);
    if (!value) return;
    text = reader_.required_text(key);
    if (!text.empty() && !is_good(text)) invalid(value->span(), text, reason, example);
  }

  void read_url() {
    if (!table_.contains("url")) return;
    std::string url;
    read_text("url", url, is_web_folder, "no web address of a site", "https://example.org/opsg/");
    if (!url.empty() && url.back() != '/') url += '/';
    target_.url = std::move(url);
  }

  void read_keep() {
    const TomlValue* value = table_.find("keep");
    if (!value) return;
    const auto* number = value->get_if<std::int64_t>();
    if (number && *number >= 1 && *number <= kMostReleases) {
      target_.keep = static_cast<std::size_t>(*number);
    } else {
      reader_.wrong_type(*value, "keep", fmt::format("a number from 1 to {}", kMostReleases));
    }
  }

  void read_leave() {
    target_.leave = reader_.texts("leave");
    for (const std::string& path : target_.leave) {
      if (is_host_path(path)) continue;
      invalid(table_.find("leave")->span(), path, "no path below the site's root", ".well-known/");
    }
  }

  const TomlKey& key_;
  bool has_secret_ = false;
  TomlTable table_;
  Diagnostics& diagnostics_;
  Diagnostics found_;
  TableReader reader_;
  TargetConfig target_;
};

}  // namespace

const TargetConfig* PublishConfig::find(std::string_view name) const {
  const auto at = std::find_if(targets.begin(), targets.end(),
                               [&](const TargetConfig& target) { return target.name == name; });
  return at == targets.end() ? nullptr : &*at;
}

const TargetConfig* PublishConfig::default_target() const {
  const TargetConfig* named = find("default");
  return named || targets.empty() ? named : &targets.front();
}

PublishConfig read_publish_config(const TomlTable& site, Diagnostics& diagnostics) {
  PublishConfig config;
  const TomlValue* publish = site.find("publish");
  if (!publish) return config;
  const TomlTable* table = TableReader(site, publish->span(), diagnostics).table("publish");
  if (!table) return config;
  TableReader reader(*table, publish->span(), diagnostics);
  reader.allow_only(kPublishKeys);
  config.require_approval = reader.flag("require_approval");
  config.headers_file = reader.flag("headers_file");
  const TomlTable* targets = reader.table("targets");
  if (!targets) return config;
  for (const auto& [key, value] : targets->entries) {
    if (!value.table()) {
      TableReader(*targets, key.span, diagnostics).wrong_type(value, key.name, "a table");
    } else if (auto target = TargetReader(key, *value.table(), diagnostics).read()) {
      config.targets.push_back(std::move(*target));
    }
  }
  return config;
}

}  // namespace opsg::publishing
