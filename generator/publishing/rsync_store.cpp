#include "rsync_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "ascii.h"
#include "file_system.h"
#include "temporary_folder.h"
#include "text.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWaitingFolder = ".~tmp~";  // Where --delay-updates keeps what has come.

/// Ends each with a NUL, as --from0 reads them: no name can be taken for two, or for a comment.
std::string list_for_rsync(const std::vector<std::string>& paths) {
  std::string list;
  for (const std::string& path : paths) {
    list += path;
    list += '\0';
  }
  return list;
}

/// "rsync: [sender] change_dir "/srv/x" failed: No such file or directory (2)": in whatever
/// language the other side speaks, the number says which error it was.
bool says_no_such_folder(const ProgramRun& run) {
  const auto lines = split_lines(run.complaint);
  return run.exit_status > 0 && std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
           return line.find("change_dir") != std::string_view::npos && line.ends_with("(2)");
         });
}

std::string_view next_word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(word.size());
  return word;
}

std::string name_of_path(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

std::string join(const std::string& folder, const std::string& name) {
  return folder.empty() || name.empty() ? folder + name : folder + '/' + name;
}

/// `.index.html.a1B2c3` is what rsync writes index.html to.
std::optional<std::string> name_behind_temporary(const std::string& name) {
  constexpr std::size_t kSuffix = 7;
  if (name.size() <= kSuffix + 1 || name.front() != '.') return std::nullopt;
  const std::size_t dot = name.size() - kSuffix;
  const bool random = name[dot] == '.' &&
                      std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dot) + 1, name.end(),
                                  [](char c) { return is_ascii_letter_or_digit(c); });
  return random ? std::optional(name.substr(1, dot - 1)) : std::nullopt;
}

/// Nothing where the path would be too long for a socket, or be split by rsync.
std::optional<TemporaryFolder> folder_for_sockets() {
  constexpr std::size_t kLongest = 40;
  auto folder = TemporaryFolder::make();
  const std::string path = folder ? folder->path().string() : std::string(" ");
  if (path.size() > kLongest || path.find_first_of(" '\"") != std::string::npos)
    return std::nullopt;
  return std::move(*folder);
}

/// BatchMode: ssh is to fail where it would ask. Hosts, ports and keys are for ~/.ssh/config. One
/// connection carries all runs: a publish makes some twenty, which firewalls take for an attack.
/// It ends by itself soon after the last.
std::string ssh_command(const std::optional<TemporaryFolder>& sockets) {
  std::string command = "ssh -oBatchMode=yes -oConnectTimeout=20 -oServerAliveInterval=15";
  if (!sockets) return command;
  return command +
         " -oControlMaster=auto -oControlPersist=10 -oControlPath=" + sockets->path().string() +
         "/%C";
}

}  // namespace

std::optional<RsyncListLine> parse_rsync_list_line(std::string_view line) {
  RsyncListLine parsed;
  const std::string_view mode = next_word(line), size = next_word(line), date = next_word(line),
                         time = next_word(line);
  const auto number = std::from_chars(size.data(), size.data() + size.size(), parsed.size);
  if (mode.size() < 10 || date.size() != 10 || time.size() != 8 || line.size() < 2 ||
      number.ec != std::errc() || number.ptr != size.data() + size.size()) {
    return std::nullopt;
  }
  parsed.type = mode.front();
  parsed.path = line.substr(1);
  return parsed;
}

Published<RsyncStore> RsyncStore::open(const std::string& destination) {
  auto rsync = UploadProgram::find(
      "rsync", "rsync",
      {"HOME", "USER", "LOGNAME", "SSH_AUTH_SOCK", "RSYNC_RSH", "RSYNC_PASSWORD", "RSYNC_PROXY"});
  if (!rsync) return tl::unexpected(rsync.error());
  auto sockets = rsync->has("RSYNC_RSH") ? std::nullopt : folder_for_sockets();
  if (!rsync->has("RSYNC_RSH")) rsync->set("RSYNC_RSH", ssh_command(sockets));
  return RsyncStore(destination, std::move(*rsync), std::move(sockets));
}

RsyncStore::RsyncStore(std::string destination, UploadProgram rsync,
                       std::optional<TemporaryFolder> sockets)
    : destination_(std::move(destination)), rsync_(std::move(rsync)), sockets_(std::move(sockets)) {
  while (destination_.ends_with('/')) destination_.pop_back();
}

/// --protect-args: no shell of the other side reads names. --timeout: a dead line is an error.
std::vector<std::string> RsyncStore::arguments(const std::vector<std::string>& special) const {
  std::vector<std::string> all = {"--protect-args", "--8-bit-output", "--no-motd", "--timeout=120"};
  all.insert(all.end(), special.begin(), special.end());
  return all;
}

