#include "profile_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "file_descriptor.h"
#include "file_system.h"
#include "output_manifest.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

fs::path canonical_as_far_as_possible(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  fs::path canonical = fs::weakly_canonical(absolute, error);
  return error ? absolute : canonical;
}

bool is_output_folder(const fs::path& folder) {
  std::error_code error;
  return fs::exists(fs::symlink_status(folder / output::kManifestName, error));
}

bool write_new(const fs::path& file, std::string_view bytes) {
  constexpr mode_t kOwnerOnly = 0600;
  constexpr int kCreate = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  FileDescriptor opened(::open(file.c_str(), kCreate, kOwnerOnly));
  return opened && write_all(opened, bytes) && opened.close() == 0;
}

/// `/dev/null`, `/dev/stdout`, a pipe: nobody else may find a file in its place.
bool is_device_or_pipe(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

bool write_into(const fs::path& device, std::string_view bytes) {
  FileDescriptor opened(::open(device.c_str(), O_WRONLY | O_CLOEXEC));
  return opened && write_all(opened, bytes) && opened.close() == 0;
}

}  // namespace

Result<void> check_profile_place(const fs::path& file, const fs::path& output_folder) {
  const fs::path output = canonical_as_far_as_possible(output_folder);
  const fs::path target = canonical_as_far_as_possible(file);
  for (fs::path outer = target.parent_path();; outer = outer.parent_path()) {
    if (outer == output || is_output_folder(outer)) {
      return failure(fmt::format("cannot write the profile to {}: it lies in {}, which is served",
                                 file.string(), outer.string()));
    }
    if (outer == outer.parent_path()) return {};
  }
}

Result<void> write_private_file(const fs::path& file, std::string_view bytes) {
  if (is_device_or_pipe(file)) {
    if (write_into(file, bytes)) return {};
    return system_failure(fmt::format("write {}", file.string()), errno);
  }
  fs::path staged = file;
  staged += fmt::format(".{}.tmp", ::getpid());
  if (write_new(staged, bytes) && ::rename(staged.c_str(), file.c_str()) == 0) return {};
  const int error_number = errno;
  ::unlink(staged.c_str());
  return system_failure(fmt::format("write {}", file.string()), error_number);
}

}  // namespace opsg::app
