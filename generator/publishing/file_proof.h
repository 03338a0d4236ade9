#pragma once

#include <string>
#include <string_view>

#include "page_fetch.h"
#include "sha256.h"
#include "verification.h"

namespace opsg::publishing {

/// What a file proves of itself while its bytes go by, however many there are.
class FileProof : public web::BodyReader {
 public:
  /// Only HTML pages are searched for a preview's marker.
  explicit FileProof(std::string_view path);

  void begin() override;
  void read(std::string_view bytes) override;

  /// Where the bytes are not what the manifest says: what the file is instead. To be asked once
  /// after each `begin`.
  void judge(const output::ManifestEntry& expected, Verification& verification);

 private:
  void look_for_marker(std::string_view bytes);

  bool is_page_;
  bool is_preview_ = false;
  Sha256 digest_;
  std::string tail_;  ///< The last bytes, which a marker may begin in.
};

}  // namespace opsg::publishing
