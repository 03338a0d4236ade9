#include "manifest_file.h"

#include <system_error>

#include "file_system.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;

Result<void> check_signature(const fs::path& manifest, std::string_view text, const PublicKey& key,
                             Verification& verification) {
  fs::path file = manifest;
  file += ".minisig";
  const auto signature = read_file(file, kLargestSignature);
  if (!signature) {
    verification.add(DifferenceKind::signature, file, signature.error().message);
    return {};
  }
  return judge_signature(text, *signature, key, file, verification);
}

}  // namespace

Result<Verification> read_manifest_file(const fs::path& file_or_folder,
                                        const VerificationRequest& request) {
  std::error_code none;
  const bool is_folder = fs::is_directory(file_or_folder, none);
  const fs::path path = is_folder ? file_or_folder / output::kManifestName : file_or_folder;
  const auto text = read_file(path, kLargestManifest);
  if (!text) return tl::unexpected(text.error());
  Verification verification;
  auto manifest = judge_manifest(*text, request.audience);
  if (!manifest) {
    verification.add(DifferenceKind::manifest, path, manifest.error().reason);
    return verification;
  }
  verification.manifest = std::move(*manifest);
  if (request.key) {
    const auto checked = check_signature(path, *text, *request.key, verification);
    if (!checked) return tl::unexpected(checked.error());
  }
  return verification;
}

}  // namespace opsg::publishing
