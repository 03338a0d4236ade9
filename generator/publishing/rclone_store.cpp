#include "rclone_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

#include "file_system.h"
#include "remote_state.h"
#include "temporary_folder.h"
#include "text.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int kFolderNotFound = 3;  // rclone's documentation, "Exit code"
constexpr int kFilesDiffer = 1;

/// Few retries: over a line that is dead rclone would try each folder again and again.
std::vector<std::string> arguments(std::vector<std::string> command,
                                   const std::vector<std::string>& more = {}) {
  for (const char* word : {"--ask-password=false", "--quiet", "--log-format=", "--retries=1",
                           "--low-level-retries=2", "--contimeout=20s", "--timeout=60s"}) {
    command.emplace_back(word);
  }
  command.insert(command.end(), more.begin(), more.end());
  return command;
}

std::string lines_of(const std::vector<std::string>& paths) {
  std::string lines;
  for (const std::string& path : paths) lines += path + '\n';
  return lines;
}

/// "files:www/site" and "a/b" -> "files:www/site/a/b"
std::string below(const std::string& remote, const std::string& path) {
  const bool is_whole = remote.ends_with(':') || remote.ends_with('/');
  return remote + (is_whole ? "" : "/") + path;
}

/// The texts of those files that have come to be in the folder.
Published<RemoteTexts> texts_in(const fs::path& folder, const std::vector<std::string>& paths) {
  RemoteTexts texts;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(folder / path, error))) continue;
    auto text = read_file(folder / path, kLargestText);
    if (!text) return tl::unexpected(PublishError(text.error()));
    texts.emplace(path, std::move(*text));
  }
  return texts;
}

bool add_entry(const json& entry, RemoteListing& listing) {
  const auto path = entry.find("Path"), is_folder = entry.find("IsDir"), size = entry.find("Size");
  if (path == entry.end() || !path->is_string() || is_folder == entry.end() ||
      !is_folder->is_boolean()) {
    return false;
  }
  if (is_folder->get<bool>()) {
    listing.folders.push_back(path->get<std::string>());
    return true;
  }
  // A size below 0 is one that the remote does not know; no file of ours is so large.
  if (size == entry.end() || !size->is_number_integer()) return false;
  listing.files.push_back(
      {path->get<std::string>(), static_cast<std::uint64_t>(size->get<std::int64_t>()), true});
  return true;
}

}  // namespace

std::optional<RemoteListing> parse_rclone_listing(std::string_view text) {
  const json parsed = json::parse(text, nullptr, false);
  if (!parsed.is_array()) return std::nullopt;
  RemoteListing listing;
  for (const json& entry : parsed) {
    if (!entry.is_object() || !add_entry(entry, listing)) return std::nullopt;
  }
  listing.sort();
  return listing;
}

std::vector<std::string> parse_rclone_check(std::string_view text) {
  std::vector<std::string> paths;
  for (const std::string_view line : split_lines(text)) {
    if (line.size() > 2 && line[1] == ' ' && line[0] != '=') paths.emplace_back(line.substr(2));
  }
  return paths;
}

std::string rclone_pattern(std::string_view path) {
  std::string pattern = "/";
  for (const char c : path) {
    if (std::string_view("*?[]{}\\").find(c) != std::string_view::npos) pattern += '\\';
    pattern += c;
  }
  if (pattern.ends_with('/')) pattern += "**";
  return pattern;
}

Published<RcloneStore> RcloneStore::open(const std::string& remote,
                                         const std::vector<std::string>& leave,
                                         const fs::path& folder) {
  auto rclone = UploadProgram::find(
      "rclone", "rclone",
      {"HOME", "USER", "LOGNAME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR", "SSH_AUTH_SOCK",
       "RCLONE_*", "AWS_*", "AZURE_*", "GOOGLE_APPLICATION_CREDENTIALS", "SSL_CERT_FILE",
       "SSL_CERT_DIR", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy",
       "no_proxy"});
  if (!rclone) return tl::unexpected(rclone.error());
  rclone->set_folder(fs::absolute(folder));
  return RcloneStore(remote, leave, std::move(*rclone));
}

/// With symbolic links, which rclone passes over in folders of this machine: they are nobody's of
/// ours.
Published<RemoteListing> RcloneStore::list() {
  auto run = rclone_.run(
      arguments({"lsjson", remote_}, {"--recursive", "--no-modtime", "--no-mimetype", "--links"}));
  if (!run) return tl::unexpected(run.error());
  if (run->exit_status == kFolderNotFound) return RemoteListing();
  if (run->outcome != ProgramRun::Outcome::done) return rclone_.failure_of("list " + remote_, *run);
  auto listing = parse_rclone_listing(run->output);
  if (!listing) return failed("rclone lists " + remote_ + " in a way that is not understood");
  return std::move(*listing);
}

