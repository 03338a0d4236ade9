#pragma once

#include <re2/re2.h>

#include <string>
#include <string_view>

#include "site_config.h"
#include "vocabulary.h"

namespace opsg::importing {

/// Whether the pattern is found anywhere in the text.
inline bool matches(std::string_view text, const re2::RE2& pattern) {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

/// The names that records call the committee by, as alternatives of a pattern.
std::string committee_names(const released::SiteConfig& config,
                            const released::Vocabulary& vocabulary);

}  // namespace opsg::importing
