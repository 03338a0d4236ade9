#include "publisher_memory.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <cerrno>
#include <cstdlib>
#include <optional>
#include <system_error>

#include "file_system.h"
#include "sha256.h"
#include "text.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameLength = 32;
constexpr std::uintmax_t kLongestToken = 1000;

std::optional<fs::path> absolute_variable(const char* name) {
  const char* value = std::getenv(name);
  return value && *value == '/' ? std::optional<fs::path>(value) : std::nullopt;
}

std::optional<fs::path> state_folder() {
  if (const auto state = absolute_variable("XDG_STATE_HOME")) return *state / "opsg-site";
  if (const auto home = absolute_variable("HOME")) return *home / ".local/state/opsg-site";
  return std::nullopt;
}

}  // namespace

Published<PublisherMemory> PublisherMemory::open(const std::string& place) {
  const auto folder = state_folder();
  std::error_code error;
  if (!folder || (fs::create_directories(*folder, error), error)) return PublisherMemory();
  const fs::path file = *folder / ("publish-" + sha256_hex(place).substr(0, kNameLength));
  FileDescriptor lock(
      ::open((file.string() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!lock) return PublisherMemory();
  if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return failed(fmt::format("another opsg-site publishes to {} at this moment", place));
  }
  std::string token(trim(read_file(file, kLongestToken).value_or("")));
  return PublisherMemory(file, std::move(lock), std::move(token));
}

Published<void> PublisherMemory::remember(const std::string& token) {
  if (file_.empty()) return {};
  token_ = token;
  auto written = write_file(file_, token + '\n');
  if (!written) return tl::unexpected(PublishError(written.error()));
  return {};
}

}  // namespace opsg::publishing
