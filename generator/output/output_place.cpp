#include "output_place.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <optional>
#include <system_error>

#include "file_system.h"
#include "output_manifest.h"

namespace opsg::output {
namespace {

namespace fs = std::filesystem;

tl::unexpected<OutputError> cannot_use(const OutputTarget& target, std::string_view reason) {
  return refused(fmt::format("cannot {} {}: {}", target.action, target.folder.string(), reason));
}

/// Absolute and without a final '/', so that its last part is a name.
fs::path with_name(const fs::path& folder) {
  std::error_code error;
  fs::path path = fs::absolute(folder, error);
  if (!path.has_filename()) path = path.parent_path();
  const fs::path last = path.filename();
  return last == "." || last == ".." ? fs::weakly_canonical(path, error) : path;
}

bool same_folder(const fs::path& a, const fs::path& b) {
  std::error_code error;
  return a == b || fs::equivalent(a, b, error);
}

/// Whether `inner` is `outer` or lies in it; both are absolute.
bool lies_in(fs::path inner, const fs::path& outer) {
  while (!same_folder(inner, outer)) {
    if (inner == inner.parent_path()) return false;
    inner = inner.parent_path();
  }
  return true;
}

/// Folders may be named that do not exist: a site without themes has no themes folder.
fs::path canonical_as_far_as_possible(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  fs::path canonical = fs::weakly_canonical(absolute, error);
  return error ? absolute : canonical;
}

/// What is wrong with the place, as the end of a sentence about it.
std::optional<std::string> conflict(const fs::path& place, const ProtectedFolder& folder) {
  const fs::path kept = canonical_as_far_as_possible(folder.path);
  const bool inside = lies_in(place, kept);
  if (lies_in(kept, place)) {
    return fmt::format("it {} {}", inside ? "is" : "contains", folder.name);
  }
  if (inside && !folder.may_hold_output) return fmt::format("it lies in {}", folder.name);
  return std::nullopt;
}

std::vector<ProtectedFolder> all_protected(const OutputTarget& target) {
  std::vector<ProtectedFolder> folders = target.protected_folders;
  folders.push_back({"/", "the root of the file system", true});
  // getenv is safe here: nothing in the program changes its environment.
  const char* home = std::getenv("HOME");
  if (home && *home) folders.push_back({home, "your home folder", true});
  return folders;
}

/// Another audience's site inside a served folder would be served with it.
std::optional<std::string> conflict_with_other_output(const fs::path& place) {
  if (place.filename().string().ends_with(kStandbySuffix))
    return "its name is kept for standby trees";
  for (fs::path outer = place.parent_path();; outer = outer.parent_path()) {
    std::error_code error;
    const bool standby = outer.filename().string().ends_with(kStandbySuffix);
    if (standby || fs::exists(fs::symlink_status(outer / kManifestName, error))) {
      return fmt::format("it lies inside {}, which holds another site", outer.string());
    }
    if (outer == outer.parent_path()) return std::nullopt;
  }
}

std::optional<std::string> wrong_kind(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  if (fs::is_symlink(status)) return "it is a symbolic link";
  if (fs::exists(status) && !fs::is_directory(status)) return "it is not a folder";
  return std::nullopt;
}

std::optional<std::string> reason_to_refuse(const fs::path& path, const OutputTarget& target) {
  if (auto reason = wrong_kind(path)) return reason;
  for (const ProtectedFolder& folder : all_protected(target)) {
    if (auto reason = conflict(path, folder)) return reason;
  }
  return conflict_with_other_output(path);
}

}  // namespace

Outcome<OutputPlace> resolve_place(const OutputTarget& target) {
  if (target.folder.empty()) return refused("the output folder has no name");
  const fs::path named = with_name(target.folder);
  std::error_code error;
  const fs::path parent = fs::canonical(named.parent_path(), error);
  if (!error && !fs::is_directory(parent, error))
    error = std::make_error_code(std::errc::not_a_directory);
  if (error) {
    return cannot_use(target, fmt::format("{}: {}", named.parent_path().string(), error.message()));
  }
  OutputPlace place{named.has_filename() ? parent / named.filename() : parent,
                    named.filename().string(), FileDescriptor()};
  if (auto reason = reason_to_refuse(place.path, target)) {
    return cannot_use(target, *reason);
  }
  place.parent = FileDescriptor(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!place.parent) {
    return tl::unexpected(system_failure(fmt::format("open {}", parent.string()), errno).value());
  }
  return place;
}

}  // namespace opsg::output
