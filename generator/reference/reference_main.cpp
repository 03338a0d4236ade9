// Writes the program's manual pages and completions: opsg-reference FOLDER.

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "command_line.h"
#include "exit_status.h"
#include "file_system.h"
#include "reference_files.h"
#include "version.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: opsg-reference FOLDER\n");
    return opsg::app::kWrongUsage;
  }
  const auto files =
      opsg::reference::reference_files(opsg::app::describe_program(), opsg::app::version_line());
  for (const opsg::reference::ReferenceFile& file : files) {
    const std::filesystem::path target = argv[1] / file.path;
    std::error_code error;
    std::filesystem::create_directories(target.parent_path(), error);
    if (const auto written = opsg::write_file(target, file.text); !written) {
      fmt::print(stderr, "opsg-reference: {}\n", written.error().message);
      return opsg::app::kMachineFailed;
    }
  }
  return opsg::app::kDone;
}
