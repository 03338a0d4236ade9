#include "file_proof.h"

#include "preview_marker.h"
#include "text.h"

namespace opsg::publishing {

FileProof::FileProof(std::string_view path)
    : is_page_(path.ends_with(".html") || path.ends_with(".htm")) {}

void FileProof::begin() {
  is_preview_ = false;
  digest_.restart();
  tail_.clear();
}

void FileProof::read(std::string_view bytes) {
  digest_.add(bytes);
  if (is_page_ && !is_preview_) look_for_marker(bytes);
}

void FileProof::judge(const output::ManifestEntry& expected, Verification& verification) {
  const bool is_equal = digest_.hex() == expected.sha256;
  if (is_preview_) {
    verification.add(DifferenceKind::preview, expected.path, "it was made by `serve`");
  } else if (is_equal) {
    ++verification.equal;
  } else {
    verification.add(DifferenceKind::changed, expected.path);
  }
}

void FileProof::look_for_marker(std::string_view bytes) {
  tail_ += bytes;
  is_preview_ = is_preview_page(tail_);
  if (tail_.size() >= kPreviewMarker.size()) {
    tail_.erase(0, tail_.size() - (kPreviewMarker.size() - 1));
  }
}

}  // namespace opsg::publishing
