#include "verification_request.h"

#include <algorithm>

namespace opsg::publishing {

bool is_left_to_host(std::string_view path, const std::vector<std::string>& leave) {
  return std::any_of(leave.begin(), leave.end(), [&](const std::string& left) {
    return path == left || (left.ends_with('/') && path.starts_with(left));
  });
}

Result<void> judge_signature(std::string_view manifest_text, std::string_view signature_text,
                             const PublicKey& key, const std::string& name,
                             Verification& verification) {
  const auto proved = verify_signature(manifest_text, signature_text, key);
  if (!proved) return tl::unexpected(proved.error());
  if (!*proved) verification.add(DifferenceKind::signature, name, "it is not by the key");
  return {};
}

}  // namespace opsg::publishing
