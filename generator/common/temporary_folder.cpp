#include "temporary_folder.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include "file_system.h"

namespace opsg {

Result<TemporaryFolder> TemporaryFolder::make() {
  std::error_code error;
  const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
  if (error) return failure("there is no folder for temporary files: " + error.message());
  std::string name = parent / "opsg-site-XXXXXX";
  if (!::mkdtemp(name.data())) return system_failure("make a folder in " + parent.string(), errno);
  return TemporaryFolder(name);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace opsg
