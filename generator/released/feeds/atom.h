#pragma once

#include <string>
#include <string_view>

#include "feed.h"

namespace opsg::released {

/// The feed as an Atom 1.0 document (RFC 4287). `self` is its own absolute URL, and its id.
std::string atom_document(const Feed& feed, std::string_view self);

}  // namespace opsg::released