Published<RemoteListing> RsyncStore::list() {
  auto run = rsync_.run(arguments({"--list-only", "--recursive", "--no-h", root()}));
  if (!run) return tl::unexpected(run.error());
  RemoteListing listing;
  if (says_no_such_folder(*run)) return listing;
  if (run->outcome != ProgramRun::Outcome::done) {
    return rsync_.failure_of("list " + destination_, *run);
  }
  for (const std::string_view line : split_lines(run->output)) {
    const auto entry = parse_rsync_list_line(line);
    if (!entry) return failed("rsync lists " + destination_ + " in a way that is not understood");
    if (entry->path == ".") continue;
    if (entry->type == 'd') {
      listing.folders.push_back(entry->path);
    } else {
      listing.files.push_back({entry->path, entry->size, entry->type == '-'});
    }
  }
  listing.sort();
  return listing;
}

Published<RemoteTexts> RsyncStore::read(const std::vector<std::string>& paths) {
  const auto room = TemporaryFolder::make();
  if (!room) return tl::unexpected(PublishError(room.error()));
  // Each by its own name: daemons of rsync 3.5.0 do not find files below a module's folder by
  // --files-from.
  std::vector<std::string> words = {"--relative", "--ignore-missing-args"};
  for (const std::string& path : paths) words.push_back(root() + "./" + path);
  words.push_back(room->path().string() + '/');
  auto run = rsync_.run(arguments(words));
  if (!run) return tl::unexpected(run.error());
  RemoteTexts texts;
  if (says_no_such_folder(*run)) return texts;
  if (run->outcome != ProgramRun::Outcome::done) {
    return rsync_.failure_of("read from " + destination_, *run);
  }
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(room->path() / path, error))) continue;
    auto text = read_file(room->path() / path, kLargestText);
    if (!text) return tl::unexpected(PublishError(text.error()));
    texts.emplace(path, std::move(*text));
  }
  return texts;
}

namespace {

/// What every upload is done with. --perms: modes that a web server can read, whatever the umask.
const std::vector<std::string> kUpload = {"--files-from=-", "--from0",           "--checksum",
                                          "--perms",        "--chmod=D755,F644", "--delay-updates"};

std::vector<std::string> paths_of(const std::vector<PresentFile>& files) {
  std::vector<std::string> paths;
  for (const PresentFile& file : files) paths.push_back(file.path);
  return paths;
}

std::vector<std::string> with(std::vector<std::string> arguments,
                              const std::vector<std::string>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

/// The folders that hold these, outermost first, so that rsync finds nothing else to say of them.
Result<void> make_folders_of(const fs::path& root, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    std::error_code error;
    fs::create_directories(root / folder_of(path), error);
    if (error) return system_failure("make " + (root / folder_of(path)).string(), error.value());
  }
  return {};
}

}  // namespace

Published<std::vector<std::string>> RsyncStore::differing(const fs::path& folder,
                                                          const std::vector<PresentFile>& files) {
  const auto lines = rsync_.output_of(
      "compare files with " + destination_,
      arguments(with(kUpload, {"--dry-run", "--out-format=%i %n", folder.string() + '/', root()})),
      list_for_rsync(paths_of(files)));
  if (!lines) return tl::unexpected(lines.error());
  std::vector<std::string> paths;
  for (const std::string_view line : split_lines(*lines)) {
    // "<fcs....... path", or ".f...p..... path" where the mode alone differs.
    const std::size_t space = line.find(' ');
    const bool is_file = space != std::string_view::npos && space > 1 && line[1] == 'f';
    if (is_file) paths.emplace_back(line.substr(space + 1));
  }
  return paths;
}

Published<void> RsyncStore::put(const fs::path& folder, const std::vector<std::string>& paths) {
  return rsync_.perform("upload to " + destination_,
                        arguments(with(kUpload, {folder.string() + '/', root()})),
                        list_for_rsync(paths));
}

/// A folder without these files, but with theirs, and --delete-missing-args: what is named is gone
/// afterwards, and nothing else.
Published<void> RsyncStore::remove(const std::vector<std::string>& paths) {
  const auto room = TemporaryFolder::make();
  if (!room) return tl::unexpected(PublishError(room.error()));
  const auto made = make_folders_of(room->path(), paths);
  if (!made) return tl::unexpected(PublishError(made.error()));
  return rsync_.perform("remove files from " + destination_,
                        arguments({"--files-from=-", "--from0", "--delete-missing-args", "--perms",
                                   "--chmod=D755", room->path().string() + '/', root()}),
                        list_for_rsync(paths));
}

/// From the innermost: rsync removes no folder that holds another.
Published<void> RsyncStore::remove_folders(const std::vector<std::string>& paths) {
  std::map<std::ptrdiff_t, std::vector<std::string>, std::greater<>> by_depth;
  for (const std::string& path : paths) {
    by_depth[std::count(path.begin(), path.end(), '/')].push_back(path);
  }
  for (const auto& [depth, folders] : by_depth) {
    auto removed = remove(folders);
    if (!removed) return removed;
  }
  return {};
}

std::optional<std::string> RsyncStore::cut_off(const std::string& path) const {
  const std::string name = name_of_path(path), folder = folder_of(path);
  if (name == kWaitingFolder) return folder;
  const bool waits = name_of_path(folder) == kWaitingFolder;
  const std::string place = waits ? folder_of(folder) : folder;
  if (const auto meant = name_behind_temporary(name)) return join(place, *meant);
  return waits ? std::optional(join(place, name)) : std::nullopt;
}

}  // namespace opsg::publishing
