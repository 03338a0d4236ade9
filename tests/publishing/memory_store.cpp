#include "memory_store.h"

#include "file_system.h"

namespace opsg::testing {

using publishing::Published;

namespace {

std::set<std::string> folders_of(const Files& files) {
  std::set<std::string> folders;
  for (const auto& [path, bytes] : files) {
    for (auto end = path.find('/'); end != std::string::npos; end = path.find('/', end + 1)) {
      folders.insert(path.substr(0, end));
    }
  }
  return folders;
}

}  // namespace

std::optional<Break> MemoryStore::next() {
  if (!breaking_ || count_++ != *breaking_) return std::nullopt;
  has_broken_ = true;
  return how_;
}

tl::unexpected<publishing::PublishError> MemoryStore::broken() {
  return publishing::failed("the line is dead");
}

void MemoryStore::break_at(std::size_t operation, Break how) {
  count_ = 0;
  breaking_ = operation;
  how_ = how;
  has_broken_ = false;
}

Published<publishing::RemoteListing> MemoryStore::list() {
  if (next()) return broken();
  publishing::RemoteListing listing;
  for (const auto& [path, bytes] : files) listing.files.push_back({path, bytes.size(), true});
  std::set<std::string> folders = folders_of(files);
  folders.insert(empty_folders.begin(), empty_folders.end());
  listing.folders.assign(folders.begin(), folders.end());
  return listing;
}

Published<publishing::RemoteTexts> MemoryStore::read(const std::vector<std::string>& paths) {
  if (next()) return broken();
  publishing::RemoteTexts texts;
  for (const std::string& path : paths) {
    if (files.contains(path)) texts[path] = files.at(path);
  }
  return texts;
}

Published<std::vector<std::string>> MemoryStore::differing(
    const std::filesystem::path& folder, const std::vector<publishing::PresentFile>& present) {
  if (next()) return broken();
  std::vector<std::string> paths;
  for (const auto& file : present) {
    const bool same = (file.proven && !compares_bytes) ||
                      read_file(folder / file.path, 1 << 20).value() == files.at(file.path);
    if (!same) paths.push_back(file.path);
  }
  return paths;
}

Published<void> MemoryStore::put(const std::filesystem::path& folder,
                                 const std::vector<std::string>& paths) {
  const auto how = next();
  if (how == Break::before) return broken();
  const std::size_t whole = how ? paths.size() / 2 : paths.size();
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const std::string bytes = read_file(folder / paths[i], 1 << 20).value();
    for (const std::string& parent : folders_of({{paths[i], {}}})) empty_folders.erase(parent);
    if (i == whole) {
      files[paths[i]] = bytes.substr(0, bytes.size() / 2);
      return broken();
    }
    files[paths[i]] = bytes;
    log.push_back("put " + paths[i]);
  }
  return {};
}

Published<void> MemoryStore::remove(const std::vector<std::string>& paths) {
  const auto how = next();
  if (how == Break::before) return broken();
  const std::set<std::string> before = folders_of(files);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (how && i == paths.size() / 2) return broken();
    files.erase(paths[i]);
    log.push_back("remove " + paths[i]);
  }
  const std::set<std::string> after = folders_of(files);
  for (const std::string& folder : before) {
    if (!after.contains(folder)) empty_folders.insert(folder);
  }
  return {};
}

Published<void> MemoryStore::remove_folders(const std::vector<std::string>& paths) {
  const auto how = next();
  if (how == Break::before) return broken();
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (how && i == paths.size() / 2) return broken();
    empty_folders.erase(paths[i]);
  }
  return {};
}

std::optional<std::string> MemoryStore::cut_off(const std::string& path) const {
  if (!path.ends_with(".cut")) return std::nullopt;
  return path.substr(0, path.size() - 4);
}

}  // namespace opsg::testing
