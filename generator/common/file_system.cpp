#include "file_system.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "file_descriptor.h"

namespace opsg {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = std::size_t{64} * 1024;

tl::unexpected<Failure> cannot(std::string_view verb, const fs::path& path, int error_number) {
  return system_failure(fmt::format("{} {}", verb, path.string()), error_number);
}

tl::unexpected<Failure> too_large(const fs::path& path, std::uintmax_t limit) {
  return failure(fmt::format("cannot read {}: it is larger than {} bytes", path.string(), limit));
}

/// Reads to the end, or to `limit` + 1 bytes. False with errno set where the system fails.
bool read_up_to(const FileDescriptor& file, std::uintmax_t limit, std::string& bytes) {
  std::size_t size = 0;
  while (size <= limit) {
    if (size == bytes.size()) bytes.resize(size + kChunk);
    const ssize_t count = ::read(file.get(), bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
  }
  bytes.resize(size);
  return true;
}

/// A new file takes the mode of the one that it will replace.
bool copy_mode(const fs::path& from, const FileDescriptor& to) {
  struct stat existing {};
  if (::stat(from.c_str(), &existing) != 0) return errno == ENOENT;
  return ::fchmod(to.get(), existing.st_mode & 07777) == 0;
}

bool fill_and_sync(const fs::path& target, FileDescriptor& file, std::string_view bytes) {
  return copy_mode(target, file) && write_all(file, bytes) && ::fsync(file.get()) == 0 &&
         file.close() == 0;
}

/// Behind a symbolic link it is the link's target that is written.
fs::path link_target(const fs::path& path) {
  std::error_code error;
  fs::path target = fs::canonical(path, error);
  return error ? path : target;
}

}  // namespace

Result<std::string> read_file(const fs::path& path, std::uintmax_t limit) {
  // O_NONBLOCK: opening a pipe must not wait for a writer.
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) return cannot("read", path, errno);
  if (S_ISDIR(status.st_mode)) return cannot("read", path, EISDIR);
  if (!S_ISREG(status.st_mode)) {
    return failure(fmt::format("cannot read {}: it is not a regular file", path.string()));
  }
  const auto size = static_cast<std::uintmax_t>(status.st_size);
  if (size > limit) return too_large(path, limit);

  std::string bytes(static_cast<std::size_t>(size) + 1, '\0');
  if (!read_up_to(file, limit, bytes)) return cannot("read", path, errno);
  if (bytes.size() > limit) return too_large(path, limit);
  return bytes;
}

Result<void> write_file(const fs::path& path, std::string_view bytes) {
  const fs::path target = link_target(path);
  const fs::path staged =
      target.parent_path() / fmt::format(".{}.{}.tmp", target.filename().string(), ::getpid());
  FileDescriptor file(
      ::open(staged.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file) return cannot("write", path, errno);
  if (fill_and_sync(target, file, bytes) && ::rename(staged.c_str(), target.c_str()) == 0) {
    return {};
  }
  const int error_number = errno;
  ::unlink(staged.c_str());
  return cannot("write", path, error_number);
}

std::string system_message(int error_number) {
  return std::generic_category().message(error_number);
}

tl::unexpected<Failure> system_failure(std::string_view action, int error_number) {
  return failure(fmt::format("cannot {}: {}", action, system_message(error_number)));
}

}  // namespace opsg
