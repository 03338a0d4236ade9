#include "reference_files.h"

#include "bash_completion.h"
#include "fish_completion.h"
#include "manual_page.h"
#include "zsh_completion.h"

namespace opsg::reference {
namespace {

using app::CommandReference;

void append_pages(const CommandReference& command, const CommandReference* parent,
                  std::string_view version, std::vector<ReferenceFile>& files) {
  files.push_back({std::filesystem::path("man") / manual_page_name(command),
                   manual_page(command, parent, version)});
  for (const CommandReference& below : command.commands) {
    append_pages(below, &command, version, files);
  }
}

}  // namespace

std::vector<ReferenceFile> reference_files(const CommandReference& program,
                                           std::string_view version) {
  std::vector<ReferenceFile> files;
  append_pages(program, nullptr, version, files);
  files.push_back({"bash/" + program.name, bash_completion(program)});
  files.push_back({"zsh/_" + program.name, zsh_completion(program)});
  files.push_back({"fish/" + program.name + ".fish", fish_completion(program)});
  return files;
}

}  // namespace opsg::reference
