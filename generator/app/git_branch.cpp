#include "git_branch.h"

#include "git_program.h"
#include "text.h"

namespace opsg::app {
namespace {

/// What a symbolic reference leads to, without that beginning; nothing where it is another.
std::optional<std::string> target_of(const GitProgram& git, const std::string& reference,
                                     std::string_view beginning) {
  const auto target = git.run({"symbolic-ref", "--quiet", reference});
  if (!target || !target->starts_with(beginning)) return std::nullopt;
  return std::string(trim(std::string_view(*target).substr(beginning.size())));
}

}  // namespace

std::optional<std::string> main_branch(const std::filesystem::path& folder) {
  const auto git = GitProgram::find(folder);
  if (!git) return std::nullopt;
  auto of_host = target_of(*git, "refs/remotes/origin/HEAD", "refs/remotes/origin/");
  return of_host ? of_host : target_of(*git, "HEAD", "refs/heads/");
}

}  // namespace opsg::app
