#pragma once

#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <utility>

namespace opsg {

/// Owns an open POSIX file descriptor, or none.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  /// Leaves errno alone: it tells what failed before.
  ~FileDescriptor() {
    const int error_number = errno;
    close();
    errno = error_number;
  }

  /// 0, or -1 with errno set: some file systems report a failed write only here.
  int close() { return number_ < 0 ? 0 : ::close(std::exchange(number_, -1)); }

  int get() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// Writes all of the bytes. False with errno set where the system fails.
bool write_all(const FileDescriptor& file, std::string_view bytes);

}  // namespace opsg
