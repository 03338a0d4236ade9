#include "site_verification.h"

#include <fmt/format.h>

#include <deque>
#include <utility>

#include "file_proof.h"
#include "page_address.h"
#include "text_body.h"

namespace opsg::publishing {
namespace {

/// Hosts read such a file and do not serve it.
constexpr std::string_view kHeadersFile = "_headers";
/// Hosts may give it its own status wherever it is asked for.
constexpr std::string_view kErrorPage = "404.html";

struct FetchedText {
  web::PageAnswer answer;
  std::string text;
};

/// A file that is not a part of the release, but tells of it.
FetchedText fetch_text(const std::string& site, std::string_view path, std::size_t most,
                       web::FetchLimits limits) {
  limits.body_bytes = most;
  TextBody body(most);
  const std::vector<web::PageRequest> requests = {{file_address(site, path), &body}};
  web::PageAnswer answer = web::fetch_pages(requests, limits).front();
  return {std::move(answer), body.text()};
}

void judge_page(const output::ManifestEntry& entry, const web::PageAnswer& answer, FileProof& proof,
                Verification& verification) {
  const bool has_bytes = answer.status == 200 || (answer.is_gone() && entry.path == kErrorPage);
  if (!answer.failure.empty()) {
    verification.add(DifferenceKind::unreadable, entry.path, answer.failure);
  } else if (has_bytes) {
    proof.judge(entry, verification);
  } else if (answer.is_gone() && entry.path == kHeadersFile) {
    ++verification.equal;
  } else {
    verification.add(answer.is_gone() ? DifferenceKind::missing : DifferenceKind::unreadable,
                     entry.path, fmt::format("it answers {}", answer.status));
  }
}

/// The text of the manifest that is served. A difference says that it is none to go by.
Result<std::string> fetch_manifest(const std::string& site, const VerificationRequest& request,
                                   const web::FetchLimits& limits, Verification& verification) {
  const std::string name(output::kManifestName);
  FetchedText fetched = fetch_text(site, name, kLargestManifest, limits);
  if (!fetched.answer.failure.empty()) {
    return failure(
        fmt::format("cannot read {}: {}", file_address(site, name), fetched.answer.failure));
  }
  if (fetched.answer.status != 200) {
    verification.add(DifferenceKind::manifest, name,
                     fmt::format("it answers {}", fetched.answer.status));
    return std::string();
  }
  auto manifest = judge_manifest(fetched.text, request.audience);
  if (manifest) {
    verification.manifest = std::move(*manifest);
  } else {
    verification.differences.push_back(std::move(manifest.error()));
  }
  return std::move(fetched.text);
}

Result<void> check_signature(const std::string& site, std::string_view manifest_text,
                             const PublicKey& key, const web::FetchLimits& limits,
                             Verification& verification) {
  const std::string name(output::kSignatureName);
  const FetchedText fetched = fetch_text(site, name, kLargestSignature, limits);
  if (!fetched.answer.failure.empty() || fetched.answer.status != 200) {
    verification.add(DifferenceKind::signature, name,
                     fetched.answer.failure.empty()
                         ? fmt::format("it answers {}", fetched.answer.status)
                         : fetched.answer.failure);
    return {};
  }
  return judge_signature(manifest_text, fetched.text, key, name, verification);
}

}  // namespace

Result<Verification> verify_site(const std::string& site, const VerificationRequest& request,
                                 const std::optional<output::Manifest>& manifest,
                                 const web::FetchLimits& limits, Progress* progress) {
  Verification verification;
  if (manifest) {
    verification.manifest = *manifest;
  } else {
    const auto text = fetch_manifest(site, request, limits, verification);
    if (!text) return tl::unexpected(text.error());
    if (!verification.holds()) return verification;
    if (request.key) {
      const auto checked = check_signature(site, *text, *request.key, limits, verification);
      if (!checked) return tl::unexpected(checked.error());
    }
  }
  verify_pages(site, verification.manifest.files, limits, progress, verification);
  verification.sort();
  return verification;
}

void verify_pages(const std::string& site, const std::vector<output::ManifestEntry>& files,
                  const web::FetchLimits& limits, Progress* progress, Verification& verification) {
  std::deque<FileProof> proofs;
  std::vector<web::PageRequest> requests;
  for (const output::ManifestEntry& entry : files) {
    proofs.emplace_back(entry.path);
    requests.push_back({page_address(site, entry.path), &proofs.back()});
  }
  const auto answers = web::fetch_pages(requests, limits, progress);
  for (std::size_t i = 0; i < files.size(); ++i) {
    judge_page(files[i], answers[i], proofs[i], verification);
  }
}

}  // namespace opsg::publishing
