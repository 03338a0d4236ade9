#include "new_folder.h"

#include <fmt/format.h>
#include <unistd.h>

#include <system_error>

#include "file_system.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Failure> cannot_make(const fs::path& folder, const std::error_code& error) {
  return failure(fmt::format("cannot make {}: {}", folder.string(), error.message()));
}

Result<void> write_files(const fs::path& folder, const std::vector<FolderFile>& files) {
  for (const FolderFile& file : files) {
    if (const auto done = write_file(folder / file.name, file.text); !done) return done;
  }
  return {};
}

}  // namespace

Result<void> write_new_folder(const fs::path& folder, const std::vector<FolderFile>& files) {
  const fs::path staged =
      folder.parent_path() / fmt::format(".{}.{}.tmp", folder.filename().string(), ::getpid());
  std::error_code error, ignored;
  fs::create_directories(folder.parent_path(), ignored);
  fs::create_directory(staged, error);
  if (error) return cannot_make(staged, error);
  Result<void> done = write_files(staged, files);
  if (done) {
    fs::rename(staged, folder, error);
    if (!error) return {};
    done = cannot_make(folder, error);
  }
  fs::remove_all(staged, ignored);
  return done;
}

}  // namespace opsg::app
