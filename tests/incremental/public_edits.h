#pragma once

#include <vector>

#include "edited_site.h"

namespace opsg::test {

/// Edits of what is public. Made with equal random numbers in two sites that differ in what is
/// withheld from the public alone, they leave two such sites: for generate_site()'s, and for what
/// these edits made of them.
std::vector<SiteEdit> public_edits();

}  // namespace opsg::test
