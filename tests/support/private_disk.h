#pragma once

#include <fmt/format.h>
#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace opsg::testing {

inline constexpr uid_t kNobody = 65534;

inline void write_to(const char* path, std::string_view text) {
  std::ofstream(path) << text;
}

/// A mount namespace of this process's own; who is not root needs a user namespace for it, in which
/// no file can be made until its user is mapped.
inline bool enter_own_namespace() {
  const uid_t user = ::geteuid();
  const gid_t group = ::getegid();
  if (user == 0) return ::unshare(CLONE_NEWNS) == 0;
  if (::unshare(CLONE_NEWNS | CLONE_NEWUSER) != 0) return false;
  write_to("/proc/self/uid_map", fmt::format("{0} {0} 1", user));
  write_to("/proc/self/setgroups", "deny");
  write_to("/proc/self/gid_map", fmt::format("{0} {0} 1", group));
  return ::geteuid() == user;
}

/// Mounts an empty file system of `size` where only this process and its children see it. Says why
/// it cannot.
inline std::string mount_private(const std::filesystem::path& at, const std::string& size) {
  if (!enter_own_namespace()) return "SKIPPED: no mount namespaces here";
  const std::string options = fmt::format("size={},mode=0777", size);
  if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
      ::mount("tmpfs", at.c_str(), "tmpfs", 0, options.c_str()) != 0) {
    return "SKIPPED: mounting is not allowed here";
  }
  return {};
}

/// Gives up root's right to write everywhere.
inline bool become_nobody() {
  return ::setgroups(0, nullptr) == 0 && ::setgid(kNobody) == 0 && ::setuid(kNobody) == 0;
}

}  // namespace opsg::testing
