#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rendered_site.h"
#include "theme.h"

namespace opsg::released {

struct ResponseHeader {
  std::string name;
  std::string value;
};

/// What a host should send with every file. The Content Security Policy is the one that the pages
/// state themselves, wide enough for each, and what only a header can say. `base_url` tells whether
/// browsers may be held to HTTPS.
std::vector<ResponseHeader> security_headers(const std::vector<RenderedFile>& files,
                                             std::string_view base_url);

/// `_headers`, which Netlify and Cloudflare Pages read: the security headers, and that files whose
/// names hold their fingerprint may be cached for ever.
RenderedFile headers_file(const std::vector<RenderedFile>& files, const Theme& theme,
                          std::string_view base_url);

}  // namespace opsg::released
