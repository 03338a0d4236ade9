#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "audit_words.h"

namespace opsg::audit {

struct Range {
  std::size_t begin = 0;
  std::size_t length = 0;
};

/// Ids that mean one thing wherever they stand: "OPSG 64/03", "Risk 006", "INC000000661032".
std::vector<Range> find_identifiers(std::span<const Word> words);

/// Web and e-mail addresses, without their scheme.
std::vector<Range> find_addresses(std::span<const Word> words);

}  // namespace opsg::audit
