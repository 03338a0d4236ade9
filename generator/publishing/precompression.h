#pragma once

#include <string_view>
#include <vector>

#include "progress.h"
#include "rendered_site.h"

namespace opsg::publishing {

/// Whether a file is text, of which a compressed copy is worth having: pages, data, assets. What is
/// compressed in itself (pictures, PDF, the search index) is not.
bool is_compressible(std::string_view path);

/// Copies of a site's text files beside them, "index.html.gz" (RFC 1952) and "index.html.br"
/// (RFC 7932), where they are smaller: hosts send them as they are (nginx's `gzip_static`). They
/// depend on nothing but the files: no time, no name. A copy whose path the site has itself is left
/// out.
std::vector<RenderedFile> compressed_copies(const RenderedSite& site, int threads,
                                            Progress* progress = nullptr);

/// Of "index.html.br" "index.html"; the empty text for what is no name of a copy.
std::string_view original_of_copy(std::string_view path);

}  // namespace opsg::publishing
