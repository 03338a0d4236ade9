#include "folder_verification.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "file_descriptor.h"
#include "file_proof.h"
#include "file_system.h"
#include "output_tree.h"
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
std::optional<Difference> read_file(const output::Tree& tree, const std::string& path,
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
      result_.add(DifferenceKind::manifest, name, "there is none");
      return false;
    }
    TextBody file(kLargestManifest);
    if (const auto fault = read_file(tree_, name, file)) {
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
    if (auto fault = read_file(tree_, name, file)) {
      result_.add(DifferenceKind::signature, name, fault->reason);
      return {};
    }
    return judge_signature(manifest_text_, file.text(), *request_.key, name, result_);
  }

  void judge_file(const std::string& path) {
    if (path == output::kManifestName || path == output::kSignatureName) return;
    const output::ManifestEntry* entry = result_.manifest.find(path);
    if (!entry) {
      if (!is_left_to_host(path, request_.leave)) result_.add(DifferenceKind::foreign, path);
      return;
    }
    FileProof proof(path);
    if (auto fault = read_file(tree_, path, proof)) {
      result_.differences.push_back(std::move(*fault));
    } else {
      proof.judge(*entry, result_);
    }
  }

  /// A folder whose files are told is not told again.
  void judge_folder(const output::TreeListing& listing, const std::string& name) {
    const std::string path = name + '/';
    const auto below = std::lower_bound(listing.files.begin(), listing.files.end(), path);
    const bool has_files = below != listing.files.end() && below->starts_with(path);
    if (has_files || result_.manifest.has_folder(name)) return;
    if (is_left_to_host(path, request_.leave)) return;
    result_.add(DifferenceKind::foreign, path, "an empty folder");
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
