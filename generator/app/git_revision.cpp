#include "git_revision.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "file_names.h"
#include "git_program.h"
#include "text.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

struct Blob {
  std::string path;
  std::string id;
};

bool is_of_site(std::string_view path) {
  return path == "site.toml" || path.starts_with("content/");
}

/// Whether discover() would read it.
bool is_wanted(std::string_view path, Diagnostics& diagnostics) {
  std::size_t begin = 0;
  for (const std::string_view part : split(path, '/')) {
    const std::string_view folder = path.substr(0, begin > 0 ? begin - 1 : 0);
    if (restricted::is_ignored_name(part)) return false;
    if (!restricted::check_file_name(folder, part, diagnostics)) return false;
    begin += part.size() + 1;
  }
  return true;
}

/// "100644 blob <id>\t<path>"
std::optional<Blob> read_entry(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  const auto fields = split(line.substr(0, tab), ' ');
  if (fields.size() != 3 || fields[1] != "blob" || !fields[0].starts_with("100")) {
    return std::nullopt;
  }
  return Blob{std::string(line.substr(tab + 1)), std::string(fields[2])};
}

/// What is no file (a symbolic link, a submodule) is left out; the build says where it is missed.
Result<std::vector<Blob>> list_blobs(const GitProgram& git, const std::string& commit,
                                     Diagnostics& diagnostics) {
  auto prefix = git.run({"rev-parse", "--show-prefix"});
  if (!prefix) return tl::unexpected(std::move(prefix.error()));
  const std::string_view folder = split_lines(*prefix).empty() ? "" : split_lines(*prefix).front();
  const auto listing =
      git.run({"ls-tree", "-r", "-z", "--full-tree", commit + ':' + std::string(folder)});
  if (!listing) return tl::unexpected(listing.error());
  std::vector<Blob> blobs;
  for (const std::string_view line : split(*listing, '\0')) {
    auto blob = read_entry(line);
    if (!blob || !is_of_site(blob->path) || !is_wanted(blob->path, diagnostics)) continue;
    blobs.push_back(std::move(*blob));
  }
  return blobs;
}

/// Takes "<id> blob <size>\n<bytes>\n" off the front; nothing where it is anything else.
std::optional<std::string> take_object(std::string_view& objects, const std::string& id) {
  const std::string head = id + " blob ";
  if (!objects.starts_with(head)) return std::nullopt;
  const std::string_view rest = objects.substr(head.size());
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), size);
  const auto digits = static_cast<std::size_t>(end - rest.data());
  if (error != std::errc() || rest.size() < digits + 2 || size > rest.size() - digits - 2) {
    return std::nullopt;
  }
  objects = rest.substr(digits + 1 + size + 1);
  return std::string(rest.substr(digits + 1, size));
}

Result<SourceTree> read_blobs(const GitProgram& git, std::vector<Blob> blobs) {
  std::string ids;
  for (const Blob& blob : blobs) ids += blob.id + '\n';
  const auto output = git.run({"cat-file", "--batch"}, ids);
  if (!output) return tl::unexpected(output.error());
  std::string_view objects = *output;
  SourceTree tree;
  for (Blob& blob : blobs) {
    auto bytes = take_object(objects, blob.id);
    if (!bytes) return failure(fmt::format("git lacks {} of that revision", printable(blob.path)));
    tree.files.push_back({SourcePath(blob.path), std::move(*bytes)});
  }
  std::sort(tree.files.begin(), tree.files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return tree;
}

}  // namespace

Result<SourceTree> read_revision(const fs::path& root, const std::string& revision,
                                 Diagnostics& diagnostics) {
  const auto found = GitProgram::find(root);
  if (!found) return failure(fmt::format("{}: revisions cannot be read", found.error().message));
  const GitProgram& git = *found;
  // What begins with a hyphen would be an option.
  const auto commit = revision.starts_with('-')
                          ? Result<std::string>(failure("no name of one begins with a hyphen"))
                          : git.run({"rev-parse", "--verify", revision + "^{commit}"});
  if (!commit) {
    return failure(fmt::format("there is no revision `{}` in a git repository here: {}",
                               printable(revision), commit.error().message));
  }
  auto blobs = list_blobs(git, std::string(trim(*commit)), diagnostics);
  if (!blobs) return tl::unexpected(std::move(blobs.error()));
  auto tree = read_blobs(git, std::move(*blobs));
  if (tree && !tree->find("site.toml")) {
    return failure(fmt::format("revision {} has no site.toml here", printable(revision)));
  }
  return tree;
}

}  // namespace opsg::app
