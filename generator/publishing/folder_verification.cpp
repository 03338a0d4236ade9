#include "folder_verification.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "file_descriptor.h"
#include "file_proof.h"
#include "file_system.h"
#include "git_target.h"
#include "output_tree.h"
#include "text.h"
#include "text_body.h"

namespace opsg::publishing {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10;

Result<output::Tree> open_folder(const std::filesystem::path& path) {
  output::Tree tree{FileDescriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
                    path.string()};
  if (!tree.folder) return system_failure(fmt::format("open {}", tree.name), errno);
  return tree;
}

/// Feeds a file of the tree to the reader. What went wrong, or nothing.
std::optional<Difference> feed_file(const output::Tree& tree, const std::string& path,
                                    web::BodyReader& reader) {
  // Without O_NONBLOCK, a pipe would be waited for.
  constexpr int kOpenFile = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const FileDescriptor file(::openat(tree.folder.get(), path.c_str(), kOpenFile));
  if (!file && errno == ELOOP) {
    return Difference{DifferenceKind::changed, path, "it is a symbolic link"};
  }
  if (!file) return Difference{DifferenceKind::unreadable, path, system_message(errno)};
  struct stat status {};
  if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return Difference{DifferenceKind::changed, path, "it is no file"};
  }
  reader.begin();
  std::array<char, kChunk> buffer;
  while (true) {
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Difference{DifferenceKind::unreadable, path, system_message(errno)};
    if (count == 0) return std::nullopt;
    reader.read({buffer.data(), static_cast<std::size_t>(count)});
  }
}

/// What a clone of a git target has beside the release.
constexpr std::string_view kGitFolder = ".git/";
constexpr const char* kGitHelp =
    "in a clone of a git target, name git's own files: --leave .git/ --leave .nojekyll";

bool has_file(const output::Tree& tree, const char* path) {
  return ::faccessat(tree.folder.get(), path, F_OK, 0) == 0;
}

/// Of the sites that stand in the folder, the first one's; empty where none does.
std::string folder_of_site(const output::TreeListing& listing) {
  for (const std::string& path : listing.files) {
    const std::size_t slash = path.find('/');
    const bool is_shown = slash != std::string::npos && !path.starts_with('.');
    if (is_shown && path.substr(slash + 1) == output::kManifestName) return path.substr(0, slash);
  }
  return {};
}

/// What may have been meant, where the folder itself is no site; empty where nobody knows.
std::string help_for_no_site(const output::Tree& tree, const output::TreeListing& listing) {
  const std::string folder = tree.name + (tree.name.ends_with('/') ? "" : "/");
  if (has_file(tree, "current/.opsg-site-manifest")) {
    return fmt::format("name the release that is served: {}current", folder);
  }
  const std::string site = folder_of_site(listing);
  if (!site.empty())
    return fmt::format("name the folder of a site in it: {}{}", folder, printable(site));
  if (has_file(tree, ".git") || (has_file(tree, "HEAD") && has_file(tree, "objects"))) {
    return "name a clone of the repository that has the branch that was published checked out";
  }
  return {};
}

class FolderVerifier {
 public:
  FolderVerifier(const output::Tree& tree, const VerificationRequest& request)
      : tree_(tree), request_(request) {}

  Result<Verification> verify() {
    const auto listing = list_tree(tree_);
    if (!listing) return tl::unexpected(listing.error());
    if (!take_manifest(*listing)) return std::move(result_);
    if (request_.key) {
      const auto checked = check_signature(*listing);
      if (!checked) return tl::unexpected(checked.error());
    }
    for (const std::string& path : listing->files) judge_file(path);
    for (const output::ListedFolder& folder : listing->folders) judge_folder(*listing, folder.path);
    find_missing(*listing);
    result_.sort();
    return std::move(result_);
  }

 private:
  bool take_manifest(const output::TreeListing& listing) {
    const std::string name(output::kManifestName);
    if (!is_listed(listing, name)) {
      result_.differences.push_back(
          {DifferenceKind::manifest, name, "there is none", help_for_no_site(tree_, listing)});
      return false;
    }
    TextBody file(kLargestManifest);
    if (const auto fault = feed_file(tree_, name, file)) {
      result_.add(DifferenceKind::manifest, name, fault->reason);
      return false;
    }
    auto manifest = judge_manifest(file.text(), request_.audience);
    if (!manifest) {
      result_.differences.push_back(std::move(manifest.error()));
      return false;
    }
    result_.manifest = std::move(*manifest);
    manifest_text_ = file.text();
    return true;
  }

  Result<void> check_signature(const output::TreeListing& listing) {
    const std::string name(output::kSignatureName);
    TextBody file(kLargestSignature);
    if (!is_listed(listing, name)) {
      result_.add(DifferenceKind::signature, name, "there is none");
      return {};
    }
    if (auto fault = feed_file(tree_, name, file)) {
      result_.add(DifferenceKind::signature, name, fault->reason);
      return {};
    }
    return judge_signature(manifest_text_, file.text(), *request_.key, name, result_);
  }

  void judge_file(const std::string& path) {
    if (path == output::kManifestName || path == output::kSignatureName) return;
    const output::ManifestEntry* entry = result_.manifest.find(path);
    if (!entry) {
      if (!is_left_to_host(path, request_.leave)) add_foreign(path);
      return;
    }
    FileProof proof(path);
    if (auto fault = feed_file(tree_, path, proof)) {
      result_.differences.push_back(std::move(*fault));
    } else {
      proof.judge(*entry, result_);
    }
  }

  void add_foreign(const std::string& path, std::string reason = {}) {
    result_.differences.push_back(
        {DifferenceKind::foreign, path, std::move(reason),
         path.starts_with(kGitFolder) || path == kNoJekyll ? kGitHelp : ""});
  }

  /// A folder whose files are told is not told again.
  void judge_folder(const output::TreeListing& listing, const std::string& name) {
    const std::string path = name + '/';
    const auto below = std::lower_bound(listing.files.begin(), listing.files.end(), path);
    const bool has_files = below != listing.files.end() && below->starts_with(path);
    if (has_files || result_.manifest.has_folder(name)) return;
    if (is_left_to_host(path, request_.leave)) return;
    add_foreign(path, "an empty folder");
  }

  void find_missing(const output::TreeListing& listing) {
    for (const output::ManifestEntry& entry : result_.manifest.files) {
      if (!is_listed(listing, entry.path)) result_.add(DifferenceKind::missing, entry.path);
    }
  }

  static bool is_listed(const output::TreeListing& listing, const std::string& path) {
    return std::binary_search(listing.files.begin(), listing.files.end(), path);
  }

  const output::Tree& tree_;
  const VerificationRequest& request_;
  Verification result_;
  std::string manifest_text_;
};

}  // namespace

Result<Verification> verify_folder(const std::filesystem::path& folder,
                                   const VerificationRequest& request) {
  const auto tree = open_folder(folder);
  if (!tree) return tl::unexpected(tree.error());
  return FolderVerifier(*tree, request).verify();
}

}  // namespace opsg::publishing