Published<RemoteTexts> RcloneStore::read(const std::vector<std::string>& paths) {
  const auto room = TemporaryFolder::make();
  if (!room) return tl::unexpected(PublishError(room.error()));
  const fs::path copies = fs::absolute(room->path());
  auto run =
      rclone_.run(arguments({"copy", remote_, copies}, {"--files-from-raw=-"}), lines_of(paths));
  if (!run) return tl::unexpected(run.error());
  if (run->exit_status == kFolderNotFound) return RemoteTexts();
  if (run->outcome != ProgramRun::Outcome::done) {
    return rclone_.failure_of("read from " + remote_, *run);
  }
  return texts_in(room->path(), paths);
}

/// Those that have to be worked out by reading files count as none.
Published<bool> RcloneStore::has_digests() {
  if (has_digests_) return *has_digests_;
  const auto text = rclone_.output_of("ask what " + remote_ + " can do",
                                      arguments({"backend", "features", remote_}));
  if (!text) return tl::unexpected(text.error());
  const json features = json::parse(*text, nullptr, false);
  const auto hashes = features.is_object() ? features.find("Hashes") : features.end();
  const bool has_some =
      features.is_object() && hashes != features.end() && hashes->is_array() && !hashes->empty();
  const bool slow = has_some && features.contains("/Features/SlowHash"_json_pointer) &&
                    features["/Features/SlowHash"_json_pointer] == true;
  has_digests_ = has_some && !slow;
  return *has_digests_;
}

Published<std::vector<std::string>> RcloneStore::differing(const fs::path& folder,
                                                           const std::vector<PresentFile>& files) {
  const auto digests = has_digests();
  if (!digests) return tl::unexpected(digests.error());
  std::vector<std::string> paths;
  for (const PresentFile& file : files) {
    if (*digests || !file.proven) paths.push_back(file.path);
  }
  if (paths.empty()) return paths;
  std::vector<std::string> more = {"--files-from-raw=-", "--one-way", "--combined=-"};
  if (!*digests) more.push_back("--download");
  auto run = rclone_.run(arguments({"check", folder, remote_}, more), lines_of(paths));
  if (!run) return tl::unexpected(run.error());
  auto differing = parse_rclone_check(run->output);
  const bool understood =
      run->exit_status == 0 || (run->exit_status == kFilesDiffer && !differing.empty());
  if (!understood) return rclone_.failure_of("compare files with " + remote_, *run);
  return differing;
}

/// What has to be uploaded is known: rclone is not to judge by sizes and times again.
Published<void> RcloneStore::put(const fs::path& folder, const std::vector<std::string>& paths) {
  return rclone_.perform(
      "upload to " + remote_,
      arguments({"copy", folder, remote_},
                {"--files-from-raw=-", "--ignore-times", "--no-check-dest", "--no-update-modtime"}),
      lines_of(paths));
}

Published<void> RcloneStore::remove(const std::vector<std::string>& paths) {
  return rclone_.perform("remove files from " + remote_,
                         arguments({"delete", remote_}, {"--files-from-raw=-"}), lines_of(paths));
}

/// All at once, but for those among the host's own, whose empty folders stay.
Published<void> RcloneStore::remove_folders(const std::vector<std::string>& paths) {
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
    if (!is_left(*path + '/', leave_)) continue;
    auto removed = rclone_.perform("remove a folder from " + remote_,
                                   arguments({"rmdir", below(remote_, *path)}, {}));
    if (!removed) return removed;
  }
  std::vector<std::string> more = {"--leave-root"};
  for (const std::string& path : leave_) more.push_back("--exclude=" + rclone_pattern(path));
  return rclone_.perform("remove empty folders from " + remote_,
                         arguments({"rmdirs", remote_}, more));
}

/// `index.html.a1b2c3d4.partial`, as rclone from 1.63 on writes to remotes that can rename.
std::optional<std::string> RcloneStore::cut_off(const std::string& path) const {
  constexpr std::string_view kSuffix = ".partial";
  constexpr std::size_t kRandom = 9;
  if (!path.ends_with(kSuffix) || path.size() <= kSuffix.size() + kRandom) return std::nullopt;
  const std::string rest = path.substr(0, path.size() - kSuffix.size());
  const std::size_t dot = rest.size() - kRandom;
  return rest[dot] == '.' ? std::optional(rest.substr(0, dot)) : std::nullopt;
}

}  // namespace opsg::publishing
